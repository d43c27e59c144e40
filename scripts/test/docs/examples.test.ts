import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listFiles, readText, ROOT } from "./repository.ts";

/** What a program of `examples/` prints, and the files that it leaves in an empty folder. */
const EXPECTED: Readonly<Record<string, { readonly prints: readonly string[]; readonly writes: readonly string[] }>> = {
  "first-pass.ts": { prints: [], writes: ["ticket.pkpass"] },
  "bulk.ts": {
    prints: [
      "row 31: The values do not fit the template:",
      '  values.seat: must match "^[0-9]{1,2}[A-K]$", is "on the wing"',
      "30 passes in the folder passes",
    ],
    writes: ["passes", ...Array.from({ length: 30 }, (_, index) => `passes/TA-${index + 1}.pkpass`)],
  },
  "edit-and-resign.ts": {
    prints: ["changed files: pass.json, manifest.json, signature", "AUSGANG: F12 → B7", "lock screen: Neuer Ausgang: B7"],
    writes: [],
  },
  "verify.ts": {
    prints: [
      "installs: yes, refused at: null",
      "  signed by pass.com.example.coupon, revocation: not-checked",
      "installs: no, refused at: manifest",
      "  signed by pass.com.example.coupon, revocation: not-checked",
      expect.stringMatching(/^ {2}pass\.json has been changed since the manifest was made: /u),
    ],
    writes: [],
  },
  "render.ts": {
    prints: [
      "Boarding pass: Tern Air, Boarding pass LIS to OSL",
      "  Tern Air",
      "  AUSGANG: F12",
      "  Lisbon: LIS",
      "  Oslo: OSL",
      "  EINSTIEG: 10:40",
      "  FLUG: TA 842",
      "  KLASSE: Economy",
      "  FLUGGAST: Ada Lovelace",
      "  SITZ: 14C",
      "  K7QX2M",
    ],
    writes: ["back.svg", "front.svg", "front@2x.png"],
  },
  "device.ts": { prints: ["phone: Your gate is now F12", "watch: Your gate is now F12"], writes: [] },
  "bundle.ts": {
    prints: [
      "installs: yes",
      "  1-TA-0.pkpass: Boarding pass LIS to OSL",
      "  2-TA-1.pkpass: Boarding pass LIS to OSL",
      "  3-TA-2.pkpass: Boarding pass LIS to OSL",
    ],
    writes: ["family.pkpasses"],
  },
};

/** Not a program: a module, with tests of its own. */
const MODULES = new Set(["kms-signer.ts"]);

const programs = listFiles("examples", ".ts").map((path) => path.slice("examples/".length));

describe("examples", () => {
  test("all have an expected outcome", () => {
    expect(programs.filter((name) => !MODULES.has(name)).toSorted()).toEqual(Object.keys(EXPECTED).toSorted());
  });

  test.each(programs)("%s is short", (name) => {
    expect(readText(`examples/${name}`).split("\n").length).toBeLessThan(MODULES.has(name) ? 70 : 40);
  });

  test.each(Object.entries(EXPECTED))("%s runs in an empty folder", (name, { prints, writes }) => {
    const folder = mkdtempSync(join(tmpdir(), "passwright-example-"));
    try {
      const condition = process.env["PASSWRIGHT_DIST"] === "1" ? [] : ["--conditions=@passwright/source"];
      const { stdout, stderr, status } = spawnSync(process.execPath, [...condition, join(ROOT, "examples", name)], {
        cwd: folder,
        encoding: "utf8",
      });
      expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
      expect(stdout.split("\n").slice(0, -1)).toEqual(prints);
      expect(readdirSync(folder, { recursive: true }).map(String).toSorted()).toEqual([...writes].toSorted());
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
