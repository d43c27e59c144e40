/** A place on the globe, in degrees (WGS 84). */
export interface GeoPoint {
  readonly latitude: number;
  readonly longitude: number;
}

/** Mean radius of the earth in metres (IUGG). */
const EARTH_RADIUS = 6_371_008.8;

/** Many points, ready to be asked which are nearest to another. */
export interface NearestPoints {
  /**
   * Indices of the nearest, nearest first; of points as near as each other the one that comes first. `within`: metres, as the crow
   * flies.
   */
  find(to: GeoPoint, options: { readonly count: number; readonly within?: number }): readonly number[];
}

/**
 * Lays the points onto a unit sphere once. The chord between two of its points grows with the great circle between them, so that
 * the nearest are found by three differences and three products each: no poles, no antimeridian, and exact to less than a
 * millimetre where points lie close.
 */
export function createNearestPoints(points: readonly GeoPoint[]): NearestPoints {
  const vectors = new Float64Array(points.length * 3);
  for (const [index, point] of points.entries()) vectors.set(toVector(point), index * 3);
  return {
    find: (to, { count, within }) => {
      const [x, y, z] = toVector(to);
      const most = within === undefined ? Number.POSITIVE_INFINITY : chordOf(within) ** 2;
      // The nearest so far, in order: for ten of them insertion is quicker than any heap.
      const found: number[] = [];
      const chords: number[] = [];
      for (let index = 0; index < points.length; index += 1) {
        const at = index * 3;
        const dx = (vectors[at] ?? 0) - x;
        const dy = (vectors[at + 1] ?? 0) - y;
        const dz = (vectors[at + 2] ?? 0) - z;
        const chord = dx * dx + dy * dy + dz * dz;
        if (chord > most || (found.length === count && chord >= (chords[count - 1] ?? 0))) continue;
        let place = found.length;
        while (place > 0 && (chords[place - 1] ?? 0) > chord) place -= 1;
        found.splice(place, 0, index);
        chords.splice(place, 0, chord);
        if (found.length > count) {
          found.pop();
          chords.pop();
        }
      }
      return found;
    },
  };
}

/** Metres along the great circle between two points. */
export function distanceOf(one: GeoPoint, two: GeoPoint): number {
  const [x, y, z] = toVector(one);
  const [u, v, w] = toVector(two);
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.hypot(x - u, y - v, z - w) / 2));
}

/** The chord of an arc of so many metres; none is longer than through the middle of the earth. */
function chordOf(metres: number): number {
  return 2 * Math.sin(Math.min(metres / EARTH_RADIUS, Math.PI) / 2);
}

function toVector({ latitude, longitude }: GeoPoint): readonly [number, number, number] {
  const phi = (latitude * Math.PI) / 180;
  const lambda = (longitude * Math.PI) / 180;
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

/** Whether a value of JSON is a point: numbers of degrees within their bounds. */
export function isGeoPoint(value: unknown): value is GeoPoint {
  if (typeof value !== "object" || value === null) return false;
  const { latitude, longitude } = value as Partial<Record<"latitude" | "longitude", unknown>>;
  return isWithin(latitude, 90) && isWithin(longitude, 180);
}

function isWithin(value: unknown, most: number): boolean {
  return typeof value === "number" && Math.abs(value) <= most;
}
