import { PassDocument, PassPackage } from "@passwright/pass";
import { expect, test } from "vitest";
import { loadCorpusIndex, loadCorpusPass } from "../../../pass/test/support/corpus.ts";
import { chooseBarcode } from "../../src/barcode/choose-barcode.ts";
import { encodeBarcode } from "../../src/barcode/encode-barcode.ts";
import { encodeMessage } from "../../src/barcode/encode-message.ts";
import { readSymbol } from "./support/read-symbol.ts";

const records = (await loadCorpusIndex()).filter(({ kind, jsonError }) => kind === "pkpass" && jsonError === null);

test.skipIf(records.length === 0)("the barcodes of real passes are read back, byte by byte", { timeout: 120_000 }, async () => {
  let read = 0;
  const missed: string[] = [];
  for (const { file } of records) {
    const json = (await PassPackage.read(await loadCorpusPass(file)).catch(() => null))?.files.get("pass.json");
    if (json === undefined) continue;
    const chosen = chooseBarcode(PassDocument.parse(json).data, { device: "phone" });
    if (chosen === null) continue;
    const symbol = encodeBarcode(chosen);
    const encoded = encodeMessage(chosen.message, chosen.messageEncoding);
    if (symbol.kind === "unfit" || !encoded.ok) {
      missed.push(`${file}: ${symbol.kind === "unfit" ? symbol.reason.code : "encoding"}`);
      continue;
    }
    const found = await readSymbol(symbol, chosen.format);
    if (found?.bytes.join() === encoded.bytes.join()) read += 1;
    else missed.push(`${file}: ${chosen.format} misread`);
  }
  expect(missed).toEqual([]);
  expect(read).toBeGreaterThan(50);
});
