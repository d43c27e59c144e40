import type { JsonPath } from "../model/json.ts";

/** A path for people: `generic.primaryFields[0].value`; keys that are no names in brackets and quotes. */
export function toPlace(path: JsonPath): string {
  let place = "";
  for (const step of path) {
    if (typeof step === "number") place += `[${step}]`;
    else if (/^[\w$-]+$/u.test(step)) place += place === "" ? step : `.${step}`;
    else place += `[${JSON.stringify(step)}]`;
  }
  return place;
}
