import {
  MEDIA_TYPES,
  parsePersonalizationBody,
  type PassReference,
  type PersonalInfo,
  PROTOCOL_LIMITS,
} from "@passwright/wallet/protocol";
import type { StoredPass } from "../../storage/storage.ts";
import { authorise } from "../authorise.ts";
import type { DeviceContext } from "../device-context.ts";
import { bodyResponse, type DeviceRequest, type DeviceResponse } from "../device-message.ts";
import { rateKeyOf } from "../rate-limiter.ts";
import { refuse, refuseForNow, refuseUnauthorised } from "../refusals.ts";
import { readBody } from "./read-body.ts";

/** How often a sign-up is tried anew when the pass changes under it. */
const ATTEMPTS = 5;

/**
 * A person signs up: what they gave is kept, the pass gets a revision without its form, and when both are committed the signed
 * token goes back. The device may not get that answer and send the form again: it is signed again, and nothing else happens.
 */
export async function personalize(
  context: DeviceContext,
  { passTypeIdentifier, serialNumber }: PassReference,
  request: DeviceRequest,
): Promise<DeviceResponse> {
  const { storage, source, metrics, limiters, activity } = context;
  const key = { passTypeIdentifier, serialNumber };
  const authorised = await authorise(storage.passes, key, request, (known) => activity.refused(known, "personalize"));
  if (authorised === null) return refuseUnauthorised(metrics);
  const wait = limiters.signUps.take(rateKeyOf(request.address));
  if (wait > 0) return refuseForNow(metrics, "rate", wait);
  const body = await readBody(request, PROTOCOL_LIMITS.personalizationBytes, parsePersonalizationBody, metrics);
  if ("refusal" in body) return body.refusal;
  const { personalizationToken, requiredPersonalizationInfo } = body.value;
  if (!isSafeToSign(personalizationToken)) return refuse(metrics, "token-to-sign");
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const pass = await storage.passes.find(key);
    if (pass === undefined) return refuseUnauthorised(metrics);
    if (pass.personalization === "none") return refuse(metrics, "no-sign-up");
    // Signed before anything is kept: a pass that lost its form for an answer that never came could not be mended by its holder.
    const signature = await source.signToken(pass, personalizationToken);
    if (pass.personalization === "done" || (await signUp(context, pass, requiredPersonalizationInfo))) {
      return bodyResponse(200, MEDIA_TYPES.signature, [signature], signature.length, { headers: ["cache-control", "no-store"] });
    }
  }
  return refuseForNow(metrics, "busy", 1000);
}

/** False when the pass has changed meanwhile, which another sign-up does as well. */
async function signUp(
  { storage, clock, personalizedValues }: DeviceContext,
  pass: StoredPass,
  info: PersonalInfo,
): Promise<boolean> {
  const { passTypeIdentifier, serialNumber, templateId, templateVersion, revision } = pass;
  const values = await personalizedValues?.(pass, info);
  const result = await storage.personalizations.save(
    { passTypeIdentifier, serialNumber, info: JSON.stringify(info), templateId, templateVersion },
    { now: clock(), ifRevision: revision, push: { kind: "now" }, ...(values !== undefined && { values }) },
  );
  return result.kind === "changed";
}

/**
 * The signature over a token is one "like the manifest's": whoever holds one pass could send the manifest of a pass that they
 * made up, and get it signed by the issuer. A manifest is a JSON object, and has a brace in UTF-8 and UTF-16 alike.
 */
function isSafeToSign(token: string): boolean {
  return /^[\x21-\x7e]+$/u.test(token) && !/[{}]/u.test(token);
}
