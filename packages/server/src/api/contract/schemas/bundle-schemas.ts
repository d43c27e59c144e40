import * as z from "zod";
import { templateId } from "./members.ts";
import { externalId } from "./pass-schemas.ts";

const name = z.string().min(1).max(512);

/** Several passes in one file. */
export const BUNDLE_SCHEMAS = {
  BundleRequest: z.strictObject({
    passes: z
      .array(
        z.union([z.strictObject({ passTypeIdentifier: name, serialNumber: name }), z.strictObject({ templateId, externalId })]),
      )
      .min(1)
      .max(10)
      .describe("In the order in which they are shown; a device takes ten at most."),
    name: z
      .string()
      .regex(/^[\w.@+~=-]{1,100}$/u)
      .optional()
      .describe("Of the file, without .pkpasses."),
  }),
} as const;
