import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startServer } from "../../src/process/start-server.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { type ApiWorld, openApiWorld, packApiTemplate } from "../api/support/api-world.ts";

const ARABIC = new URL(
  "../../../../node_modules/@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff",
  import.meta.url,
);

const PASS = {
  storeCard: {
    primaryFields: [{ key: "gate", label: "GATE", value: "${gate}" }],
    secondaryFields: [
      { key: "at", label: "DATE", value: "2027-05-01T19:30:00Z", dateStyle: "PKDateStyleFull", timeStyle: "PKDateStyleShort" },
    ],
  },
};
const WORDS = {
  "ar.lproj/pass.strings": '"GATE" = "البوابة"; "DATE" = "التاريخ";',
  "en.lproj/pass.strings": '"GATE" = "Gate"; "DATE" = "Date";',
};

async function publish(world: ApiWorld, gate: string): Promise<string> {
  const client = world.client();
  await client.templates.upload("gate", await packApiTemplate(PASS, WORDS));
  await client.templates.publish("gate");
  return (await client.links.createForPass(await client.passes.create({ templateId: "gate", values: { gate } }))).url;
}

const read = async (url: string, language: string) => (await fetch(url, { headers: { "accept-language": language } })).text();

test("a page is in the visitor's language, though no font has its letters; its picture has none that are missing in silence", async () => {
  const world = await openApiWorld();
  const url = await publish(world, "ليلى");
  const page = await read(url, "ar");
  // Words and dates are text, which the visitor's own fonts show.
  expect(page).toContain("البوابة: ليلى");
  expect(page).toMatch(/التاريخ: السبت، ?[1١] مايو/u);
  expect(page).toContain("بعض الحروف لا تظهر في هذه الصورة");
  expect(page).toMatch(/<details open>\s*<summary>ما هو مكتوب/u);
  expect(world.logText()).toContain('"scripts":"Arabic"');
  // Of the picture, what needs no such letters is in letters that are there.
  expect(await read(`${url}/pass.svg`, "ar")).toContain('lang="en');
  const german = await read(url, "de");
  expect(german).toContain("In diesem Bild fehlen einige Schriftzeichen");
});

test("with a font of the operator nothing is missing, on pages, in mails and over the API", async () => {
  const world = await openApiWorld({
    prepare: async (folder) => {
      await mkdir(join(folder, "fonts"));
      await writeFile(join(folder, "fonts", "arabic.woff"), await readFile(ARABIC));
      await writeFile(join(folder, "fonts", "broken.ttf"), "no font");
      await writeFile(join(folder, "fonts", "cut.woff"), (await readFile(ARABIC)).subarray(0, 2000));
      await writeFile(join(folder, "fonts", "README.txt"), "fonts");
    },
  });
  const url = await publish(world, "ليلى");
  const page = await read(url, "ar");
  expect(page).toContain("البوابة: ليلى");
  expect(page).not.toContain("بعض الحروف");
  expect(page).not.toContain("<details open>");
  expect(await read(`${url}/pass.svg`, "ar")).toContain('lang="ar"');
  const picture = await world.ask("/templates/gate/preview/picture?locale=ar", {
    method: "POST",
    json: { values: { gate: "ليلى" } },
  });
  expect([picture.status, picture.headers.get("passwright-findings")]).toEqual([200, "0"]);
  const refused = world
    .logText()
    .split("\n")
    .filter((line) => line.includes("font cannot be used"));
  expect(refused.map((line) => (JSON.parse(line) as { readonly file: string }).file)).toEqual([
    "README.txt",
    "broken.ttf",
    "cut.woff",
  ]);
  expect(world.logText()).toContain('"fonts":["arabic"]');
});

test("a folder of fonts that was named and is not there keeps the server from starting", async () => {
  const world = await openApiWorld();
  const config = readConfig({
    flags: { data: join(world.server.folder.path, "other"), port: "0", fonts: "nowhere" },
    workingDirectory: world.server.folder.path,
  });
  await expect(startServer(config, { writeLog: () => undefined })).rejects.toMatchObject({
    code: "ERR_SERVER_CONFIG",
    message: `${join(world.server.folder.path, "nowhere")} (--fonts) is no folder that can be read.`,
  });
});
