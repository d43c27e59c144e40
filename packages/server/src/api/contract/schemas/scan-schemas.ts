import * as z from "zod";
import { SCAN_REASONS, type ScanReason } from "../../../scan/scan-verdict.ts";
import { API_LIMITS } from "./api-limits.ts";
import { count, cursor, limit, name, text, time, timeOut } from "./members.ts";

const reason = z.enum(Object.keys(SCAN_REASONS) as [ScanReason, ...ScanReason[]]);

const scanned = {
  message: z.string().min(1).max(API_LIMITS.barcodeMessage).describe("What the scanner read, every character of it."),
  format: z.string().max(40).optional().describe("The kind of barcode, as your scanner calls it; not used."),
  gate: name.optional().describe("Where: a gate, a till, a door."),
  direction: z.enum(["in", "out"]).optional().describe("Of rules that count people in and out; `in` when absent."),
  amount: z.number().positive().max(1_000_000_000).optional().describe("What is taken off a balance; at most four decimals."),
};

const clientId = z
  .string()
  .regex(/^[!-~]{1,128}$/u)
  .describe("Your own id of this scan: asked again with it, the answer is the same. Visible ASCII.");

const Previous = z.object({ at: timeOut, gate: z.string().nullable(), scanId: z.string() });

const ScanResult = z.object({
  scanId: z.string().nullable().describe("Null for a trial, and where no pass was found: then nothing is kept."),
  allowed: z.boolean(),
  reason: reason.nullable().describe("Why not; null when allowed."),
  message: z.string().describe("For the person at the door."),
  at: timeOut,
  gate: z.string().nullable(),
  direction: z.enum(["in", "out"]),
  uses: count,
  remaining: count.nullable().describe("Uses that are left; null: no end, or no pass."),
  inside: z.boolean().nullable().describe("Of rules that count people in and out."),
  balance: z.number().nullable(),
  previous: Previous.nullable().describe("The last scan that was let in: the one in the way, where there is one."),
  pass: z
    .object({
      passTypeIdentifier: z.string(),
      serialNumber: z.string(),
      externalId: z.string().nullable(),
      templateId: z.string(),
    })
    .nullable(),
  show: z.array(z.object({ label: z.string(), value: z.string() })).describe("What the template's rule has for the door."),
  replayed: z.boolean().describe("True for the answer to a scan that was told before."),
});

const Scan = z.object({
  scanId: z.string(),
  passTypeIdentifier: z.string(),
  serialNumber: z.string(),
  templateId: z.string(),
  at: timeOut,
  receivedAt: timeOut,
  gate: z.string().nullable(),
  direction: z.enum(["in", "out"]),
  amount: z.number().nullable(),
  offline: z.boolean(),
  allowed: z.boolean(),
  reason: reason.nullable(),
  actor: z.string().describe("Id of the API key."),
  undoneAt: timeOut.nullable(),
});

const ManifestEntry = z.object({
  passTypeIdentifier: z.string(),
  serialNumber: z.string(),
  hashes: z.array(z.string()).describe("SHA-256 of each message in UTF-8, in base64url; of signed barcodes none."),
  payload: z.string().nullable().describe("What the signed barcode says, in hex; null: it has none."),
  voided: z.boolean(),
  expiresAt: timeOut.nullable(),
  kind: z.enum(["once", "times", "unlimited", "in-out", "balance"]).nullable().describe("Null: nobody is let in with it."),
  from: timeOut.nullable(),
  until: timeOut.nullable(),
  gates: z.array(z.string()).nullable(),
  uses: count,
  remaining: count.nullable(),
  inside: z.boolean().nullable(),
  show: z.array(z.object({ label: z.string(), value: z.string() })),
});

const BarcodeKey = z.object({
  kid: z.string(),
  state: z.enum(["next", "signing", "verifying", "retired"]),
  signsFrom: timeOut,
  createdAt: timeOut,
  retiredAt: timeOut.nullable(),
});

/** Scans, scanners without a network, and the keys of signed barcodes. */
export const SCAN_SCHEMAS = {
  ScanRequest: z.strictObject({
    ...scanned,
    id: clientId.optional(),
    at: time.optional().describe("When; now when absent. In the last 24 hours."),
    dryRun: z.boolean().optional().describe("Says what would be, and keeps nothing."),
  }),
  ScanResult,
  ScanBatch: z.strictObject({
    scans: z
      .array(z.strictObject({ ...scanned, id: clientId, at: time.describe("When it was scanned, by the scanner's clock.") }))
      .min(1)
      .max(API_LIMITS.batchScans)
      .describe("People who were let in while there was no network, each with an id of yours."),
  }),
  ScanBatchResult: z.object({
    items: z
      .array(ScanResult.extend({ id: z.string(), conflict: z.boolean().describe("Let in there, though it was used elsewhere.") }))
      .describe("In the order of the request."),
    allowed: count,
    refused: count,
    conflicts: count,
  }),
  Scan,
  ScanPage: z.object({ items: z.array(Scan).describe("Newest first."), nextCursor: z.string().nullable() }),
  ScanCounts: z.object({
    from: timeOut,
    until: timeOut,
    allowed: count,
    refused: count,
    gates: z.array(z.object({ gate: z.string().nullable(), allowed: count, refused: count })),
    reasons: z.array(z.object({ reason, scans: count })),
  }),
  ScanManifest: z.object({
    items: z.array(ManifestEntry),
    nextCursor: z.string().nullable().describe("Null at the end."),
    since: z.string().describe("Of the first page: ask with it later for what has changed by then."),
  }),
  BarcodeKey,
  BarcodeKeyList: z.object({ items: z.array(BarcodeKey) }),
} as const;

export const SCANS_QUERY = z.strictObject({
  passTypeIdentifier: text.describe("With the serial number: scans of one pass."),
  serialNumber: text,
  limit,
  cursor,
});

export const SCAN_COUNTS_QUERY = z.strictObject({
  from: time.optional().describe("24 hours before `until` when absent."),
  until: time.optional().describe("Now when absent."),
});

export const MANIFEST_QUERY = z.strictObject({
  since: z.string().min(1).max(200).optional().describe("`since` of an earlier first page: only what has changed."),
  limit: z.coerce.number().int().min(1).max(API_LIMITS.manifestItems).optional(),
  cursor,
});
