import * as z from "zod";
import { EVENT_TYPES, type EventType } from "../../../webhooks/event-types.ts";
import { SCAN_REASONS, type ScanReason } from "../../../scan/scan-verdict.ts";
import { count, timeOut } from "./members.ts";

const EventPass = z
  .object({
    passTypeIdentifier: z.string(),
    serialNumber: z.string(),
    externalId: z.string().nullable(),
    templateId: z.string(),
    templateVersion: count,
    revision: count,
    voided: z.boolean(),
    expiresAt: timeOut.nullable(),
  })
  .describe("How the pass stands. Its values are not told: ask for them.");

const EventDevice = z.object({
  id: z.string().describe("Tells one device from another among those of a pass type; it is not the id that the device sends."),
  client: z.string().nullable().describe("Which app: `apple` for Apple Wallet."),
});

const EventScan = z.object({
  scanId: z.string(),
  at: timeOut,
  gate: z.string().nullable(),
  direction: z.enum(["in", "out"]),
  amount: z.number().nullable(),
  offline: z.boolean().describe("Told afterwards, by a scanner that had no network."),
  allowed: z.boolean(),
  reason: z
    .enum(Object.keys(SCAN_REASONS) as [ScanReason, ...ScanReason[]])
    .nullable()
    .describe("Why not; null when allowed."),
  uses: count,
  remaining: count.nullable(),
  inside: z.boolean().nullable(),
  balance: z.number().nullable(),
  undone: z.boolean().describe("Told again as true when the scan is taken back."),
});

/** The data of each type. */
const DATA = {
  "pass.created": z.object({ pass: EventPass }),
  "pass.updated": z.object({ pass: EventPass }),
  "pass.installed": z.object({ pass: EventPass, device: EventDevice }),
  "pass.removed": z.object({
    pass: EventPass,
    device: EventDevice,
    reason: z
      .enum(["unregistered", "device-gone"])
      .describe("The device said so, or its push service says that there is no such device any more."),
  }),
  "push.failed": z.object({
    passTypeIdentifier: z.string(),
    device: EventDevice,
    reason: z.string().describe("In the words of the push service: BadDeviceToken, Unregistered."),
    deviceRemoved: z.boolean().describe("Whether its registrations were taken away."),
    serialNumbers: z.array(z.string()).describe("Passes that it holds or held; the first hundred."),
  }),
  "pass.scanned": z.object({ pass: EventPass, scan: EventScan }),
  "certificate.expiring": z.object({
    passTypeIdentifier: z.string(),
    fingerprint: z.string().describe("SHA-256 of the certificate, in hex."),
    kind: z.enum(["certificate-expires", "intermediate-expires"]).describe("The certificate itself, or what Apple issued it with."),
    daysBefore: count.describe("60, 30, 7, 1 or 0: told once at each."),
    expiresAt: timeOut,
  }),
  "job.finished": z.looseObject({}),
  "webhook.test": z.object({ message: z.string() }),
} as const satisfies Readonly<Record<EventType, z.ZodType>>;

function toEvent<Type extends EventType>(type: Type) {
  return z
    .object({
      type: z.literal(type),
      timestamp: timeOut.describe("When it happened (RFC 3339, UTC)."),
      data: DATA[type],
    })
    .describe(EVENT_TYPES[type]);
}

/** What endpoints are sent, by the type. */
export const EVENTS = {
  "pass.created": toEvent("pass.created"),
  "pass.updated": toEvent("pass.updated"),
  "pass.installed": toEvent("pass.installed"),
  "pass.removed": toEvent("pass.removed"),
  "push.failed": toEvent("push.failed"),
  "pass.scanned": toEvent("pass.scanned"),
  "certificate.expiring": toEvent("certificate.expiring"),
  "job.finished": toEvent("job.finished"),
  "webhook.test": toEvent("webhook.test"),
} as const satisfies Readonly<Record<EventType, z.ZodType>>;

/** Their names in the document of the API. */
export const EVENT_SCHEMAS = {
  EventPass,
  EventDevice,
  EventScan,
  PassCreatedEvent: EVENTS["pass.created"],
  PassUpdatedEvent: EVENTS["pass.updated"],
  PassInstalledEvent: EVENTS["pass.installed"],
  PassRemovedEvent: EVENTS["pass.removed"],
  PushFailedEvent: EVENTS["push.failed"],
  PassScannedEvent: EVENTS["pass.scanned"],
  CertificateExpiringEvent: EVENTS["certificate.expiring"],
  JobFinishedEvent: EVENTS["job.finished"],
  WebhookTestEvent: EVENTS["webhook.test"],
} as const;
