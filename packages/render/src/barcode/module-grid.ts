/** A grid of modules while a symbol is being drawn: 1 is dark. */
export interface ModuleGrid {
  readonly width: number;
  readonly height: number;
  /** Row by row from the top, `width × height` values of 0 or 1. */
  readonly modules: Uint8Array;
}

/** A grid of light modules. */
export function createModuleGrid(width: number, height = width): ModuleGrid {
  return { width, height, modules: new Uint8Array(width * height) };
}

/** Sets one module; what lies outside the grid is left out. */
export function setModule({ width, height, modules }: ModuleGrid, x: number, y: number, value: number | boolean): void {
  if (x >= 0 && y >= 0 && x < width && y < height) modules[y * width + x] = Number(value);
}

/** One module: 0 or 1. */
export function moduleAt({ width, modules }: ModuleGrid, x: number, y: number): number {
  return modules[y * width + x] ?? 0;
}
