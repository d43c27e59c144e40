import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "@passwright/pass";

/** The semantic tags of a pass; nothing where it has none. */
export function semanticsOf(pass: JsonObject): JsonObject {
  const { semantics } = pass;
  return isJsonObject(semantics) ? semantics : {};
}

/** A tag that is a text. */
export function textTag(semantics: JsonObject, key: string): string {
  const value = semantics[key];
  return typeof value === "string" ? value.trim() : "";
}

/** A seat's parts that a poster shows, with what they are called. */
const SEAT_PARTS: readonly (readonly [key: string, label: string])[] = [
  ["seatSection", "Section"],
  ["seatRow", "Row"],
  ["seatNumber", "Seat"],
  ["seatAisle", "Aisle"],
  ["seatLevel", "Level"],
  ["seatType", "Type"],
];

/** What of the first seat is given: at most four parts; without a seat the level of admission. */
export function seatFacts(semantics: JsonObject): readonly { readonly label: string; readonly value: string }[] {
  const { seats } = semantics;
  const seat: JsonValue | undefined = isJsonArray(seats) ? seats[0] : undefined;
  if (isJsonObject(seat)) {
    const parts = SEAT_PARTS.map(([key, label]) => ({ label, value: textTag(seat, key) })).filter(({ value }) => value !== "");
    if (parts.length > 0) return parts.slice(0, 4);
  }
  const admission = textTag(semantics, "admissionLevel");
  return admission === "" ? [] : [{ label: "Admission", value: admission }];
}

/** A person's name as it is called out: the given name and the family name. */
export function personName(value: JsonValue | undefined): string {
  if (!isJsonObject(value)) return typeof value === "string" ? value.trim() : "";
  return ["givenName", "familyName"]
    .map((key) => textTag(value, key))
    .filter((part) => part !== "")
    .join(" ");
}
