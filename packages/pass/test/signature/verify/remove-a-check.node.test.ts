import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as Verifier from "../../../src/signature/verify-signature.ts";
import { factsOf, type SignatureCase } from "./cases.ts";
import { honestCases } from "./honest-cases.ts";
import { hostileCases } from "./hostile-cases.ts";
import { revocationCases } from "./revocation-cases.ts";
import { createWorld } from "./world.ts";

/**
 * Proves that the suite holds every check of the verifier: each line of the source marked `// guard: name` is taken out of
 * a copy, one at a time, and a case that names the guard must then be judged wrongly, while every honest
 * signature is still believed (a copy that is merely broken proves nothing).
 */
const SOURCE = fileURLToPath(new URL("../../../src/", import.meta.url));
const FOLDERS = ["der", "signature"];
const MARK = /^\s*(?<code>.*?)\s*\/\/ guard: (?<name>[a-z0-9-]+)$/;

interface Guard {
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

const guards = await findGuards();
const world = await createWorld();
const honest = await honestCases(world);
const wicked = [...(await hostileCases(world)), ...(await revocationCases(world))];

let workshop = "";
beforeAll(async () => {
  workshop = await mkdtemp(join(tmpdir(), "passwright-guards-"));
});
afterAll(() => rm(workshop, { recursive: true }));

describe("taking out a check is noticed:", () => {
  const withCases = guards.filter(({ name }) => name !== "fingerprint");

  test("every check has a case, and every case's check exists", () => {
    expect([...new Set(wicked.flatMap((wrong) => wrong.guards))].toSorted()).toEqual(withCases.map(({ name }) => name).toSorted());
  });

  test.each(withCases)("$name", async (guard) => {
    const { verifySignature } = await loadWithout(guard);
    expect(await misjudged(verifySignature, honest)).toEqual([]);
    const about = wicked.filter((wrong) => wrong.guards.includes(guard.name));
    expect((await misjudged(verifySignature, about)).length, `cases of ${guard.name} that turn red`).toBeGreaterThan(0);
  });

  test("fingerprint", async () => {
    const guard = guards.find(({ name }) => name === "fingerprint");
    const input = honest[0]?.input;
    if (guard === undefined || input === undefined) throw new Error("no such guard");
    const alter = (file: string, text: string): string =>
      file === "signature/apple-certificate-data.ts" ? text.replace(/fingerprint: "[0-9a-f]{8}/, 'fingerprint: "00000000') : text;
    const guarded = await loadWithout(null, alter);
    await expect(guarded.verifySignature(input)).rejects.toThrow(/fingerprint/);
    const unguarded = await loadWithout(guard, alter);
    await expect(unguarded.verifySignature(input)).resolves.toMatchObject({ chain: true });
  });
});

/** The names of the cases that a verifier judges otherwise than it should. */
async function misjudged(
  verifySignature: typeof Verifier.verifySignature,
  cases: readonly SignatureCase[],
): Promise<readonly string[]> {
  const names: string[] = [];
  for (const { name, input, expected } of cases) {
    const facts = await verifySignature(input).then((report) => factsOf(report, expected));
    if (JSON.stringify(facts) !== JSON.stringify(expected)) names.push(name);
  }
  return names;
}

async function findGuards(): Promise<readonly Guard[]> {
  const found: Guard[] = [];
  for (const folder of FOLDERS) {
    for (const file of await readdir(join(SOURCE, folder))) {
      const lines = (await readFile(join(SOURCE, folder, file), "utf8")).split("\n");
      for (const [line, text] of lines.entries()) {
        const name = MARK.exec(text)?.groups?.["name"];
        if (name !== undefined) found.push({ name, file: `${folder}/${file}`, line });
        else if (text.includes("guard:")) throw new Error(`${folder}/${file}:${line + 1}: a mark that is not read`);
      }
    }
  }
  return found;
}

/** The verifier without one of its checks, as a module of its own. */
async function loadWithout(
  guard: Guard | null,
  alter: (file: string, text: string) => string = (_, text) => text,
): Promise<typeof Verifier> {
  const outfile = join(workshop, `${guard?.name ?? "whole"}-${performance.now()}.mjs`);
  const takeOut: Plugin = {
    name: "take-out",
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const file = relative(SOURCE, path);
        const lines = alter(file, await readFile(path, "utf8")).split("\n");
        if (file === guard?.file) lines[guard.line] = without(lines, guard);
        return { contents: lines.join("\n"), loader: "ts" };
      });
    },
  };
  await build({
    entryPoints: [join(SOURCE, "signature/verify-signature.ts")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    conditions: ["@passwright/source"],
    plugins: [takeOut],
    logLevel: "silent",
  });
  return (await import(pathToFileURL(outfile).href)) as typeof Verifier;
}

/** What is left of a guarded line: nothing of a refusal, `return true` of an answer. */
function without(lines: readonly string[], { line, name }: Guard): string {
  const code = MARK.exec(lines[line] ?? "")?.groups?.["code"] ?? "";
  if (/^(?:if \(.*(?:return|throw|continue)\b.*;$|throw )/.test(code)) return "";
  if (!code.startsWith("return ")) throw new Error(`${name}: not a line that can be taken out: ${code}`);
  const before = lines[line - 1]?.trim() ?? "";
  return /^(?:if \(.*|\)) \{$/.test(before) ? "" : "return true;";
}
