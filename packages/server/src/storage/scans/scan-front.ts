import { compileOnce } from "../compiled.ts";
import type { PassKey } from "../storage.ts";
import { toPushWindow } from "../push-window.ts";
import { assertBarcodes, assertPushTiming } from "../pass-input.ts";
import { assertCount, assertKeyTexts, assertText, isKeyText } from "../storable-text.ts";
import type { StorageBackend } from "../storage-backend.ts";
import { STORAGE_LIMITS } from "../storage-limits.ts";
import {
  barcodeKeysOf,
  changedUses,
  passesByMessage,
  scanByClientKey,
  scanByName,
  scanCounts,
  scansOf,
  toScanRecord,
  unindexedPasses,
  usesOf,
} from "./scan-queries.ts";
import { SCAN_STORAGE_LIMITS, type ScanStore } from "./scan-storage.ts";

/** Barcodes, scans and keys over a database. */
export function createScanStore(backend: StorageBackend): ScanStore {
  const { queries } = backend;
  const byMessage = compileOnce<{ projectId: string; hash: string }, PassKey>(["projectId", "hash"], (key) =>
    passesByMessage(queries, key),
  );
  return {
    findByMessage: ({ projectId, hash }) =>
      isKeyText(projectId) && isKeyText(hash) ? backend.all(byMessage({ projectId, hash })) : [],
    unindexed: ({ limit }) => {
      assertCount("Passes of a page", limit, SCAN_STORAGE_LIMITS.indexedAtOnce);
      return backend.all(unindexedPasses(queries, limit));
    },
    indexBarcodes: async (input) => {
      assertCount("Passes in one call", input.passes.length, SCAN_STORAGE_LIMITS.indexedAtOnce);
      for (const { serialNumber, hashes } of input.passes) {
        assertKeyTexts({ passTypeIdentifier: input.passTypeIdentifier, serialNumber });
        assertBarcodes(hashes);
      }
      if (input.passes.length > 0) await backend.run("indexBarcodes", input);
    },
    trim: ({ before }) => backend.run("trimScans", { before }),
    uses: async (passTypeIdentifier, serialNumbers) => {
      assertCount("Passes in one call", serialNumbers.length, SCAN_STORAGE_LIMITS.usesPerPage);
      const keys = serialNumbers.filter((serialNumber) => isKeyText(serialNumber));
      if (keys.length === 0 || !isKeyText(passTypeIdentifier)) return new Map();
      const rows = await backend.all(usesOf(queries, passTypeIdentifier, keys));
      return new Map(rows.map(({ serialNumber, inside, ...use }) => [serialNumber, { ...use, inside: inside !== 0 }]));
    },
    redeem: async (input, { now, push }) => {
      const { key, projectId, scanId, scan, templateId, actor, digest, clientKey } = input;
      if (!isKeyText(key.passTypeIdentifier) || !isKeyText(key.serialNumber)) return { kind: "unknown" };
      assertKeyTexts({ projectId, scanId, templateId, actor, digest, ...(clientKey !== null && { clientKey }) });
      assertText("gate", scan.gate ?? "", STORAGE_LIMITS.tokenLength);
      assertPushTiming(push);
      return backend.run("redeem", { ...input, now, window: toPushWindow(push, now) });
    },
    undo: async ({ passTypeIdentifier, serialNumber, scanId, projectId, actor }, { now, push }) => {
      assertPushTiming(push);
      if (![passTypeIdentifier, serialNumber, scanId, projectId].every((text) => isKeyText(text))) return { kind: "unknown" };
      assertKeyTexts({ actor });
      const window = toPushWindow(push, now);
      return backend.run("undoScan", { passTypeIdentifier, serialNumber, scanId, projectId, actor, now, window });
    },
    find: async (options) =>
      isKeyText(options.scanId) && isKeyText(options.projectId)
        ? (await backend.all(scanByName(queries, options))).map(toScanRecord)[0]
        : undefined,
    findByClientKey: async ({ projectId, clientKey }) => {
      const [row] =
        isKeyText(projectId) && isKeyText(clientKey) ? await backend.all(scanByClientKey(queries, projectId, clientKey)) : [];
      return row === undefined ? undefined : { ...toScanRecord(row), digest: row.digest };
    },
    list: async (options) => {
      assertCount("Scans", options.limit, SCAN_STORAGE_LIMITS.scansPerPage);
      const { projectId, pass } = options;
      const keys = pass === undefined ? [projectId] : [projectId, pass.passTypeIdentifier, pass.serialNumber];
      return keys.every((text) => isKeyText(text)) ? (await backend.all(scansOf(queries, options))).map(toScanRecord) : [];
    },
    counts: async (options) =>
      isKeyText(options.passTypeIdentifier) && isKeyText(options.templateId) ? backend.all(scanCounts(queries, options)) : [],
    changedSince: async (options) => {
      assertCount("Passes of a page", options.limit, SCAN_STORAGE_LIMITS.usesPerPage);
      if (!isKeyText(options.passTypeIdentifier) || options.after.includes("\0")) return [];
      return backend.all(changedUses(queries, { ...options, after: options.after.toWellFormed() }));
    },
    barcodeKeys: async (projectId) => (isKeyText(projectId) ? backend.all(barcodeKeysOf(queries, projectId)) : []),
    addBarcodeKey: async (key, { audit }) => {
      assertKeyTexts({ projectId: key.projectId, kid: key.kid, publicKey: key.publicKey });
      assertText("sealedKey", key.sealedKey, STORAGE_LIMITS.tokenLength);
      return backend.run("addBarcodeKey", { key, audit });
    },
    retireBarcodeKey: async ({ projectId, kid }, { now, audit }) =>
      isKeyText(projectId) && isKeyText(kid) ? backend.run("retireBarcodeKey", { projectId, kid, now, audit }) : "absent",
  };
}
