import type { JsonPath } from "../model/json.ts";
import type { CheckSubject } from "./subject.ts";

/** A text that a person reads on the pass or in a notification, with where it stands in pass.json. */
export interface VisibleText {
  readonly path: JsonPath;
  readonly text: string;
}

const TOP_LEVEL_TEXTS = ["organizationName", "description", "logoText", "eventLogoText", "relevantText"] as const;
const FIELD_TEXTS = ["label", "value", "attributedValue", "changeMessage"] as const;

/** Every text of pass.json that is shown: the names at the top, and labels and values of all fields. */
export function* visibleTexts({ pass, fields }: CheckSubject): Generator<VisibleText> {
  for (const key of TOP_LEVEL_TEXTS) {
    const text = pass[key];
    if (typeof text === "string") yield { path: [key], text };
  }
  for (const { field, path } of fields) {
    for (const key of FIELD_TEXTS) {
      const text = field[key];
      if (typeof text === "string") yield { path: [...path, key], text };
    }
  }
}
