import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as driver, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type ApiWorld, openApiWorld, packApiTemplate, publishGate } from "../api/support/api-world.ts";
import { AGENTS } from "./support/visit.ts";

let world: ApiWorld;
let end: () => Promise<void>;
let browser: Browser;
const pages: Record<string, string> = {};

/** In the place of Apple's artwork, which cannot be in this repository. */
const BADGE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 220 70"><rect width="220" height="70" rx="12"/></svg>';

beforeAll(async () => {
  browser = await driver.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox"] });
  world = await openApiWorld({
    until: (close) => {
      end = close;
    },
    prepare: async (folder) => {
      const artwork = join(folder, "artwork", "add-to-apple-wallet");
      await mkdir(artwork, { recursive: true });
      await writeFile(join(artwork, "ar.svg"), BADGE);
      await writeFile(join(artwork, "zh.svg"), "<svg>");
    },
  });
  await publishGate(world);
  const client = world.client();
  const inputs = {
    type: "object",
    required: ["gate", "name", "when", "size"],
    properties: {
      gate: { type: "string" },
      name: { type: "string", title: "Your name", description: "As on your card" },
      when: { enum: ["morning", "evening"], title: "When" },
      size: { type: "integer", title: "Guests" },
      news: { type: "boolean", title: "Tell me about news" },
    },
  };
  await client.templates.upload("club", await packApiTemplate({}, { "template.json": JSON.stringify({ name: "Club", inputs }) }));
  await client.templates.publish("club");
  const pass = await client.passes.create({ templateId: "gate", values: { gate: "B7" } });
  pages["pass"] = (await client.links.createForPass(pass)).url;
  pages["form"] = (
    await client.links.createForTemplate("club", { values: { gate: "B8" }, ask: ["name", "when", "size", "news"] })
  ).url;
  pages["button"] = (await client.links.createForTemplate("gate", { values: { gate: "B9" } })).url;
  // No font at hand has these letters.
  const lacking = await client.passes.create({ templateId: "gate", values: { gate: "ليلى" } });
  pages["lacking"] = (await client.links.createForPass(lacking)).url;
  pages["notice"] = `${pages["pass"].slice(0, -32)}${"A".repeat(32)}`;
}, 60_000);
afterAll(async () => {
  await browser.close();
  await end();
});

interface Setting {
  readonly language: string;
  readonly scheme: "light" | "dark";
  readonly agent: keyof typeof AGENTS;
  readonly javaScriptEnabled?: boolean;
}

const SIZES: Partial<Record<keyof typeof AGENTS, { readonly width: number; readonly height: number }>> = {
  iphone: { width: 390, height: 664 },
  android: { width: 360, height: 740 },
  windows: { width: 1280, height: 800 },
};

async function open(url: string, { language, scheme, agent, javaScriptEnabled = true }: Setting) {
  const context = await browser.newContext({
    userAgent: AGENTS[agent],
    viewport: SIZES[agent] ?? null,
    locale: language,
    colorScheme: scheme,
    reducedMotion: "reduce",
    javaScriptEnabled,
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (!/status of 4\d\d/u.test(message.text())) complaints.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(world.server.origin)) complaints.push(request.url());
  });
  if (javaScriptEnabled) {
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: "layout-shift", buffered: true });
    });
  }
  await page.goto(url, { waitUntil: "load" });
  return { page, complaints };
}

/** What a checker of accessibility would say, computed from the page as it stands. */
function findFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    const faults: string[] = [];
    const parse = (text: string) => (/rgba?\(([^)]+)\)/u.exec(text)?.[1] ?? "0,0,0,0").split(/[\s,/]+/u).map(Number);
    const light = ([r = 0, g = 0, b = 0]: readonly number[]) => {
      const [x = 0, y = 0, z = 0] = [r, g, b].map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const groundOf = (element: Element | null): readonly number[] => {
      for (let at = element; at !== null; at = at.parentElement) {
        const ground = parse(getComputedStyle(at).backgroundColor);
        if ((ground[3] ?? 1) > 0.99) return ground;
      }
      return [255, 255, 255];
    };
    const nameOf = (element: Element) => element.outerHTML.slice(0, 80);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element === null || (node.textContent ?? "").trim() === "" || element.closest("svg,style") !== null) continue;
      const [one, two] = [light(parse(getComputedStyle(element).color)), light(groundOf(element))];
      const contrast = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
      if (contrast < 4.5) faults.push(`contrast ${contrast.toFixed(2)}: ${nameOf(element)}`);
    }
    for (const target of document.querySelectorAll("a,button,summary,input:not([type=hidden]),select,textarea")) {
      const box = (target.matches("[type=checkbox]") ? target.parentElement! : target).getBoundingClientRect();
      if (box.height < 44 || box.width < 44) faults.push(`small target ${box.width} × ${box.height}: ${nameOf(target)}`);
      if (target.matches("input,select,textarea")) {
        const labels = [...((target as HTMLInputElement).labels ?? [])];
        if (labels.every(({ textContent }) => textContent.trim() === "")) faults.push(`no label: ${nameOf(target)}`);
      } else if ((target.textContent ?? "").trim() === "" && target.querySelector("img[alt]:not([alt=''])") === null) {
        faults.push(`no name: ${nameOf(target)}`);
      }
    }
    for (const image of document.querySelectorAll("img")) {
      if ((image.getAttribute("alt") ?? "") === "") faults.push(`no alternative: ${nameOf(image)}`);
      if (!image.hasAttribute("width") || !image.hasAttribute("height")) faults.push(`no size: ${nameOf(image)}`);
      if (image.naturalWidth === 0) faults.push(`not shown: ${nameOf(image)}`);
    }
    for (const figure of document.querySelectorAll("svg"))
      if (figure.getAttribute("aria-label") === null) faults.push("an unnamed drawing");
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    if (new Set(ids).size < ids.length) faults.push("an id is there twice");
    if (document.querySelectorAll("h1").length !== 1 || document.querySelectorAll("main").length !== 1) faults.push("landmarks");
    if (document.title === "") faults.push("no title");
    if (document.scripts.length > 0) faults.push("a script");
    if (document.documentElement.scrollWidth > window.innerWidth)
      faults.push(`wider than the screen: ${document.documentElement.scrollWidth}`);
    return faults;
  });
}

describe("public pages in a browser", { timeout: 60_000 }, () => {
  // Every page in both languages and both schemes, and every device with some of them.
  const settings = (["pass", "form", "button", "notice"] as const).flatMap((name, index) =>
    (["en", "ar"] as const).flatMap((language, right) =>
      (["light", "dark"] as const).map((scheme, dark) => {
        const agent = (["iphone", "android", "windows"] as const)[(index + right + 2 * dark) % 3] ?? "iphone";
        return { name, language, scheme, agent };
      }),
    ),
  );

  // And the longest words of the other languages.
  const others = (["de", "fr", "es", "ja", "ar"] as const).flatMap((language, index) => [
    { name: "lacking", language, scheme: "light", agent: index % 2 === 0 ? "iphone" : "android" } as const,
    { name: "form", language, scheme: "dark", agent: index % 2 === 0 ? "windows" : "iphone" } as const,
  ]);

  test.each([...settings, ...others])(
    "$name in $language, $scheme, on $agent: legible, named, large enough, and nothing moves",
    async ({ name, ...setting }) => {
      const { page, complaints } = await open(pages[name] ?? "", setting);
      expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
        setting.language,
        setting.language === "ar" ? "rtl" : "ltr",
      ]);
      expect(await page.evaluate(() => (window as unknown as { readonly shifts: readonly number[] }).shifts)).toEqual([]);
      expect(await findFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  test("Apple's badge is shown where the operator has put it, in its own proportions", async () => {
    const { page } = await open(pages["pass"] ?? "", { language: "ar", scheme: "light", agent: "iphone" });
    const box = await page.locator(".acts .badge img").first().boundingBox();
    expect([Math.round(box?.width ?? 0), Math.round(box?.height ?? 0)]).toEqual([151, 48]);
    expect(world.logText()).toContain("badge cannot be used");
  });

  test("without JavaScript a visitor fills the form in, mends it, and comes to the pass", async () => {
    const { page } = await open(pages["form"] ?? "", {
      language: "en",
      scheme: "light",
      agent: "android",
      javaScriptEnabled: false,
    });
    await page.getByLabel("Your name").fill("Ada");
    await page.getByLabel("When").selectOption("evening");
    await page.getByLabel("Guests").fill("2");
    await page.getByRole("button", { name: "Get the pass" }).click();
    await page.waitForURL(/\/p\/[\w-]{32}$/u);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Gate card");
    expect(await page.locator("img.pass").getAttribute("alt")).toContain("Gate: B8");
    expect((await world.client().passes.list({ templateId: "club" })).items).toMatchObject([
      { values: { gate: "B8", name: "Ada", when: "evening", size: 2 } },
    ]);
  });

  test("the keyboard reaches everything, and shows where it is", async () => {
    const { page } = await open(pages["button"] ?? "", { language: "en", scheme: "light", agent: "windows" });
    await page.keyboard.press("Tab");
    const focused = page.locator(":focus");
    expect(await focused.textContent()).toBe("Get the pass");
    expect(await focused.evaluate((element) => getComputedStyle(element).outlineWidth)).toBe("3px");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.href !== pages["button"]);
    expect(await page.getByRole("img", { name: /^QR code/u }).isVisible()).toBe(true);
  });

  test("on an iPhone one tap on a page with a button fetches the pass itself", async () => {
    const { page } = await open(pages["button"] ?? "", { language: "en", scheme: "light", agent: "iphone" });
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Add to Apple Wallet" }).click();
    expect((await download).suggestedFilename()).toMatch(/\.pkpass$/u);
  });
});
