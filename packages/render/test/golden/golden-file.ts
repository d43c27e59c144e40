import { readFixture } from "../../../pass/test/support/read-fixture.ts";

/** What is known of a picture: digests of its SVG and of its PNG at two pixels a point, and what was found while it was drawn. */
export interface Golden {
  readonly svg: string;
  readonly png: string;
  /** Rules, each once. */
  readonly findings: string;
}

export type Goldens = Readonly<Record<string, Golden>>;

const FOLDER = "packages/render/test/golden/goldens";

/** Whether this run writes the goldens anew: `PASSWRIGHT_UPDATE_GOLDENS=1`, in Node alone. */
export const isUpdating = isNode() && process.env["PASSWRIGHT_UPDATE_GOLDENS"] === "1";

function isNode(): boolean {
  return typeof window === "undefined";
}

export async function readGoldens(file: string): Promise<Goldens> {
  const bytes = await readFixture(`${FOLDER}/${file}.json`);
  return bytes === null ? {} : (JSON.parse(new TextDecoder().decode(bytes)) as Goldens);
}

/** A picture that is kept whole, to be looked at when goldens change. */
export async function readWhole(name: string): Promise<string | null> {
  const bytes = await readFixture(`${FOLDER}/${name}.svg`);
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

export async function writeGoldens(file: string, goldens: Goldens): Promise<void> {
  await write(`${file}.json`, `${JSON.stringify(goldens, null, 2)}\n`);
}

export async function writeWhole(name: string, svg: string): Promise<void> {
  await write(`${name}.svg`, svg);
}

async function write(name: string, text: string): Promise<void> {
  const { mkdir, writeFile } = await import("node:fs/promises");
  const folder = new URL("./goldens/", import.meta.url);
  await mkdir(folder, { recursive: true });
  await writeFile(new URL(name, folder), text);
}

/** Puts a picture that is not what it was where it can be looked at. @returns Where, in words. */
export async function keepActual(name: string, svg: string, png: Uint8Array): Promise<string> {
  if (!isNode()) return "Run the test in Node (PASSWRIGHT_BROWSER=0) to get the picture.";
  const [{ mkdtemp, writeFile }, { tmpdir }, { join }] = await Promise.all([
    import("node:fs/promises"),
    import("node:os"),
    import("node:path"),
  ]);
  const path = join(await mkdtemp(join(tmpdir(), "passwright-golden-")), name.replaceAll(/\W+/gu, "-"));
  await writeFile(`${path}.svg`, svg);
  await writeFile(`${path}.png`, png);
  return `The picture is in ${path}.svg and .png. When it is right: PASSWRIGHT_UPDATE_GOLDENS=1 npx vitest run packages/render/test/golden`;
}

export async function digest(content: string | Uint8Array): Promise<string> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content.slice();
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
