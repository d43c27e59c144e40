import { isJsonArray, type JsonValue } from "@passwright/pass";
import type { TextLink } from "../links/text-link.ts";
import { findAddresses } from "./find-addresses.ts";
import { findDates } from "./find-dates.ts";
import { findLinks } from "./find-links.ts";
import { findPhones } from "./find-phones.ts";

type Detector = (text: string, language: string) => TextLink[] | Promise<TextLink[]>;

/** In order of their say: what a web address holds is no telephone number, and what an address holds no date. */
const DETECTORS: Readonly<Record<string, Detector>> = {
  PKDataDetectorTypeLink: findLinks,
  PKDataDetectorTypeAddress: findAddresses,
  PKDataDetectorTypeCalendarEvent: findDates,
  PKDataDetectorTypePhoneNumber: findPhones,
};

/**
 * What of a text a phone makes a link of. Without a list all detectors look, with an empty one none.
 * Source: PassFieldContent, dataDetectorTypes.
 */
export async function detectData(
  text: string,
  types: JsonValue | undefined,
  language: string,
  taken: readonly TextLink[],
): Promise<TextLink[]> {
  const wanted = isJsonArray(types) ? types : null;
  const links: TextLink[] = [...taken];
  for (const [type, detect] of Object.entries(DETECTORS)) {
    if (wanted !== null && !wanted.includes(type)) continue;
    for (const link of await detect(text, language)) {
      if (!links.some(({ start, end }) => start < link.end && end > link.start)) links.push(link);
    }
  }
  return links.toSorted((a, b) => a.start - b.start);
}
