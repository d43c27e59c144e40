import type { BuildOptions, PassPackage, PassTemplate, PassValues } from "@passwright/pass";
import { issuerKeysOf } from "../../device-service/issuer-keys.ts";
import { completeValues, withSignedBarcode } from "../../device-service/template-pass-source.ts";
import { signBarcodeOf } from "../../scan/sign-barcode-of.ts";
import type { PassRecord } from "../../storage/issuer/issuer-storage.ts";
import type { PassKey, StoredPass } from "../../storage/storage.ts";
import type { ApiCall, ApiContext } from "../api-context.ts";
import { ApiProblem } from "../api-problem.ts";
import { reachesPass } from "../key-reach.ts";
import type { ShelvedTemplate } from "../template-shelf.ts";
import { withBarcodeStandIn } from "./barcode-stand-in.ts";
import { toFaults } from "./own-template.ts";

/** A pass of the caller's project, with what the API knows of it. */
export interface OwnPass {
  readonly pass: StoredPass;
  readonly record: PassRecord | undefined;
}

/** @throws {ApiProblem} `not-found`: for foreign and deleted passes as for those that never were. */
export async function findOwnPass(call: ApiCall, key: PassKey = keyOf(call)): Promise<OwnPass> {
  const { storage } = call;
  const isOwn = (await storage.access.projectOf(key.passTypeIdentifier)) === call.key.projectId;
  const pass = isOwn ? await storage.passes.find(key) : undefined;
  const [record] = pass === undefined ? [] : await storage.issuing.records([key]);
  if (pass === undefined || !reachesPass(call.reach, pass) || (record !== undefined && record.deletedAt !== null)) {
    throw new ApiProblem("not-found", "There is no such pass.");
  }
  return { pass, record };
}

function keyOf({ params }: ApiCall): PassKey {
  return { passTypeIdentifier: params["passTypeIdentifier"] ?? "", serialNumber: params["serialNumber"] ?? "" };
}

/**
 * The pass that these values come to, unsigned: what cannot be built is not written.
 *
 * @throws {ApiProblem} `invalid-values` with every fault.
 */
export async function buildPass(
  context: ApiContext,
  { template }: ShelvedTemplate,
  pass: StoredPass,
  options: Pick<BuildOptions, "images"> = {},
): Promise<PassPackage> {
  try {
    const complete = valuesOf(context, template, pass);
    const supplied = await withSignedBarcode(complete, template, () => signBarcodeOf(context, pass));
    return await template.build(supplied, { now: new Date(pass.modifiedAt * 1000), ...options });
  } catch (error) {
    throw toValuesProblem(error);
  }
}

/**
 * Evaluates a pass as building it would, without making its archive: enough to know that it can be built.
 *
 * @throws {ApiProblem} `invalid-values` with every fault.
 */
export function renderPass(context: ApiContext, { template }: ShelvedTemplate, pass: StoredPass): void {
  try {
    template.prepare().render(withBarcodeStandIn(valuesOf(context, template, pass), template), new Date(pass.modifiedAt * 1000));
  } catch (error) {
    throw toValuesProblem(error);
  }
}

function valuesOf(context: ApiContext, template: PassTemplate, pass: StoredPass): PassValues {
  return completeValues(JSON.parse(pass.values) as PassValues, template, issuerKeysOf(pass, context.webServiceURL()));
}

function toValuesProblem(error: unknown): ApiProblem {
  const faults = toFaults(error);
  const [first] = faults;
  return new ApiProblem("invalid-values", first === undefined ? undefined : `${first.place} ${first.message}`.trim(), { faults });
}
