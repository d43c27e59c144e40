import type { FieldSection, PassStyle } from "../model/style.ts";
import type { CheckSubject } from "./subject.ts";

const FRONT_SECTIONS: ReadonlySet<FieldSection> = /* @__PURE__ */ new Set<FieldSection>([
  "headerFields",
  "primaryFields",
  "secondaryFields",
  "auxiliaryFields",
]);

/** Whether the dictionary of a style puts any field on the front of the plain card. */
export function hasFrontField(subject: CheckSubject, style: PassStyle): boolean {
  return subject.fields.some((entry) => entry.style === style && FRONT_SECTIONS.has(entry.section));
}
