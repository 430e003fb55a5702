import type { Box } from '#lib/domain/geography/projection.ts';

const LARGEST = 12;

/** The part of the picture that a map shows. All lengths are in units of the picture. */
export class MapView {
  readonly home: Box;
  x = $state(0);
  y = $state(0);
  /** 1 shows `home` whole. */
  k = $state(1);

  constructor(home: Box) {
    this.home = home;
    this.x = home.x;
    this.y = home.y;
  }

  get viewBox(): string {
    const round = (value: number) => Math.round(value * 100) / 100;
    return [this.x, this.y, this.width, this.height].map(round).join(' ');
  }
  get width(): number {
    return this.home.width / this.k;
  }
  get height(): number {
    return this.home.height / this.k;
  }
  get moved(): boolean {
    return this.k !== 1;
  }

  /** Zooms by `factor` and keeps in place the point at the fractions `fx`, `fy` of what is shown. */
  zoom(factor: number, fx = 0.5, fy = 0.5): void {
    const k = Math.min(LARGEST, Math.max(1, this.k * factor));
    const [atX, atY] = [this.x + fx * this.width, this.y + fy * this.height];
    this.k = k;
    this.#place(atX - fx * this.width, atY - fy * this.height);
  }

  /** Moves by fractions of what is shown. */
  pan(fx: number, fy: number): void {
    this.#place(this.x + fx * this.width, this.y + fy * this.height);
  }

  reset(): void {
    this.k = 1;
    this.#place(this.home.x, this.home.y);
  }

  /** Never leaves the picture. */
  #place(x: number, y: number): void {
    const { home } = this;
    this.x = Math.min(home.x + home.width - this.width, Math.max(home.x, x));
    this.y = Math.min(home.y + home.height - this.height, Math.max(home.y, y));
  }
}
