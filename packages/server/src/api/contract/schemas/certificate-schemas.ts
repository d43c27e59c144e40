import * as z from "zod";
import { API_LIMITS } from "./api-limits.ts";
import { count, name, timeOut } from "./members.ts";

export const passTypeIdentifier = z
  .string()
  .max(API_LIMITS.text)
  .regex(/^pass\.[\w.-]+$/u)
  .describe("Pass type, such as pass.com.example.gate.");

const Warning = z.object({
  kind: z
    .enum(["certificate-expires", "intermediate-expires", "no-certificate", "pushes-paused"])
    .describe("The certificate, or what Apple issued it with, ends; there is none for a template; Apple refuses its pushes."),
  passTypeIdentifier: z.string(),
  message: z.string(),
  fingerprint: z.string().optional(),
  threshold: count.optional().describe("The least of 60, 30, 7, 1 and 0 days that is not below the days left."),
  daysLeft: z.int().optional().describe("Whole days, rounded down; negative once it has expired."),
  expiresAt: timeOut.optional(),
});

const Certificate = z.object({
  id: z.string(),
  passTypeIdentifier: z.string(),
  state: z.enum(["requested", "ready"]).describe("A key that waits for its certificate, or both."),
  source: z.enum(["api", "folder", "demo"]).describe("Came over the API, lies in the data folder, or is a demo's."),
  file: z.string().nullable().describe("Name of the file in the data folder."),
  subject: z.string().nullable(),
  issuer: z.string().nullable(),
  teamIdentifier: z.string().nullable(),
  fingerprint: z.string().nullable().describe("SHA-256 of the certificate, in hex."),
  validFrom: timeOut.nullable(),
  expiresAt: timeOut.nullable(),
  issuerExpiresAt: timeOut.nullable().describe("When the intermediate that issued it ends."),
  expired: z.boolean(),
  allowsNfc: z.boolean(),
  signs: z.boolean().describe("Signs new revisions of its pass type."),
  pushes: z.boolean().describe("Opens the connection to APNs for its pass type."),
  createdAt: timeOut.nullable(),
  warnings: z.array(Warning),
});

/** A certificate of some 1,600 bytes, as PEM or base64. */
const encoded = (what: string) => z.string().min(1).max(API_LIMITS.credentialText).describe(what);

const passphrase = z.string().max(API_LIMITS.text).optional().describe("Opens the file. It is not kept.");

/** Certificates and the keys that wait for theirs. */
export const CERTIFICATE_SCHEMAS = {
  Certificate,
  CertificateWarning: Warning,
  CertificateList: z.object({
    items: z.array(Certificate),
    warnings: z.array(Warning).describe("All that is wrong with the certificates of the project, or soon will be."),
  }),
  NewCertificateRequest: z.strictObject({
    passTypeIdentifier,
    commonName: name.max(64).describe("Whose request it is, such as your company's name. Apple replaces it by your team's."),
    email: z.email().max(API_LIMITS.text).optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/u)
      .optional()
      .describe("ISO 3166 code of two capital letters."),
  }),
  CertificateRequest: Certificate.extend({
    request: z.string().describe("For developer.apple.com: the certificate signing request (PKCS#10) in PEM."),
  }),
  CertificateUpload: z.strictObject({
    certificate: encoded("Apple's .cer in base64, or PEM. Its key was made here by a request."),
  }),
  CertificateImport: z.union([
    z.strictObject({ pkcs12: encoded("A .p12 or .pfx in base64."), passphrase }),
    z.strictObject({
      certificate: encoded("PEM; intermediates may follow."),
      privateKey: encoded("PEM, encrypted or not."),
      passphrase,
    }),
  ]),
  CertificateRemoval: z.object({
    certificate: Certificate,
    warnings: z.array(z.string()).describe("What follows from it."),
  }),
} as const;

export const CERTIFICATES_QUERY = z.strictObject({ passTypeIdentifier: passTypeIdentifier.optional() });
export const REMOVAL_QUERY = z.strictObject({
  force: z.enum(["true", "false"]).optional().describe("Deletes the last certificate of a pass type that has passes."),
});
