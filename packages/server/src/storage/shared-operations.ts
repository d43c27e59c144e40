import type { Kysely } from "kysely";
import { type CertificateOperations, certificateSteps } from "./certificates/certificate-work.ts";
import { type DistributionOperations, distributionSteps } from "./distribution/distribution-work.ts";
import { type IssuerOperations, issuerSteps } from "./issuer/issuer-work.ts";
import { type JobOperations, jobSteps } from "./jobs/jobs-work.ts";
import { type BarcodeKeyOperations, barcodeKeySteps } from "./scans/scan-work.ts";
import type { Tables } from "./tables.ts";
import { type WebhookOperations, webhookSteps } from "./webhooks/webhook-work.ts";
import type { StepsOf, Work } from "./work.ts";

/** Operations that both databases do alike, in the same steps: each part of the storage adds its own here. */
export type SharedOperations = IssuerOperations &
  BarcodeKeyOperations &
  CertificateOperations &
  DistributionOperations &
  WebhookOperations &
  JobOperations;

/** The steps of all of them. */
function sharedSteps(queries: Kysely<Tables>): StepsOf<SharedOperations> {
  return {
    ...issuerSteps(queries),
    ...barcodeKeySteps(queries),
    ...certificateSteps(queries),
    ...distributionSteps(queries),
    ...webhookSteps(queries),
    ...jobSteps(queries),
  };
}

/** Each of them as one call, given what runs its steps. */
export function runShared<Call>(
  queries: Kysely<Tables>,
  toCall: (step: (input: unknown) => Work<unknown>) => Call,
): { readonly [name: string]: Call } {
  const steps = Object.entries(sharedSteps(queries)) as readonly (readonly [string, (input: unknown) => Work<unknown>])[];
  return Object.fromEntries(steps.map(([name, step]) => [name, toCall(step)]));
}
