import { PassError, type PassValues } from "@passwright/pass";
import type { TemplateShelf } from "../api/template-shelf.ts";
import type { Logger } from "../logging/logger.ts";
import { type IndexedPasses, SCAN_STORAGE_LIMITS } from "../storage/scans/scan-storage.ts";
import type { PassKey, Storage } from "../storage/storage.ts";
import { createBarcodeIndex } from "./barcode-index.ts";

/** What finding out what barcodes say needs. */
export interface IndexingParts {
  readonly storage: Pick<Storage, "scans" | "passes" | "issuing">;
  readonly shelf: Pick<TemplateShelf, "open">;
  /** Of the installation, in hex. */
  readonly secret: string;
  readonly webServiceURL: () => string;
  readonly clock: () => number;
  readonly log: Logger;
}

type Indexed = IndexedPasses["passes"][number];

/**
 * Finds out what the barcodes of some passes say of which nobody said it, and writes it down for scanners. Any number of processes
 * do so at the same time: what one of them reads while a pass is changed is not written, and done anew.
 *
 * @returns how many it looked at; 0: there is nothing left to do.
 */
export async function indexPasses(parts: IndexingParts): Promise<number> {
  const { storage, clock } = parts;
  const keys = await storage.scans.unindexed({ limit: SCAN_STORAGE_LIMITS.indexedAtOnce });
  const byType = Map.groupBy(keys, ({ passTypeIdentifier }) => passTypeIdentifier);
  for (const [passTypeIdentifier, ofType] of byType) {
    const records = new Map((await storage.issuing.records(ofType)).map((record) => [record.serialNumber, record]));
    const passes: Indexed[] = [];
    for (const key of ofType) {
      const isDeleted = (records.get(key.serialNumber)?.deletedAt ?? null) !== null;
      passes.push(await indexOne(parts, key, isDeleted));
    }
    await storage.scans.indexBarcodes({ passTypeIdentifier, passes, now: clock() });
  }
  return keys.length;
}

/** A deleted pass is found by no scanner, nor is one of which no barcode can be made: such a pass could not be built either. */
async function indexOne({ storage, shelf, secret, webServiceURL, log }: IndexingParts, key: PassKey, isDeleted: boolean) {
  const { serialNumber } = key;
  const pass = await storage.passes.find(key);
  if (pass === undefined) return { serialNumber, revision: null, hashes: [] };
  const { revision, templateId, templateVersion } = pass;
  const opened = isDeleted ? undefined : await shelf.open(templateId, templateVersion);
  if (opened === undefined) return { serialNumber, revision, hashes: [] };
  const index = createBarcodeIndex(opened.template, { secret, webServiceURL: webServiceURL() });
  try {
    return { serialNumber, revision, hashes: index.hashesOf(pass, JSON.parse(pass.values) as PassValues) };
  } catch (error) {
    if (!(error instanceof PassError || error instanceof SyntaxError)) throw error;
    log.warn("barcode of a pass cannot be made", { templateId, templateVersion, error });
    return { serialNumber, revision, hashes: [] };
  }
}
