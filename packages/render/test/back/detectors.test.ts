import { describe as group, expect, test } from "vitest";
import { createDataDetector } from "../../src/back/detectors/detect-data.ts";

const ALL = undefined;
const PHONE = ["PKDataDetectorTypePhoneNumber"];
const LINK = ["PKDataDetectorTypeLink"];
const ADDRESS = ["PKDataDetectorTypeAddress"];
const DATE = ["PKDataDetectorTypeCalendarEvent"];

async function detect(text: string, types: readonly string[] | undefined, language = "en-US"): Promise<string[]> {
  const links = await createDataDetector(language)(text, types === undefined ? undefined : [...types], []);
  return links.map(({ start, end, href }) => `${text.slice(start, end)} → ${href ?? "calendar"}`);
}

group("telephone numbers", () => {
  test.each([
    ["en-US", "Call (415) 555-2671.", "(415) 555-2671 → tel:+14155552671"],
    ["en-US", "+43 1 234 5678", "+43 1 234 5678 → tel:+4312345678"],
    ["en-US", "toll-free (1-800-222-4357)", "1-800-222-4357 → tel:+18002224357"],
    ["en-GB", "020 7946 0958", "020 7946 0958 → tel:+442079460958"],
    ["de-DE", "Tel. 030 901820", "030 901820 → tel:+4930901820"],
    ["de-AT", "0316/872-0000", "0316/872-0000 → tel:+433168720000"],
    ["de", "030 901820", "030 901820 → tel:+4930901820"],
    ["fr-FR", "01 42 68 53 00", "01 42 68 53 00 → tel:+33142685300"],
    ["fr-CH", "022 730 51 11", "022 730 51 11 → tel:+41227305111"],
    ["it", "06 6982", "06 6982 → tel:+39066982"],
    ["es-MX", "55 5128 9000", "55 5128 9000 → tel:+525551289000"],
    ["ja-JP", "03-3201-3331", "03-3201-3331 → tel:+81332013331"],
    ["pt-BR", "(11) 2222-3333", "(11) 2222-3333 → tel:+551122223333"],
    ["en-AU", "(02) 9374 4000", "(02) 9374 4000 → tel:+61293744000"],
    ["en-IN", "022 2272 1233", "022 2272 1233 → tel:+912222721233"],
    ["en-US", "415-555-2671 ext. 12", "415-555-2671 ext. 12 → tel:+14155552671;ext=12"],
    ["tlh", "+1 415 555 2671 or 415 555 2671", "+1 415 555 2671 → tel:+14155552671"],
  ])("%s: %s", async (language, text, expected) => {
    expect(await detect(text, PHONE, language)).toEqual([expected]);
  });

  test.each(["1234-5678", "order 4111 1111 1111 1111", "12:30", "1.2.3.4", "42", "EUR 1,250.00"])("%s is none", async (text) => {
    expect(await detect(text, PHONE)).toEqual([]);
  });
});

group("links", () => {
  test.each([
    ["https://example.com/a?b=c.", "https://example.com/a?b=c → https://example.com/a?b=c"],
    ["see example.com/x, now", "example.com/x → http://example.com/x"],
    ["www.example.org", "www.example.org → http://www.example.org/"],
    ["(https://example.com/a)", "https://example.com/a → https://example.com/a"],
    ["help@example.com", "help@example.com → mailto:help@example.com"],
    ["mailto:help@example.com", "mailto:help@example.com → mailto:help@example.com"],
    ["https://münchen.example/ä", "https://münchen.example/ä → https://xn--mnchen-3ya.example/%C3%A4"],
  ])("%s", async (text, expected) => {
    expect(await detect(text, LINK)).toEqual([expected]);
  });

  test.each(["javascript:alert(1)", "ftp://example.com/file", "//example.com", "file.txt", "Mr.Smith", "1.2", "a@b", "myapp://x"])(
    "%s is none",
    async (text) => {
      expect(await detect(text, LINK)).toEqual([]);
    },
  );
});

group("dates", () => {
  test.each([
    ["en", "Starts March 5, 2026 at 7:30 PM.", "March 5, 2026 at 7:30 PM → calendar"],
    ["en", "on 5 March 2026", "5 March 2026 → calendar"],
    ["en", "the 1st of May", "1st of May → calendar"],
    ["en", "Mar 5th", "Mar 5th → calendar"],
    ["de", "am 5. März 2026 um 19:30", "5. März 2026 um 19:30 → calendar"],
    ["fr", "le 5 mars 2026 à 19:30", "5 mars 2026 à 19:30 → calendar"],
    ["es", "el 5 de marzo de 2026", "5 de marzo de 2026 → calendar"],
    ["ja", "2026年3月5日に", "2026年3月5日 → calendar"],
    ["en", "2026-03-05", "2026-03-05 → calendar"],
    ["en", "2026-03-05 19:30.", "2026-03-05 19:30 → calendar"],
    ["en", "2026-03-05T19:30:00Z", "2026-03-05T19:30:00Z → calendar"],
    ["en", "3/5/2026", "3/5/2026 → calendar"],
    ["de", "05.03.26.", "05.03.26 → calendar"],
  ])("%s: %s", async (language, text, expected) => {
    expect(await detect(text, DATE, language)).toEqual([expected]);
  });

  test.each(["1.2.34", "13/13/2026", "2026-13-45", "you may 5 times", "1/2", "version 10.0.19", "May 45", "192.168.10.20"])(
    "%s is none",
    async (text) => {
      expect(await detect(text, DATE)).toEqual([]);
    },
  );
});

group("addresses", () => {
  test.each([
    ["1 Infinite Loop, Cupertino, CA 95014", "1 Infinite Loop, Cupertino, CA 95014"],
    ["10 Downing Street, London SW1A 2AA", "10 Downing Street, London SW1A 2AA"],
    ["Stephansplatz 1, 1010 Wien", "Stephansplatz 1, 1010 Wien"],
    ["Unter den Linden 77\n10117 Berlin", "Unter den Linden 77 10117 Berlin"],
    ["12 rue de Rivoli, 75001 Paris", "12 rue de Rivoli, 75001 Paris"],
    ["Via del Corso 12, 00186 Roma", "Via del Corso 12, 00186 Roma"],
  ])("%s", async (text, query) => {
    expect(await detect(text, ADDRESS)).toEqual([`${text} → https://maps.apple.com/?q=${encodeURIComponent(query)}`]);
  });

  test.each(["Room 5, 1010", "Call 1234 now", "5 apples, 12345"])("%s is none", async (text) => {
    expect(await detect(text, ADDRESS)).toEqual([]);
  });
});

const MIXED = "Call +43 1 234 5678, see https://example.com/2026-03-05, come to Stephansplatz 1, 1010 Wien on 5 March 2026";

test("without a list of types all detectors look, each where the others found nothing", async () => {
  expect((await detect(MIXED, ALL)).map((line) => line.split(" → ", 1)[0])).toEqual([
    "+43 1 234 5678",
    "https://example.com/2026-03-05",
    "Stephansplatz 1, 1010 Wien",
    "5 March 2026",
  ]);
});

test.each([
  [PHONE, "+43 1 234 5678"],
  [LINK, "https://example.com/2026-03-05"],
  [ADDRESS, "Stephansplatz 1, 1010 Wien"],
])("%s alone finds its own kind and no other", async (types, expected) => {
  expect((await detect(MIXED, types)).map((line) => line.split(" → ", 1)[0])).toEqual([expected]);
});

test("an empty list switches all of them off, and so does one of unknown names", async () => {
  expect(await detect(MIXED, [])).toEqual([]);
  expect(await detect(MIXED, ["PKDataDetectorTypeFlight"])).toEqual([]);
});

test("what is a link already is left as it is", async () => {
  const taken = [{ kind: "markup", start: 4, end: 15, href: "https://other.example/" }] as const;
  expect(await createDataDetector("en")("see example.com or example.org", undefined, taken)).toMatchObject([
    { start: 4, href: "https://other.example/" },
    { start: 19, end: 30, href: "http://example.org/" },
  ]);
});
