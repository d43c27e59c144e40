import * as z from "zod";
import { MAIL_PROBLEMS, type MailProblem } from "../../../distribution/mail/mail-problems.ts";
import { count, name, timeOut } from "./members.ts";

const PassName = z.strictObject({ passTypeIdentifier: z.string().min(1).max(512), serialNumber: z.string().min(1).max(512) });

const Mail = z.object({
  id: z.string(),
  to: z.string(),
  locale: z.string(),
  passes: z.array(z.object({ passTypeIdentifier: z.string(), serialNumber: z.string() })),
  state: z.enum(["queued", "sent", "failed"]).describe("`sent`: a mail server has taken it; whether anyone reads it is not known."),
  attempts: count,
  nextAttemptAt: timeOut.nullable(),
  problem: z
    .enum(Object.keys(MAIL_PROBLEMS) as [MailProblem, ...MailProblem[]])
    .nullable()
    .describe("What the last attempt failed with."),
  createdAt: timeOut,
  endedAt: timeOut.nullable(),
});

/** Mails with passes. */
export const MAIL_SCHEMAS = {
  Mail,
  MailPage: z.object({ items: z.array(Mail).describe("Newest first."), nextCursor: z.string().nullable() }),
  NewMail: z.strictObject({
    to: z.string().min(3).max(320).describe("One address."),
    locale: z
      .string()
      .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/u)
      .optional()
      .describe("BCP 47 tag of the recipient's language; en when absent."),
    subject: name.optional().describe("Instead of the words of the language; {organization}, {title} and {link} are filled in."),
    text: z
      .string()
      .min(1)
      .max(10_000)
      .regex(/^[^\p{Cs}\0]*$/u)
      .optional()
      .describe("Plain text, paragraphs with an empty line between; filled in like the subject."),
    source: z
      .string()
      .regex(/^[^\p{Cc}\p{Cs}]{1,64}$/u)
      .optional()
      .describe("Kept with the link that stands in the mail; mail when absent."),
    alsoPasses: z.array(PassName).max(9).optional().describe("More passes: all of them come as one bundle (.pkpasses)."),
  }),
} as const;
