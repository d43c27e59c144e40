import { expect, test } from "vitest";
import { draw, field, runOf, runs } from "../support/face.ts";

test("the first field of a row stands flush left, the last flush right, with equal gaps", async () => {
  const drawing = await draw({ generic: { secondaryFields: [field("a", "one"), field("b", "two"), field("c", "three")] } });
  const [one, two, three] = ["one", "two", "three"].map((text) => runOf(drawing, text));
  expect(one!.x).toBeCloseTo(15, 5);
  expect(three!.x + three!.width).toBeCloseTo(358 - 15, 1);
  expect(two!.x - (one!.x + one!.width)).toBeCloseTo(three!.x - (two!.x + two!.width), 1);
});

test("values of a row share one size, and shrink together when they have no room", async () => {
  const long = "a value that is really far too long for it";
  const drawing = await draw({ generic: { secondaryFields: [field("", long), field("", "B")] } });
  expect(runOf(drawing, "B").size).toBe(runOf(drawing, long).size);
  expect(runOf(drawing, "B").size).toBeLessThan(20);
});

test("a value that is too long at the smallest size ends in an ellipsis, and a finding says so", async () => {
  const value = "no end in sight ".repeat(8).trim();
  const drawing = await draw({ generic: { secondaryFields: [field("", value), field("", "B")] } });
  const [run] = runs(drawing);
  expect(run!.text.endsWith("…")).toBe(true);
  expect(run!.size).toBe(10);
  expect(drawing.findings).toContainEqual({
    rule: "text-truncated",
    where: { file: "pass.json", path: ["generic", "secondaryFields", 0, "value"] },
    params: { text: run!.text },
  });
});

test("the first header field stands rightmost", async () => {
  const drawing = await draw({ generic: { headerFields: [field("", "first"), field("", "second")] } });
  expect(runOf(drawing, "first").x).toBeGreaterThan(runOf(drawing, "second").x);
  expect(runOf(drawing, "first").x + runOf(drawing, "first").width).toBeCloseTo(343, 1);
});

test("labels stand in capitals of the reader's language", async () => {
  expect(runOf(await draw({ generic: { primaryFields: [field("biniş", "x")] } }, { locale: "tr" }), "BİNİŞ").size).toBe(11);
});

test("alignment moves a value within its own block only", async () => {
  const align = { textAlignment: "PKTextAlignmentRight" };
  const drawing = await draw({ generic: { auxiliaryFields: [field("a much longer label", "v", align)] } });
  const [label, value] = [runOf(drawing, "A MUCH LONGER LABEL"), runOf(drawing, "v")];
  expect(label.x).toBeCloseTo(15, 5);
  expect(value.x + value.width).toBeCloseTo(label.x + label.width, 1);
});

test("fields that have no place are counted in a finding", async () => {
  const fields = Array.from({ length: 500 }, (_, index) => field("", `v${index}`));
  const drawing = await draw({ eventTicket: { secondaryFields: fields } });
  expect(runs(drawing)).toHaveLength(4);
  expect(drawing.findings).toContainEqual({
    rule: "fields-not-shown",
    where: { file: "pass.json", path: ["eventTicket", "secondaryFields"] },
    params: { section: "secondaryFields", count: 496 },
  });
});

test("a store card puts secondary and auxiliary fields into one row of four", async () => {
  const drawing = await draw({
    storeCard: {
      secondaryFields: [field("", "a"), field("", "b")],
      auxiliaryFields: [field("", "c"), field("", "d"), field("", "e")],
    },
  });
  expect(runs(drawing).map((run) => run.text)).toEqual(["a", "b", "c", "d"]);
  expect(new Set(runs(drawing).map((run) => run.y)).size).toBe(1);
});

test("the key row sends an auxiliary field of an event ticket to the second row", async () => {
  const drawing = await draw({ eventTicket: { auxiliaryFields: [field("", "a"), field("", "b", { row: 1 })] } });
  expect(runOf(drawing, "b").y - runOf(drawing, "a").y).toBeCloseTo(44, 5);
});

test("both ends of a journey are written in one size, their middle on one line whatever it is", async () => {
  const short = await draw({ boardingPass: { primaryFields: [field("", "SFO"), field("", "JFK")] } });
  const long = await draw({ boardingPass: { primaryFields: [field("", "Llanfairpwllgwyngyll"), field("", "JFK")] } });
  expect(runOf(short, "SFO").size).toBe(40);
  expect(runOf(long, "JFK").size).toBeLessThan(25);
  const middle = (run: { y: number; size: number }) => run.y - run.size * 0.35;
  expect(middle(runOf(long, "JFK"))).toBeCloseTo(middle(runOf(short, "JFK")), 5);
});
