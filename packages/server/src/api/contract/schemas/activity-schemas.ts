import * as z from "zod";
import { DIAGNOSES } from "../../../diagnosis/diagnose.ts";
import { FINDINGS, type FindingCode, SEVERITIES } from "../../../diagnosis/finding-words.ts";
import { EVENT_KINDS } from "../../../diagnosis/timeline.ts";
import { count, timeOut } from "./members.ts";

const device = z.string().describe("The first characters of a device's identifier.");

const DiagnosisFinding = z.object({
  code: z.enum(Object.keys(FINDINGS) as FindingCode[]),
  severity: z.enum(SEVERITIES),
  sentence: z.string().describe("The link that is broken, in plain words."),
  fix: z.string().describe("What to do; empty where nothing is to be done."),
  devices: z.array(device),
});

const TimelineEvent = z.object({
  at: timeOut,
  kind: z.enum(EVENT_KINDS),
  sentence: z.string(),
  device: device.nullable(),
  mark: z.enum(["done", "waiting", "problem"]),
});

/** The story of a pass. */
export const ACTIVITY_SCHEMAS = {
  DiagnosisFinding,
  TimelineEvent,
  Timeline: z.object({
    passTypeIdentifier: z.string(),
    serialNumber: z.string(),
    templateId: z.string(),
    revision: count,
    status: z.enum(DIAGNOSES).describe("Whether the newest revision is on the phones, on its way, or stuck."),
    findings: z.array(DiagnosisFinding).describe("The worst and most probable first; never empty."),
    events: z
      .array(TimelineEvent)
      .describe("In the order of time. Of what happens again and again the last time is told, and how often it was."),
    devices: z.array(
      z.object({
        device,
        client: z.string(),
        registeredAt: timeOut.nullable(),
        listedAt: timeOut.nullable().describe("When it last asked what has changed."),
        pushesAccepted: count,
        pushesRefused: count,
      }),
    ),
    currentSince: timeOut.nullable().describe("When a device last got the newest revision, or 304 for it."),
  }),
} as const;
