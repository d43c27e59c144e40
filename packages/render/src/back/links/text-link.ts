import type { Mark } from "../../paragraph/lay-paragraphs.ts";

/** A stretch of a text that leads somewhere or, without `href`, that a phone can do something with: a date goes into the calendar. */
export interface TextLink extends Mark {
  readonly kind: "markup" | "phone" | "link" | "address" | "date";
  readonly href: string | null;
}
