import * as z from "zod";
import { count, timeOut, ValueFault, values } from "./members.ts";
import { push } from "./pass-schemas.ts";

const Finding = z.object({
  rule: z.string(),
  severity: z.string(),
  effect: z.string(),
  file: z.string().nullable(),
  path: z.string().nullable().describe("JSON Pointer into the file."),
  message: z.string(),
  fix: z.string().nullable(),
});

const Template = z.object({
  templateId: z.string(),
  passTypeIdentifier: z.string(),
  version: count.nullable().describe("The newest published version; null for a draft that never was."),
  publishedAt: timeOut.nullable(),
  draftAt: timeOut.nullable().describe("When the draft was uploaded; null without one."),
});

const TemplateDetails = Template.extend({
  shown: z.enum(["draft", "published"]).describe("Which of both the rest describes: the draft where there is one."),
  name: z.string().nullable(),
  description: z.string().nullable(),
  inputs: z.record(z.string(), z.unknown()).nullable().describe("JSON Schema of the values; null when any are taken."),
  sample: z.record(z.string(), z.unknown()).nullable(),
  names: z.array(z.string()).describe("Names that the template's expressions use."),
  undeclaredNames: z.array(z.string()),
  files: z.array(z.string()),
});

const TemplateVersion = z.object({
  version: count,
  publishedAt: timeOut,
  digest: z.string().describe("SHA-256 over its files, in hex: alike for the same files, however they were packed."),
});

const PassType = z.object({
  passTypeIdentifier: z.string(),
  teamIdentifier: z.string().nullable(),
  certificates: z.array(
    z.object({
      fingerprint: z.string().describe("SHA-256 of the certificate, in hex."),
      validFrom: timeOut,
      expiresAt: timeOut,
      expired: z.boolean(),
      allowsNfc: z.boolean(),
    }),
  ),
});

/** Pass types, templates, previews. */
export const TEMPLATE_SCHEMAS = {
  PassType,
  PassTypeList: z.object({ items: z.array(PassType) }),
  Template,
  TemplateList: z.object({ items: z.array(Template) }),
  TemplateVersion,
  TemplateVersionList: z.object({ items: z.array(TemplateVersion).describe("Newest first.") }),
  TemplateDetails,
  PublishRequest: z.strictObject({
    rollOut: z
      .strictObject({ push: push.optional() })
      .optional()
      .describe("Takes issued passes to the new version, as a job; without it they stay on theirs."),
  }),
  PublishedTemplate: TemplateDetails.extend({ rollOutJob: z.string().nullable().describe("The job, where one was asked for.") }),
  PreviewRequest: z.strictObject({
    values: values.optional().describe("The template's sample when absent."),
    version: z.int().min(1).optional().describe("A published version; the draft, or else the newest, when absent."),
  }),
  Preview: z.object({
    version: count.nullable().describe("Null: the draft."),
    faults: z.array(ValueFault).describe("What is wrong with the values; with any there is no pass."),
    pass: z.record(z.string(), z.unknown()).nullable().describe("The pass.json that comes of it."),
    findings: z.array(Finding),
  }),
} as const;

export const TEMPLATE_FILES_QUERY = z.strictObject({
  version: z.coerce.number().int().min(1).optional().describe("A published version; the draft, or else the newest, when absent."),
});
