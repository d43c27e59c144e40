import { isJsonArray, type JsonValue } from "@passwright/pass";
import type { TextLink } from "../links/text-link.ts";
import { findAddresses } from "./find-addresses.ts";
import { createDateFinder } from "./find-dates.ts";
import { createLinkFinder } from "./find-links.ts";
import { createPhoneFinder } from "./find-phones.ts";

/** Finds in a text what a phone makes a link of, beside the links that are there already. In order, without overlaps. */
export type DataDetector = (text: string, types: JsonValue | undefined, taken: readonly TextLink[]) => Promise<TextLink[]>;

/**
 * Data detectors for texts of a language. Without a list of types all of them look, with an empty one none. What they need is
 * loaded when the first text comes that may hold it.
 * Source: PassFieldContent, dataDetectorTypes.
 */
export function createDataDetector(language: string): DataDetector {
  // In order of their say: what a web address holds is no telephone number, and what an address holds no date.
  const finders: readonly (readonly [DataDetectorName, (text: string) => TextLink[] | Promise<TextLink[]>])[] = [
    ["PKDataDetectorTypeLink", createLinkFinder()],
    ["PKDataDetectorTypeAddress", findAddresses],
    ["PKDataDetectorTypeCalendarEvent", createDateFinder(language)],
    ["PKDataDetectorTypePhoneNumber", createPhoneFinder(language)],
  ];
  return async (text, types, taken) => {
    const wanted = isJsonArray(types) ? types : null;
    const links: TextLink[] = [...taken];
    for (const [name, find] of finders) {
      if (wanted !== null && !wanted.includes(name)) continue;
      for (const link of await find(text)) {
        if (!links.some(({ start, end }) => start < link.end && end > link.start)) links.push(link);
      }
    }
    return links.toSorted((a, b) => a.start - b.start);
  };
}

type DataDetectorName = `PKDataDetectorType${"Link" | "Address" | "CalendarEvent" | "PhoneNumber"}`;
