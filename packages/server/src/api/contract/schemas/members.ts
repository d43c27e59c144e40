import * as z from "zod";
import { API_LIMITS } from "./api-limits.ts";

export const time = z.iso
  .datetime({ offset: true, error: "is no date and time with its zone, such as 2026-11-21T10:00:00Z" })
  .describe("Date and time with its zone (RFC 3339).");
export const timeOut = z.string().describe("Date and time in UTC (RFC 3339).");
export const values = z.record(z.string(), z.unknown()).describe("Values of the template's inputs.");
export const count = z.int().min(0);

/** Serial numbers that the API gives out or takes: no character that would have to be escaped in a path. */
export const serialNumber = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._:@+~=-]{0,127}$/u,
    "takes up to 128 letters, digits and . _ : @ + ~ = -, and begins with a letter or digit",
  )
  .describe("Letters, digits and . _ : @ + ~ = -, beginning with a letter or digit.");

export const templateId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u, "takes up to 64 letters, digits and . _ -, and begins with a letter or digit")
  .describe("Letters, digits and . _ -, beginning with a letter or digit.");

/** What is said of a text with control characters in it. */
export const NO_CONTROLS = "holds a control character";

export const name = z
  .string()
  .min(1, "is empty")
  .max(API_LIMITS.text)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, NO_CONTROLS);

export const ValueFault = z.object({ place: z.string(), message: z.string() });

export const limit = z.coerce.number().int().min(1).max(API_LIMITS.pageItems).optional();
export const cursor = z.string().min(1).max(2000).optional().describe("`nextCursor` of the page before.");
/** Which face of a pass, for whom, and as what. */
export const pictureMembers = {
  face: z.enum(["front", "back", "watch"]).optional().describe("The front when absent."),
  format: z.enum(["png", "svg"]).optional().describe("PNG when absent."),
  scale: z.coerce.number().int().min(1).max(3).optional().describe("Pixels for a point of a PNG; 2 when absent."),
  locale: z
    .string()
    .regex(/^[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8}){0,7}$/u)
    .optional()
    .describe("Language of the reader, as a BCP 47 tag; en-US when absent."),
  timeZone: z.string().min(1).max(64).optional().describe("IANA zone in which dates are shown; UTC when absent."),
} as const;

export const text = z.string().min(1).max(512).optional();
