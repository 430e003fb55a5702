import type { Attachment } from 'svelte/attachments';
import type { MapView } from './map-view.svelte.ts';

const STEPS: Record<string, (view: MapView) => void> = {
  '+': (view) => view.zoom(1.5),
  '=': (view) => view.zoom(1.5),
  '-': (view) => view.zoom(1 / 1.5),
  '0': (view) => view.reset(),
  ArrowLeft: (view) => view.pan(-0.15, 0),
  ArrowRight: (view) => view.pan(0.15, 0),
  ArrowUp: (view) => view.pan(0, -0.15),
  ArrowDown: (view) => view.pan(0, 0.15)
};

/**
 * Wheel, drag, pinch and keys on a map. The wheel zooms once the map has been clicked or has the focus, or with Ctrl:
 * before that the page scrolls, and one finger always scrolls it while the map is whole.
 */
export function gestures(view: MapView): Attachment<SVGSVGElement> {
  return (svg) => {
    const pointers = new Map<number, { x: number; y: number }>();
    let dragged = 0;

    const fraction = (event: { clientX: number; clientY: number }) => {
      const box = svg.getBoundingClientRect();
      return { fx: (event.clientX - box.left) / box.width, fy: (event.clientY - box.top) / box.height };
    };
    const spanOf = () => {
      const [a, b] = [...pointers.values()];
      return a && b ? { distance: Math.hypot(a.x - b.x, a.y - b.y), clientX: (a.x + b.x) / 2, clientY: (a.y + b.y) / 2 } : undefined;
    };
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey && document.activeElement !== svg) return;
      event.preventDefault();
      const { fx, fy } = fraction(event);
      view.zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016)), fx, fy);
    };
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return;
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      dragged = 0;
    };
    const move = (event: PointerEvent) => {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const old = spanOf();
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const now = spanOf();
      const box = svg.getBoundingClientRect();
      if (old && now) {
        const { fx, fy } = fraction(now);
        view.zoom(now.distance / (old.distance || 1), fx, fy);
        view.pan((old.clientX - now.clientX) / box.width, (old.clientY - now.clientY) / box.height);
      } else if (view.moved) {
        view.pan((before.x - event.clientX) / box.width, (before.y - event.clientY) / box.height);
      }
      dragged += Math.hypot(event.clientX - before.x, event.clientY - before.y);
      // Captured only once it is a drag: a capture would take the click away from a link.
      if (dragged > 4 && (view.moved || pointers.size > 1)) svg.setPointerCapture(event.pointerId);
    };
    const up = (event: PointerEvent) => {
      pointers.delete(event.pointerId);
    };
    const click = (event: MouseEvent) => {
      if (dragged > 4 && view.moved) event.preventDefault();
      else if (event.target === svg) svg.focus({ preventScroll: true });
    };
    const key = (event: KeyboardEvent) => {
      const step = event.altKey || event.ctrlKey || event.metaKey ? undefined : STEPS[event.key];
      if (!step) return;
      event.preventDefault();
      step(view);
    };
    const listeners: [string, EventListener, AddEventListenerOptions?][] = [
      ['wheel', wheel as EventListener, { passive: false }],
      ['pointerdown', down as EventListener],
      ['pointermove', move as EventListener],
      ['pointerup', up as EventListener],
      ['pointercancel', up as EventListener],
      ['click', click as EventListener, { capture: true }],
      ['keydown', key as EventListener]
    ];
    for (const [type, listener, options] of listeners) svg.addEventListener(type, listener, options);
    return () => listeners.forEach(([type, listener, options]) => svg.removeEventListener(type, listener, options));
  };
}
