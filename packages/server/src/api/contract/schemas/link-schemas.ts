import * as z from "zod";
import { count, cursor, limit, templateId, text, time, timeOut, values } from "./members.ts";

const source = z
  .string()
  .regex(/^[^\p{Cc}\p{Cs}]{1,64}$/u)
  .describe("Where the link is put up, for your statistics: newsletter, poster-3. Passes that come of it keep it.");
const expiresAt = time.nullable().optional().describe("From then on the link gives nothing.");
const maxUses = z
  .int()
  .min(1)
  .max(1_000_000_000)
  .nullable()
  .optional()
  .describe("Of a pass: so many downloads. Of a template: so many passes.");

const Link = z.object({
  id: z.string(),
  kind: z.enum(["pass", "template"]),
  passTypeIdentifier: z.string(),
  serialNumber: z.string().nullable().describe("Of the pass; null for a template's link."),
  templateId: z.string().nullable().describe("Of the template; null for a pass's link."),
  hint: z.string().describe("How the secret part of the address begins."),
  source: z.string().nullable(),
  createdAt: timeOut,
  expiresAt: timeOut.nullable(),
  maxUses: count.nullable(),
  uses: count.describe("Downloads of the pass, or passes that were made."),
  lastUsedAt: timeOut.nullable(),
  revokedAt: timeOut.nullable(),
});

const MintKey = z.object({
  id: z.string(),
  templateId: z.string().nullable().describe("Null: it signs for every template of the project."),
  createdAt: timeOut,
  revokedAt: timeOut.nullable(),
});

/** Public links, and keys of signed ones. */
export const LINK_SCHEMAS = {
  Link,
  LinkPage: z.object({ items: z.array(Link).describe("Newest first."), nextCursor: z.string().nullable() }),
  NewPassLink: z.strictObject({ source: source.optional(), expiresAt, maxUses }),
  NewTemplateLink: z.strictObject({
    values: values.optional().describe("Values that every pass of this link has; visitors cannot change them."),
    ask: z
      .array(z.string().min(1).max(200))
      .max(40)
      .optional()
      .describe("Names of the inputs that visitors fill in; those that the template requires and `values` lacks when absent."),
    source: source.optional(),
    expiresAt,
    maxUses,
  }),
  CreatedLink: Link.extend({
    url: z.string().describe("The address: told here once and never again, for only its digest is kept."),
  }),
  MintKey,
  MintKeyList: z.object({ items: z.array(MintKey) }),
  NewMintKey: z.strictObject({
    templateId: templateId.optional().describe("It signs for this template alone; for all when absent."),
  }),
  CreatedMintKey: MintKey.extend({ key: z.string().describe("The key itself: told here once and never again.") }),
} as const;

export const LINKS_QUERY = z.strictObject({
  passTypeIdentifier: text.describe("With `serialNumber`: links of one pass."),
  serialNumber: text,
  templateId: text,
  source: text,
  limit,
  cursor,
});
