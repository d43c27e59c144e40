/** A point on the globe, in degrees. */
export interface GeoPoint {
  readonly latitude: number;
  readonly longitude: number;
}

/** Mean radius of the Earth in metres (IUGG R₁). */
const EARTH_RADIUS = 6_371_008.8;

/**
 * The way between two points along the great circle, in metres (haversine formula; good to 0.5 %, for the Earth is no sphere).
 *
 * @example
 * ```ts
 * distanceBetween({ latitude: 38.7, longitude: -9.1 }, { latitude: 59.9, longitude: 10.7 }); // about 2,740,000
 * ```
 */
export function distanceBetween(a: GeoPoint, b: GeoPoint): number {
  const [latitudeA, latitudeB] = [toRadians(a.latitude), toRadians(b.latitude)];
  const half =
    Math.sin((latitudeB - latitudeA) / 2) ** 2 +
    Math.cos(latitudeA) * Math.cos(latitudeB) * Math.sin(toRadians(b.longitude - a.longitude) / 2) ** 2;
  // Rounding may lift it a hair above 1 between antipodes.
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(Math.min(1, half)));
}

function toRadians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/**
 * The locations of a pass that matter most to someone at `point`: Wallet looks at ten and ignores the rest, and a chain of
 * shops has thousands. Nearest first; of equally near ones the earlier. Points that are none (latitude 200, no number) are left out.
 *
 * @param count How many at most; ten, as `locations` of pass.json takes.
 *
 * @example
 * ```ts
 * const locations = nearestLocations(allShops, { latitude: 52.52, longitude: 13.4 });
 * pass.edit((editor) => editor.setValue("locations", locations));
 * ```
 */
export function nearestLocations<T extends GeoPoint>(locations: Iterable<T>, point: GeoPoint, count = 10): T[] {
  const measured: { readonly location: T; readonly distance: number }[] = [];
  for (const location of locations) {
    if (isGeoPoint(location)) measured.push({ location, distance: distanceBetween(location, point) });
  }
  return measured
    .toSorted((left, right) => left.distance - right.distance)
    .slice(0, Math.max(0, count))
    .map(({ location }) => location);
}

function isGeoPoint({ latitude, longitude }: GeoPoint): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}
