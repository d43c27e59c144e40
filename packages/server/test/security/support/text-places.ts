import { resolveSchema, type Schema } from "../../api/support/operations.ts";

/** How deep schemas are walked: those of filters hold themselves. */
const DEPTH = 5;

/** The places of a body that take a text, as steps from its root; `0` is the first of a list, `canary` any name of an open object. */
export function textPlacesOf(schema: Schema, depth = 0): readonly (readonly string[])[] {
  if (depth > DEPTH) return [];
  const { type, properties = {}, items, additionalProperties, anyOf = [], oneOf = [], allOf = [] } = resolveSchema(schema);
  const types = typeof type === "string" ? [type] : (type ?? []);
  const under = (step: string, inner: Schema) => textPlacesOf(inner, depth + 1).map((place) => [step].concat(place));
  const places = [
    // Of what has no type anything may be a text.
    ...(types.includes("string") || (types.length === 0 && anyOf.length + oneOf.length + allOf.length === 0) ? [[]] : []),
    ...Object.entries(properties).flatMap(([name, inner]) => under(name, inner)),
    ...(items === undefined ? [] : under("0", items)),
    ...(typeof additionalProperties === "object" ? under("canary", additionalProperties) : []),
    ...[...anyOf, ...oneOf, ...allOf].flatMap((inner) => textPlacesOf(inner, depth)),
  ];
  return [...new Map(places.map((place) => [place.join("\0"), place])).values()];
}

/** The places of a body where a text is. */
export function textsOf(body: unknown): readonly (readonly string[])[] {
  if (typeof body === "string") return [[]];
  if (typeof body !== "object" || body === null) return [];
  return Object.entries(body).flatMap(([step, inner]) => textsOf(inner).map((place) => [step].concat(place)));
}

/** A copy of a body with a text at a place, made along the way where nothing is. */
export function putAt(body: unknown, place: readonly string[], text: string): unknown {
  const [step, ...rest] = place;
  if (step === undefined) return text;
  if (step === "0") {
    const list: readonly unknown[] = Array.isArray(body) ? body : [];
    return [putAt(list[0], rest, text), ...list.slice(1)];
  }
  const object = typeof body === "object" && body !== null && !Array.isArray(body) ? body : {};
  return { ...object, [step]: putAt((object as Readonly<Record<string, unknown>>)[step], rest, text) };
}
