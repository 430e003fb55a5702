// Zoom, drag, pinch and keys on a map, names that appear as it grows, and a few words beside the mark that is looked at.
// The map is complete without this file.

import { Address } from './map-address.js';
import { Spotlight, SvgMarks } from './map-card.js';
import { Labels } from './map-labels.js';
import { STEP, View, gestures, keys } from './map-view.js';
import { walk } from './map-walk.js';

for (const figure of document.querySelectorAll('[data-map]')) {
  const svg = figure.querySelector('[data-picture]');
  const frame = svg.parentElement;
  const controls = figure.querySelector('[data-controls]');
  const view = new View(svg);
  const marks = new SvgMarks(svg);
  const layers = [marks];
  const spotlight = new Spotlight(figure, view, marks);
  figure.classList.add('scripted');
  if (controls) {
    svg.tabIndex = 0;
    controls.hidden = false;
    gestures(svg, view);
    walk(frame, svg, view, layers);
    keys(frame, view);
    const acts = { in: () => view.zoom(STEP), out: () => view.zoom(1 / STEP), reset: () => view.reset() };
    controls.addEventListener('click', (event) => acts[event.target.closest('[data-zoom]')?.dataset.zoom]?.());
    view.onDraw(() => {
      for (const button of controls.querySelectorAll('[data-needs-zoom]')) button.disabled = !view.moved;
    });
  }
  if (navigator.maxTouchPoints > 0) void import('./map-touch.js').then(({ touch }) => touch(figure, svg, view, marks, spotlight));
  if (svg.dataset.inverse) new Address(svg, view);
  // Thousands of points come from a file of their own, and so does what draws them.
  const many = async () => {
    if (!figure.dataset.points || !svg.querySelector('[data-many]')) return;
    document.removeEventListener('directory:shown', many);
    const { pointLayer } = await import('./map-points.js');
    const layer = await pointLayer(figure, svg, view, spotlight).catch(() => undefined);
    if (layer) layers.push(layer);
  };
  document.addEventListener('directory:shown', many);
  document.addEventListener('directory:shown', () => {
    svg.setAttribute('aria-label', svg.querySelector('[data-said]')?.dataset.said ?? svg.getAttribute('aria-label'));
    view.redraw();
  });
  void many();
  new Labels(figure, svg, view, layers);
  view.redraw();
}
