import { isJsonArray, PassPackage, verifySignature } from "@passwright/pass";
import { WalletError } from "../errors.ts";
import { buildPersonalizationBody, type PersonalInfo, type PersonalKey } from "../protocol/personalization-body.ts";
import type { HeldPass } from "../state/wallet-state.ts";
import type { DeviceContext } from "./device-context.ts";
import type { TaskFault } from "./device-event.ts";
import { textOf } from "./installing.ts";
import { updatabilityOf } from "./updatability.ts";
import { callService } from "./web-service-client.ts";

/** What a sign-up for rewards came to. */
export type PersonalizationEnd =
  | { readonly kind: "personalized" }
  | { readonly kind: "failed"; readonly fault: TaskFault | { readonly kind: "bad-signature" } };

/** What each field of personalization.json asks for. */
const ASKED_FOR: Readonly<Record<string, readonly PersonalKey[]>> = {
  PKPassPersonalizationFieldName: ["fullName", "givenName", "familyName"],
  PKPassPersonalizationFieldPostalCode: ["postalCode", "ISOCountryCode"],
  PKPassPersonalizationFieldEmailAddress: ["emailAddress"],
  PKPassPersonalizationFieldPhoneNumber: ["phoneNumber"],
};

/**
 * Sends what the holder filled in, and holds the answer to be the token, signed as the pass's manifest is: anyone else could
 * answer 200, only the issuer can sign.
 *
 * @throws {WalletError} `ERR_WALLET_NOT_PERSONALIZABLE`, `ERR_WALLET_STORE`.
 */
export async function personalizePass(
  pass: HeldPass,
  info: PersonalInfo,
  personalizationToken: string,
  context: DeviceContext,
): Promise<PersonalizationEnd> {
  const updates = updatabilityOf(pass, context.developerMode);
  const bytes = await context.store.readPass(pass.digest);
  if (bytes === null) throw new WalletError("ERR_WALLET_STORE");
  const file = await PassPackage.read(bytes);
  const fields = file.personalization?.data["requiredPersonalizationFields"];
  if (updates.kind !== "updates" || !isJsonArray(fields)) throw new WalletError("ERR_WALLET_NOT_PERSONALIZABLE");
  // Only what the issuer asks for leaves the device.
  const keys = fields.flatMap((field) =>
    typeof field === "string" && Object.hasOwn(ASKED_FOR, field) ? (ASKED_FOR[field] ?? []) : [],
  );
  const asked = Object.fromEntries(keys.flatMap((key) => (info[key] === undefined ? [] : [[key, info[key]]]))) as PersonalInfo;
  const { passTypeIdentifier, serialNumber } = pass;
  const answer = await callService(
    context.network,
    updates.service,
    { endpoint: "personalize", passTypeIdentifier, serialNumber },
    {
      authenticationToken: updates.authenticationToken,
      client: context.client,
      body: buildPersonalizationBody({ personalizationToken, requiredPersonalizationInfo: asked }),
    },
  );
  if (answer.kind === "failed") return { kind: "failed", fault: { kind: "network", fault: answer.fault } };
  if (answer.status !== 200) return { kind: "failed", fault: { kind: "status", status: answer.status } };
  const report = await verifySignature({
    signature: answer.body,
    manifest: new TextEncoder().encode(personalizationToken),
    passTypeIdentifier,
    teamIdentifier: textOf(file.data["teamIdentifier"]),
    now: context.now(),
    ...context.trust,
  });
  const holds = report.integrity && report.chain && report.identity;
  return holds ? { kind: "personalized" } : { kind: "failed", fault: { kind: "bad-signature" } };
}
