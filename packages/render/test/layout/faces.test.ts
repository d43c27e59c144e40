import { expect, test } from "vitest";
import { describe as describeFace } from "../../src/layout/describe.ts";
import { drawStackHeader } from "../../src/layout/draw-stack-header.ts";
import { draw, field, paintedNodes, passOf, runOf, runs } from "../support/face.ts";

const qr = { format: "PKBarcodeFormatQR", message: "7", messageEncoding: "iso-8859-1", altText: "seven" };

test("a face is as wide as the phone's screen less its margins, and as high everywhere", async () => {
  const data = { generic: {} };
  expect(await draw(data).then(({ scene }) => [scene.width, scene.height])).toEqual([358, 503]);
  expect(await draw(data, { screenWidth: 440 }).then(({ scene }) => [scene.width, scene.height])).toEqual([408, 503]);
});

test("a pass without a style is refused", async () => {
  await expect(draw({ description: "nothing" })).rejects.toMatchObject({ code: "ERR_RENDER_NO_STYLE" });
});

test("a locale, a time zone or a screen that is none is refused", async () => {
  for (const options of [{ locale: "no locale" }, { timeZone: "Mars/Olympus" }, { screenWidth: 1 as 390 }]) {
    await expect(draw({ generic: {} }, options)).rejects.toMatchObject({ code: "ERR_RENDER_OPTION" });
  }
});

test("a scene cannot be changed", async () => {
  const { scene, findings } = await draw({ generic: { primaryFields: [field("a", "b")] } });
  expect(Object.isFrozen(scene)).toBe(true);
  expect(paintedNodes(scene.nodes).every((node) => Object.isFrozen(node))).toBe(true);
  expect(Object.isFrozen(findings)).toBe(true);
});

test("the same pass gives the same scene", async () => {
  const data = { coupon: { primaryFields: [field("off", "20 %")] }, barcodes: [qr] };
  expect(await draw(data)).toEqual(await draw(data));
});

test("without colours a face is black on white, and white on a dark ground", async () => {
  const light = await draw({ generic: { primaryFields: [field("", "x")] } });
  expect(runOf(light, "x").fill).toEqual({ r: 0, g: 0, b: 0, a: 1 });
  const dark = await draw({ backgroundColor: "rgb(10, 10, 80)", generic: { primaryFields: [field("", "x")] } });
  expect(runOf(dark, "x").fill).toEqual({ r: 255, g: 255, b: 255, a: 1 });
});

test("a colour that is none gives the default and a finding", async () => {
  const { findings } = await draw({ backgroundColor: "salmon", generic: {} });
  expect(findings).toEqual([
    { rule: "colour-unreadable", where: { file: "pass.json", path: ["backgroundColor"] }, params: { text: "salmon" } },
  ]);
});

test("the code of a voided or expired pass is dimmed, and words stand in the place of its text", async () => {
  const pass = { generic: {}, barcodes: [qr], expirationDate: "2026-01-01T00:00:00Z" };
  expect(runs(await draw(pass)).map((run) => run.text)).toEqual(["seven"]);
  expect(runs(await draw({ ...pass, voided: true })).map((run) => run.text)).toEqual(["This pass is void"]);
  const late = await draw(pass, { now: new Date("2026-02-01T00:00:00Z") });
  expect(runs(late).map((run) => run.text)).toEqual(["This pass has expired"]);
  const [clip] = late.scene.nodes;
  expect(clip?.kind === "clip" && clip.nodes.some((node) => node.kind === "group" && node.opacity === 0.2)).toBe(true);
});

test("the first barcode that can be drawn is drawn, and those before it are named", async () => {
  const unfit = { format: "PKBarcodeFormatEAN13", message: "12", messageEncoding: "utf-8" };
  const { findings, scene } = await draw({ generic: {}, barcodes: [unfit, qr] });
  expect(findings.map(({ rule, where }) => [rule, where.path])).toEqual([["barcode-unfit", ["barcodes", 0]]]);
  expect(paintedNodes(scene.nodes).filter((node) => node.label === "barcode")).toHaveLength(1);
});

test("a picture that cannot be read is left out and named", async () => {
  const { drawFront } = await import("../../src/layout/draw-front.ts");
  const { findings } = await drawFront(passOf({ generic: {} }, { "logo@2x.png": "no picture" }));
  expect(findings.map(({ rule, where }) => [rule, where.file])).toEqual([["image-unreadable", "logo@2x.png"]]);
});

test("a face in words has a title and its texts in reading order", async () => {
  const pass = passOf({
    organizationName: "Aerolines",
    description: "Flight",
    logoText: "Aero",
    boardingPass: {
      headerFields: [field("Gate", "B7")],
      primaryFields: [field("From", "SFO"), field("To", "JFK")],
      secondaryFields: [field("Name", "Jo")],
      auxiliaryFields: [field("Seat", "1A")],
    },
    barcodes: [qr],
  });
  expect(await describeFace(pass)).toEqual({
    title: "Boarding pass: Aerolines, Flight",
    lines: ["Aero", "Gate: B7", "From: SFO", "To: JFK", "Seat: 1A", "Name: Jo", "seven"],
  });
});

test("in a stack only logo text and header fields are seen", async () => {
  const pass = passOf({ logoText: "Club", storeCard: { headerFields: [field("", "12")], primaryFields: [field("", "no")] } });
  const drawing = await drawStackHeader(pass);
  expect(drawing.scene.height).toBe(60);
  expect(runs(drawing).map((run) => run.text)).toEqual(["12", "Club"]);
});

test("texts are those of the reader's language, labels and logo text among them", async () => {
  const { drawFront } = await import("../../src/layout/draw-front.ts");
  const files = { "de.lproj/pass.strings": '"gate" = "Flugsteig"; "club" = "Verein"; "b" = "B sieben";' };
  const drawing = await drawFront(passOf({ logoText: "club", generic: { primaryFields: [field("gate", "b")] } }, files), {
    locale: "de",
  });
  expect(runs(drawing).map((run) => run.text)).toEqual(["Verein", "FLUGSTEIG", "B sieben"]);
});

test("a poster generic pass is preferred where it stands beside a classic style, unless the classic look is asked for", async () => {
  const pass = { generic: { primaryFields: [field("", "old")] }, posterGeneric: { primaryFields: [field("", "new")] } };
  expect(runs(await draw(pass)).map((run) => run.text)).toEqual(["new"]);
  expect(runs(await draw(pass, { look: "classic" })).map((run) => run.text)).toEqual(["old"]);
});

const flight = {
  preferredStyleSchemes: ["semanticBoardingPass"],
  boardingPass: { transitType: "PKTransitTypeAir", primaryFields: [field("", "classic")] },
  semantics: {
    airlineCode: "XX",
    flightNumber: 12,
    departureAirportCode: "VIE",
    departureCityName: "Vienna",
    departureLocationTimeZone: "Europe/Vienna",
    destinationAirportCode: "LHR",
    destinationCityName: "London",
    destinationLocationTimeZone: "Europe/London",
    originalBoardingDate: "2026-07-01T09:30:00Z",
    originalDepartureDate: "2026-07-01T10:00:00Z",
    originalArrivalDate: "2026-07-01T12:00:00Z",
    passengerName: { givenName: "Ada", familyName: "Lovelace" },
  },
};

test("a boarding pass of semantic tags shows them, times by the clocks of the airports", async () => {
  const texts = runs(await draw(flight, { locale: "de", timeZone: "Asia/Tokyo" })).map((run) => run.text);
  expect(texts).toEqual(expect.arrayContaining(["XX12", "VIE", "Vienna", "LHR", "12:00", "13:00", "11:30", "Ada Lovelace"]));
});

test("a boarding pass that lacks a demanded tag falls back to its fields", async () => {
  const { departureCityName: _, ...semantics } = flight.semantics;
  expect(runs(await draw({ ...flight, semantics })).map((run) => run.text)).toEqual(["classic"]);
});

test("a boarding pass by semantic tags names a passenger only where it has one", async () => {
  const tags = {
    departureAirportCode: "VIE",
    departureCityName: "Vienna",
    destinationAirportCode: "OSL",
    destinationCityName: "Oslo",
    originalBoardingDate: "2026-03-04T05:30:00Z",
    originalDepartureDate: "2026-03-04T06:10:00Z",
    originalArrivalDate: "2026-03-04T08:40:00Z",
  };
  const pass = {
    preferredStyleSchemes: ["semanticBoardingPass"],
    boardingPass: { transitType: "PKTransitTypeAir" },
    semantics: tags,
  };
  const passengerName = { givenName: "Ada", familyName: "Lovelace" };
  const without = runs(await draw(pass)).map(({ text }) => text);
  const named = runs(await draw({ ...pass, semantics: { ...tags, passengerName } })).map(({ text }) => text);
  expect(without).not.toContain("PASSENGER");
  expect(named).toContain("PASSENGER");
});
