import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blend, contrastOf, formatRgb, isColourOutOfRange, mendColour, parseColour } from "../../../src/check/values/colour.ts";
import { fastestRun } from "../../support/fastest-run.ts";

const component = fc.integer({ min: 0, max: 255 });

describe("parseColour", () => {
  test.each([
    ["rgb(255, 136, 0)", { r: 255, g: 136, b: 0, form: "rgb" }],
    ["rgb(255,136,0)", { r: 255, g: 136, b: 0, form: "rgb" }],
    [" RGB( 255 , 136 , 0 ) ", { r: 255, g: 136, b: 0, form: "rgb" }],
    ["rgba(1, 2, 3, 0.5)", { r: 1, g: 2, b: 3, alpha: 0.5, form: "rgba" }],
    ["rgba(1, 2, 3, 1.00)", { r: 1, g: 2, b: 3, alpha: 1, form: "rgba" }],
    ["rgba(1, 2, 3, 50%)", { r: 1, g: 2, b: 3, alpha: 0.5, form: "rgba" }],
    ["#ff8800", { r: 255, g: 136, b: 0, form: "hex6" }],
    ["#F80", { r: 255, g: 136, b: 0, form: "hex3" }],
  ])("reads %s", (text, colour) => {
    expect(parseColour(text)).toEqual(colour);
  });

  test.each([
    "",
    "Black",
    "xx rgb(1,2,3) yy",
    "rgb(1,2)",
    "rgb(1,2,3,4)",
    "rgb(256,0,0)",
    "rgb(-1,0,0)",
    "rgb(0.5,0,0)",
    "rgb(1 2 3)",
    "rgb(1%,2%,3%)",
    "rgba(1,2,3,2)",
    "rgba(1,2,3,101%)",
    "#12345",
    "#11223344",
    "#ggg",
    "112233",
    "hsl(0,0%,0%)",
    "rgb(１,２,３)",
  ])("refuses %j", (text) => {
    expect(parseColour(text)).toBeNull();
  });

  test("reads what formatRgb writes", () => {
    fc.assert(
      fc.property(component, component, component, (r, g, b) => {
        expect(parseColour(formatRgb({ r, g, b }))).toEqual({ r, g, b, form: "rgb" });
      }),
    );
  });

  test("takes any text without failing, in time that grows with its length", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseColour(text)));
    const time = fastestRun(250, () => {
      for (const text of [`rgb(${" ".repeat(1_000_000)}`, `rgb(${"1,".repeat(500_000)})`, `rgba(0,0,0,.${"1".repeat(1_000_000)}`]) {
        expect(parseColour(text)).toBeNull();
        expect(isColourOutOfRange(text)).toBe(false);
      }
    });
    expect(time).toBeLessThan(250);
  });
});

test("only numbers in the form of rgb() count as out of range", () => {
  for (const text of ["rgb(256, 0, 0)", "rgb(-1,0,0)", "rgb(0.5, 0.5, 0.5)", "rgba(300,0,0,1)", "rgb(10%, 20%, 30%)"])
    expect(isColourOutOfRange(text)).toBe(true);
  for (const text of ["rgb(1,2,3)", "rgb(a,b,c)", "rgb(1,2)", "rgb(,,)", "Black"]) expect(isColourOutOfRange(text)).toBe(false);
});

describe("contrast", () => {
  const black = { r: 0, g: 0, b: 0 };
  const white = { r: 255, g: 255, b: 255 };

  test("is 21 for black on white and 1 for equal colours", () => {
    expect(contrastOf(black, white)).toBeCloseTo(21, 5);
    expect(contrastOf(white, black)).toBeCloseTo(21, 5);
    expect(contrastOf(white, white)).toBe(1);
  });

  test("of #767676 on white is the 4.54 that WCAG's tools say", () => {
    expect(contrastOf({ r: 0x76, g: 0x76, b: 0x76 }, white)).toBeCloseTo(4.54, 2);
  });

  test("of a colour with alpha is that of the mixture", () => {
    const under = { ...black, form: "rgb" } as const;
    expect(blend({ ...white, alpha: 0.5, form: "rgba" }, under)).toEqual({ r: 128, g: 128, b: 128, form: "rgb" });
    expect(blend({ ...white, form: "rgb" }, under)).toEqual({ ...white, form: "rgb" });
  });
});

describe("mendColour", () => {
  test.each(["rgb(22, 55, 110);", "rgb(22,55,110", "rgb (22,55,110)", "RGB(22 55 110).", "22,55,110", "16376e", " (22;55;110) "])(
    "reads what %j means",
    (text) => {
      expect(formatRgb(mendColour(text) ?? { r: 0, g: 0, b: 0 })).toBe("rgb(22, 55, 110)");
    },
  );

  test.each(["", "Black", "xx rgb(1,2,3) yy", "#12345", "#11223344", "rgb(1,2)", "rgb(1,2,3,4)", "rgb(300,2,3);", "hsl(0,0%,0%)"])(
    "makes nothing of %j",
    (text) => {
      expect(mendColour(text)).toBeNull();
    },
  );
});
