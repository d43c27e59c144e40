import type {
  BarcodeKey,
  BarcodeKeyList,
  Scan,
  ScanBatch,
  ScanBatchResult,
  ScanCounts,
  ScanManifest,
  ScanPage,
  ScanRequest,
  ScanResult,
} from "../api-types.ts";
import type { Call } from "../call.ts";
import type { Operations } from "../operations.ts";

/** Scanners at doors. */
export interface ScanClient {
  /** With an `id` of yours a scan can be told again after a lost answer, and is not counted twice. */
  readonly scan: (scan: ScanRequest) => Promise<ScanResult>;
  /** Scans that were made without a network. Safe to be told again. */
  readonly batch: (batch: ScanBatch) => Promise<ScanBatchResult>;
  /** What a scanner without a network has to know of the passes of a template, a page at a time. */
  readonly manifest: (templateId: string, query?: Operations["getScanManifest"]["query"]) => Promise<ScanManifest>;
  readonly undo: (scanId: string) => Promise<Scan>;
  readonly list: (query?: Operations["listScans"]["query"]) => Promise<ScanPage>;
  readonly counts: (templateId: string, query?: Operations["countScans"]["query"]) => Promise<ScanCounts>;
}

/** Keys that barcodes are signed with. */
export interface BarcodeKeyClient {
  readonly list: () => Promise<BarcodeKeyList>;
  readonly rotate: () => Promise<BarcodeKey>;
  readonly retire: (kid: string) => Promise<BarcodeKey>;
}

export function createScanClient(call: Call): ScanClient {
  return {
    scan: (body) => call("scanPass", { body }),
    batch: (body) => call("scanBatch", { body }),
    manifest: (templateId, query) => call("getScanManifest", { path: { templateId }, query: query ?? {} }),
    undo: (scanId) => call("undoScan", { path: { scanId } }),
    list: (query) => call("listScans", { query: query ?? {} }),
    counts: (templateId, query) => call("countScans", { path: { templateId }, query: query ?? {} }),
  };
}

export function createBarcodeKeyClient(call: Call): BarcodeKeyClient {
  return {
    list: () => call("listBarcodeKeys", {}),
    rotate: () => call("rotateBarcodeKey", {}),
    retire: (kid) => call("retireBarcodeKey", { path: { kid } }),
  };
}
