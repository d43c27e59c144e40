import { PassPackage } from "@passwright/pass";
import { expect, test } from "vitest";
import { loadCorpusIndex, loadCorpusPass } from "../../../pass/test/support/corpus.ts";
import { DRAW_FINDINGS } from "../../src/findings.ts";
import { RenderError } from "../../src/errors.ts";
import { toPng } from "../../src/png/to-png.ts";
import { toSvg } from "../../src/svg/to-svg.ts";
import { svgFaults } from "../hostile/safe-svg.ts";
import { VIEWS } from "../hostile/views.ts";

const records = (await loadCorpusIndex()).filter(({ kind }) => kind === "pkpass");

// A file without any test counts as broken.
test.runIf(records.length === 0)("the real passes are not beside the repository, so none is drawn", (context) => context.skip());

test.skipIf(records.length === 0).each(records)("$file is drawn from every side, or says why not", async ({ file }) => {
  const pass = await PassPackage.read(await loadCorpusPass(file)).catch((error: unknown) => {
    expect(error).toMatchObject({ code: expect.stringMatching(/^ERR_PASS_/u) });
    return null;
  });
  if (pass === null) return;
  for (const [view, draw] of Object.entries(VIEWS)) {
    try {
      const { scene, findings } = await draw(pass);
      expect(svgFaults(toSvg(scene)), view).toEqual([]);
      for (const { rule } of findings) expect(Object.keys(DRAW_FINDINGS)).toContain(rule);
      if (view === "front") expect((await toPng(scene, { scale: 1 })).length).toBeGreaterThan(1000);
    } catch (error) {
      if (!(error instanceof RenderError)) expect(error).toMatchObject({ code: expect.stringMatching(/^ERR_PASS_/u) });
    }
  }
});
