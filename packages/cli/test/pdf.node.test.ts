import { describe, expect, test } from "vitest";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { PassPackage } from "@passwright/pass";
import { signedCard } from "./support/passes.ts";
import { cardSource, cardTemplate } from "./support/sources.ts";
import { createWorld } from "./support/world.ts";

/** The texts of a PDF, page by page, and its title. */
async function readPdf(
  bytes: Uint8Array,
): Promise<{ readonly pages: readonly string[]; readonly title: unknown; readonly size: readonly number[] }> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages: string[] = [];
  let size: readonly number[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
    size = page.view.slice(2).map(Math.round);
  }
  const { info } = await document.getMetadata();
  return { pages, title: (info as Record<string, unknown>)["Title"], size };
}

describe("passes on paper", () => {
  test("a pass becomes a PDF beside where one works, its texts as text, in the reader's language", async () => {
    const world = await createWorld();
    await world.write("card.pkpass", await signedCard());
    const { code, stdout, stderr } = await world.run(["pdf", "card.pkpass", "--locale", "de"]);
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: "",
      stderr: expect.stringMatching(/^card\.pdf: 1 pass on A4, [\d,]+ bytes\n$/u),
    });
    const { pages, size } = await readPdf(await world.read("card.pdf"));
    expect(pages.join(" ")).toContain("Ada Lovelace");
    expect(pages.join(" ")).toMatch(/MITGLIED|Mitglied/u);
    expect(pages.join(" ")).toContain("https://tern.club");
    expect(size).toEqual([595, 842]);
    const again = await world.run(["pdf", "card.pkpass", "--locale", "de", "-o", "-"]);
    expect(Buffer.compare(again.bytes, await world.read("card.pdf"))).toBe(0);
  });

  test("many passes stand in one document, several on a page, under a title", async () => {
    const world = await createWorld();
    for (const name of ["Ada", "Ben", "Cy", "Dee", "Eve"]) {
      await world.write(`passes/${name}.pkpass`, await signedCard({ logoText: `Card of ${name}` }));
    }
    const { code, json } = await world.run([
      "pdf",
      "passes",
      "--per-page",
      "4",
      "--page",
      "Letter",
      "--title",
      "All cards",
      "-o",
      "all.pdf",
      "--json",
    ]);
    expect(code).toBe(0);
    expect(json[0]).toMatchObject({ file: "all.pdf", failed: 0, passes: expect.arrayContaining(["passes/Ada.pkpass"]) });
    const { pages, title, size } = await readPdf(await world.read("all.pdf"));
    expect(title).toBe("All cards");
    expect(size).toEqual([612, 792]);
    for (const name of ["Ada", "Ben", "Cy", "Dee", "Eve"]) expect(pages.join(" ")).toContain(`Card of ${name}`);
  });

  test("a template is printed with its sample, and a bundle's pass by its number", async () => {
    const world = await createWorld();
    await world.writeAll("card.pass", cardTemplate());
    expect((await world.run(["pdf", "card.pass"])).code).toBe(0);
    await world.write("1.pkpass", await signedCard());
    await world.write("2.pkpass", await signedCard({ serialNumber: "S-2", logoText: "Second" }));
    await world.run(["bundle", "1.pkpass", "2.pkpass", "-o", "family.pkpasses"]);
    await world.run(["pdf", "family.pkpasses", "--pass", "2", "-o", "second.pdf"]);
    const { pages } = await readPdf(await world.read("second.pdf"));
    expect(pages.join(" ")).toContain("Second");
    expect((await world.run(["pdf", "family.pkpasses", "--json"])).json[0].passes).toHaveLength(2);
  });

  test("a bad file is told and left out; only bad ones make no document", async () => {
    const world = await createWorld();
    await world.write("good.pkpass", await signedCard());
    await world.write("bad.pkpass", "no archive");
    await world.write("bare.pkpass", await PassPackage.fromFiles(cardSource({ generic: undefined })).toBytes());
    const { code, stderr } = await world.run(["pdf", "good.pkpass", "bad.pkpass", "bare.pkpass", "-o", "all.pdf"]);
    expect(code).toBe(1);
    expect(stderr).toContain("error: bad.pkpass: ");
    expect(stderr).toContain("ERR_RENDER_NO_STYLE");
    expect((await readPdf(await world.read("all.pdf"))).pages.join(" ")).toContain("Ada Lovelace");
    expect(await world.run(["pdf", "bad.pkpass"])).toMatchObject({ code: 1 });
    expect(await world.list()).not.toContain("bad.pdf");
  });

  test("what is left out is told", async () => {
    const world = await createWorld();
    await world.writeAll("card.pass", cardSource({ logoText: "مرحبا" }));
    const { code, stderr } = await world.run(["pdf", "card.pass"]);
    expect(code).toBe(0);
    expect(stderr).toContain("card.pass: No font at hand has ");
  });
});

describe("called wrongly", () => {
  test.each([
    [["card.pkpass", "card.pkpass"], "-o FILE.pdf"],
    [["card.pkpass", "--per-page", "3"], "is not 1, 2 or 4"],
    [["card.pkpass", "--page", "A3"], "Letter"],
    [["card.pkpass", "--dark"], "unknown option"],
    [["card.pkpass", "--pass", "2"], "there is one pass"],
    [["card.pkpass", "--font", "card.pkpass"], "ERR_RENDER_FONT_INVALID"],
    [["nowhere.pkpass"], "no such file"],
  ])("%j", async (args, words) => {
    const world = await createWorld();
    await world.write("card.pkpass", await signedCard());
    const { code, stdout, stderr } = await world.run(["pdf", ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(words);
  });

  test("a file that is there is kept", async () => {
    const world = await createWorld();
    await world.write("card.pkpass", await signedCard());
    await world.write("card.pdf", "mine");
    expect(await world.run(["pdf", "card.pkpass"])).toMatchObject({ code: 2, stderr: expect.stringContaining("--force") });
    expect(await world.readText("card.pdf")).toBe("mine");
    expect((await world.run(["pdf", "card.pkpass", "--force"])).code).toBe(0);
  });
});
