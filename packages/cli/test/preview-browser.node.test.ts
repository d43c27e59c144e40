import { readFile } from "node:fs/promises";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as driver, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { makePng } from "../../pass/test/support/png.ts";
import { type RunningPreview, startPreview } from "./support/preview.ts";
import { cardSource } from "./support/sources.ts";

const WAIT = { timeout: 20_000 };
let browser: Browser;

beforeAll(async () => {
  // Without the package's own arguments: those put all pages into one process, which ends with the first, and switch web security off.
  browser = await driver.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox"] });
}, 60_000);

afterAll(() => browser.close());

interface OpenPage {
  readonly page: Page;
  /** What the browser complained of. */
  readonly complaints: string[];
}

async function open({ url }: RunningPreview, query = ""): Promise<OpenPage> {
  const page = await browser.newPage({ viewport: { width: 1300, height: 800 } });
  onTestFinished(() => page.close());
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => complaints.push(dialog.message()));
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith("data:")) complaints.push(request.url());
  });
  await page.goto(url + query);
  await page.locator("figure.watch img").waitFor();
  return { page, complaints };
}

/** The words of a side, as someone who does not look at pictures reads them. */
async function wordsOf(page: Page, face: string): Promise<string[]> {
  return page.locator(`figure.${face} details li`).allTextContents();
}

describe("the page in a browser", { timeout: 60_000 }, () => {
  test("a saved file changes the picture, and nothing else moves", async () => {
    const preview = await startPreview();
    const { page, complaints } = await open(preview);
    const front = page.locator("figure.front img");
    const before = await front.screenshot();
    await page.evaluate(() => {
      window.scrollTo(0, 120);
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: "layout-shift" });
    });
    const saved = cardSource({ backgroundColor: "rgb(120, 20, 60)", logoText: "Wavebreak" });
    await preview.save("pass.json", saved.get("pass.json")!);
    await expect.poll(() => wordsOf(page, "front"), WAIT).toContain("Wavebreak");
    expect(Buffer.compare(await front.screenshot(), before)).not.toBe(0);
    expect(await page.evaluate(() => window.scrollY)).toBe(120);
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("all languages stand below each other, and the choice outlives a reload", async () => {
    const preview = await startPreview();
    const { page, complaints } = await open(preview);
    expect(await page.getByLabel("Language").inputValue()).toBe("en");
    await page.getByLabel("Language").selectOption("All 2 languages");
    await expect.poll(() => page.locator(".language h3").allTextContents(), WAIT).toEqual(["German", "English"]);
    expect(await wordsOf(page, "front")).toEqual(expect.arrayContaining(["Mitglied: Ada Lovelace", "Member: Ada Lovelace"]));
    await page.getByLabel("Dark mode").check();
    await page.getByLabel("Size").selectOption("50 %");
    await page.reload();
    await expect.poll(() => page.locator("figure img").count(), WAIT).toBe(6);
    expect(await page.getByLabel("Dark mode").isChecked()).toBe(true);
    expect(
      await page
        .locator("figure.front img")
        .first()
        .evaluate((image) => image.clientWidth),
    ).toBe(179);
    expect(complaints).toEqual([]);
  });

  test("it begins with what the command was told, and the address comes before that", async () => {
    const preview = await startPreview(cardSource(), {
      locales: ["de-AT"],
      face: { screenWidth: 402, dark: true, layout: "scroll" },
    });
    const { page } = await open(preview, "?layout=carousel");
    expect(await page.getByLabel("Phone").inputValue()).toBe("402");
    expect(await page.getByLabel("Dark mode").isChecked()).toBe(true);
    expect(await page.getByRole("combobox", { name: "Watch" }).inputValue()).toBe("carousel");
    expect(await page.getByLabel("Language").inputValue()).toBe("de-AT");
    expect(await page.locator("figure.front img").evaluate((image) => image.clientWidth)).toBe(370);
    expect(await wordsOf(page, "front")).toContain("Mitglied: Ada Lovelace");
  });

  test("a switch that is turned while a save is on its way loses neither", async () => {
    const preview = await startPreview();
    const { page } = await open(preview);
    const [asked, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    await page.route("**/state", async (route) => {
      asked.resolve();
      await released.promise;
      await route.continue();
    });
    await preview.save("pass.json", cardSource({ logoText: "Wavebreak" }).get("pass.json")!);
    await asked.promise;
    await page.getByLabel("Language").selectOption("German");
    await expect.poll(() => wordsOf(page, "front"), WAIT).toContain("Mitglied: Ada Lovelace");
    released.resolve();
    await expect.poll(() => page.title(), WAIT).toContain("card.pass");
    await expect.poll(() => wordsOf(page, "front"), WAIT).toEqual(expect.arrayContaining(["Wavebreak", "Mitglied: Ada Lovelace"]));
  });

  test("when the server ends the page says so, and the pictures stay", async () => {
    const preview = await startPreview();
    const { page } = await open(preview);
    await preview.stop();
    await expect.poll(() => page.getByRole("alert").textContent(), WAIT).toContain("The preview has ended");
    expect(await page.locator("figure.front img").isVisible()).toBe(true);
  });

  test("while pass.json is broken the last picture stays, with the place of the fault", async () => {
    const preview = await startPreview();
    const { page } = await open(preview);
    await preview.save("pass.json", '{\n  "formatVersion": 1,,\n}');
    await expect.poll(() => page.getByRole("alert").textContent(), WAIT).toContain("pass.json:2:");
    expect(await page.getByRole("alert").textContent()).toContain("the last that could be drawn");
    expect(await wordsOf(page, "front")).toContain("Member: Ada Lovelace");
    expect(await page.locator("#verdict").textContent()).toContain("not ready to be signed");
    await preview.save("pass.json", cardSource().get("pass.json")!);
    await expect.poll(() => page.getByRole("alert").isHidden(), WAIT).toBe(true);
  });

  test("it has landmarks, names for its switches and pictures, and headings in order", async () => {
    const preview = await startPreview(cardSource({ foregroundColor: "#123456" }));
    const { page } = await open(preview);
    const tree = await page.locator("body").ariaSnapshot();
    for (const part of [
      "- banner:",
      "- main:",
      'heading "card.pass" [level=1]',
      'combobox "Language"',
      'checkbox "Dark mode"',
      'region "Pictures"',
      'region "Findings"',
      'figure "Front"',
      /img "Pass: Tern Club[^"]*"/u,
    ])
      expect(tree).toMatch(part);
    const levels = await page.locator("h1, h2, h3, h4").evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
    expect(levels[0]).toBe(1);
    expect(levels.every((level, index) => index === 0 || level <= levels[index - 1]! + 1)).toBe(true);
  });

  test("texts, names and pictures of a hostile folder do nothing", async () => {
    const attack = '<img src="https://evil.example/x" onerror="alert(1)"><script>alert(2)</script>';
    const source = cardSource({ description: attack, organizationName: attack, logoText: attack, foregroundColor: attack });
    source.set("strip.svg", `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(3)"/>`);
    const preview = await startPreview(source, { name: "<b onclick=alert(4)>.pass" });
    const { page, complaints } = await open(preview);
    expect(await page.locator("#name").textContent()).toContain("<b onclick=alert(4)>.pass");
    expect(await page.locator("img[onerror], b[onclick], script[src]").count()).toBe(0);
    await page.goto(`${preview.url}picture/front.svg`);
    expect(complaints).toEqual([]);
  });

  test("a picture that is added is drawn", async () => {
    const preview = await startPreview();
    const { page } = await open(preview);
    const before = await page.locator("figure.front img").screenshot();
    await preview.save("thumbnail@2x.png", makePng(180, 180));
    await expect.poll(async () => Buffer.compare(await page.locator("figure.front img").screenshot(), before), WAIT).not.toBe(0);
    if (process.env["PASSWRIGHT_SHOTS"] !== undefined)
      await page.screenshot({ path: process.env["PASSWRIGHT_SHOTS"], fullPage: true });
    expect((await readFile(`${preview.world.folder}/card.pass/thumbnail@2x.png`)).length).toBeGreaterThan(0);
  });
});
