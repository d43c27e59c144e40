import { randomBytes } from "node:crypto";
import { createCertificateRequest, PassError, readCertificateRequest } from "@passwright/pass";
import type * as z from "zod";
import { KEY_PURPOSE } from "../../../certificates/certificate-book.ts";
import { expiryWarnings, setUpWarnings } from "../../../certificates/certificate-warnings.ts";
import { digestPublicKey, type HeldCertificate, publicKeyOf } from "../../../certificates/held-certificate.ts";
import { readIdentity } from "../../../certificates/read-identity.ts";
import { openSecret, sealSecret } from "../../../installation/sealed-secret.ts";
import type { ApiAnswer, ApiCall } from "../../api-context.ts";
import { ApiProblem } from "../../api-problem.ts";
import { REQUEST_TYPE } from "../../contract/openapi.ts";
import type { QUERIES, SCHEMAS } from "../../contract/schemas.ts";
import { json } from "../answers.ts";
import { auditOf } from "../audit-of.ts";
import { ownTemplates } from "../own-template.ts";
import { assertOwnPassType, assertRoom, isOwnPassType, ownCertificates } from "./own-certificate.ts";
import { decodeBase64, decodeCertificate, holdOrRefuse, readOrRefuse } from "./read-certificate.ts";
import { toCertificate, toPendingCertificate, toWarning } from "./to-certificate.ts";

export async function listCertificates(call: ApiCall<z.output<typeof QUERIES.certificates>>): Promise<ApiAnswer> {
  const { held, stored } = await ownCertificates(call);
  const { storage, certificates, clock, query } = call;
  const items = [
    ...held.map((one) => toCertificate(call, one)),
    ...stored.filter(({ certificate }) => certificate === null).map(toPendingCertificate),
  ];
  const paused: { readonly passTypeIdentifier: string; readonly reason: string }[] = [];
  for (const one of (await storage.statistics()).pausedPassTypes) {
    if (await isOwnPassType(call, one.passTypeIdentifier)) paused.push(one);
  }
  const ofHeld = new Set(held.map(({ passTypeIdentifier }) => passTypeIdentifier));
  const warnings = [
    ...expiryWarnings(certificates, clock()).filter(({ passTypeIdentifier }) => ofHeld.has(passTypeIdentifier)),
    ...setUpWarnings(certificates, await ownTemplates(call), paused),
  ];
  const isWanted = (one: { readonly passTypeIdentifier: string }) =>
    query.passTypeIdentifier === undefined || one.passTypeIdentifier === query.passTypeIdentifier;
  return json({ items: items.filter(isWanted), warnings: warnings.filter(isWanted).map(toWarning) });
}

export async function requestCertificate(
  call: ApiCall<unknown, z.output<typeof SCHEMAS.NewCertificateRequest>>,
): Promise<ApiAnswer> {
  const { storage, sealing, clock, body } = call;
  const { passTypeIdentifier, commonName, email, country } = body;
  await assertOwnPassType(call, passTypeIdentifier);
  assertRoom(await ownCertificates(call), passTypeIdentifier);
  const names = { commonName, ...(email !== undefined && { email }), ...(country !== undefined && { country }) };
  const { privateKeyPem, requestPem, request } = await createCertificateRequest(names).catch((error: unknown) => {
    if (error instanceof PassError) throw new ApiProblem("invalid-request", error.message);
    throw error;
  });
  const id = newCertificateId();
  const record = {
    id,
    passTypeIdentifier,
    publicKey: digestPublicKey((await readCertificateRequest(request)).subjectPublicKeyInfo),
    request: requestPem,
    sealedKey: sealKey(sealing, id, Buffer.from(privateKeyPem.replaceAll(/-----[^-]+-----|\s/gu, ""), "base64")),
    createdAt: clock(),
  };
  await storage.certificates.addRequest(record, { audit: auditOf(call, "requestCertificate", `${passTypeIdentifier} ${id}`) });
  return json({ ...toPendingCertificate(record), request: requestPem }, 201);
}

export async function uploadCertificate(call: ApiCall<unknown, z.output<typeof SCHEMAS.CertificateUpload>>): Promise<ApiAnswer> {
  const { sealing, body } = call;
  const certificate = await readOrRefuse(() => decodeCertificate(body.certificate));
  const publicKey = publicKeyOf(certificate);
  const { held, stored } = await ownCertificates(call);
  const known = held.find(({ signer }) => Buffer.from(signer.certificate).equals(certificate));
  if (known !== undefined) return json(toCertificate(call, known));
  const matching = stored.filter((one) => one.publicKey === publicKey);
  const match = matching.find((one) => one.certificate === null) ?? matching[0];
  if (match === undefined) {
    throw new ApiProblem(
      "invalid-certificate",
      "No key here belongs to it: it was made for another request. Import it with its key, or upload a certificate for a request of this project.",
    );
  }
  const privateKey = openSecret(sealing, match.sealedKey, { purpose: KEY_PURPOSE, row: match.id });
  // A key that has a certificate already gets a row of its own for the next one.
  const id = match.certificate === null ? match.id : newCertificateId();
  const fresh = await holdOrRefuse(call, id, { certificate, privateKey });
  if (fresh.passTypeIdentifier !== match.passTypeIdentifier) {
    throw new ApiProblem(
      "invalid-certificate",
      `It is for ${fresh.passTypeIdentifier}, and was requested for ${match.passTypeIdentifier}.`,
    );
  }
  return save(call, fresh, privateKey, "uploadCertificate", match.request);
}

export async function importCertificate(call: ApiCall<unknown, z.output<typeof SCHEMAS.CertificateImport>>): Promise<ApiAnswer> {
  const { body } = call;
  const { passphrase } = body;
  const identity = await readOrRefuse(() =>
    "pkcs12" in body
      ? readIdentity(decodeBase64(body.pkcs12), { form: "pkcs12", passphrase })
      : readIdentity(Buffer.from(`${body.certificate}\n${body.privateKey}`), { form: "pem", passphrase }),
  );
  const fresh = await holdOrRefuse(call, newCertificateId(), identity);
  await assertOwnPassType(call, fresh.passTypeIdentifier);
  const own = await ownCertificates(call);
  const known = own.held.find(({ signer }) => signer.facts.fingerprint === fresh.signer.facts.fingerprint);
  if (known !== undefined && known.source === "api") return json(toCertificate(call, known));
  assertRoom(own, fresh.passTypeIdentifier);
  return save(call, fresh, identity.privateKey, "importCertificate", null);
}

/** Short, for people type it; 72 random bits, and a row that exists is not written over. */
function newCertificateId(): string {
  return `cert_${randomBytes(9).toString("hex")}`;
}

function sealKey(sealing: ApiCall["sealing"], id: string, privateKey: Uint8Array): string {
  return sealSecret(sealing, privateKey, { purpose: KEY_PURPOSE, row: id });
}

/** Keeps it, and answers with it as this process knows it by then; the others know it within seconds. */
async function save(
  call: ApiCall,
  fresh: HeldCertificate,
  privateKey: Uint8Array,
  action: string,
  request: string | null,
): Promise<ApiAnswer> {
  const { storage, sealing, certificates, clock } = call;
  const { id, passTypeIdentifier, signer } = fresh;
  const { fingerprint } = signer.facts;
  await storage.certificates.save(
    {
      id,
      passTypeIdentifier,
      publicKey: publicKeyOf(signer.certificate),
      request,
      sealedKey: sealKey(sealing, id, privateKey),
      certificate: signer.certificate,
      intermediate: signer.intermediate,
      fingerprint,
      createdAt: clock(),
    },
    { audit: auditOf(call, action, `${passTypeIdentifier} ${fingerprint}`) },
  );
  await certificates.refresh();
  const held = certificates.all().find((one) => one.signer.facts.fingerprint === fingerprint);
  return json(toCertificate(call, held ?? fresh));
}

export async function getCertificate(call: ApiCall): Promise<ApiAnswer> {
  const { held, pending } = await findOwn(call);
  return json(held === undefined ? toPendingCertificate(pending) : toCertificate(call, held));
}

export async function downloadCertificateRequest(call: ApiCall): Promise<ApiAnswer> {
  const { stored } = await ownCertificates(call);
  const found = stored.find(({ id }) => id === call.params["certificateId"]);
  if (found === undefined || found.request === null) throw new ApiProblem("not-found", "There is no such request.");
  const fileName = `${found.passTypeIdentifier}.certSigningRequest`;
  return { status: 200, body: { bytes: Buffer.from(found.request), type: REQUEST_TYPE, fileName } };
}

export async function deleteCertificate(call: ApiCall<z.output<typeof QUERIES.removal>>): Promise<ApiAnswer> {
  const { storage, certificates, query } = call;
  const { held, pending } = await findOwn(call);
  const { id, passTypeIdentifier } = held ?? pending;
  if (held !== undefined && held.source !== "api") {
    throw new ApiProblem("certificate-of-folder", `Take the file ${held.file ?? ""} out of the folder certificates instead.`);
  }
  const others =
    held === undefined ? [] : certificates.all().filter((one) => one !== held && one.passTypeIdentifier === passTypeIdentifier);
  const hasPasses = held !== undefined && (await storage.passes.page({ passTypeIdentifier, limit: 1 })).length > 0;
  if (hasPasses && others.length === 0 && query.force !== "true") {
    throw new ApiProblem("certificate-needed", "Its passes could no longer be fetched nor updated. Upload another one first.");
  }
  const shown = held === undefined ? toPendingCertificate(pending) : toCertificate(call, held);
  const what = held === undefined ? id : held.signer.facts.fingerprint;
  const removed = await storage.certificates.remove(id, {
    audit: auditOf(call, "deleteCertificate", `${passTypeIdentifier} ${what}`),
  });
  if (removed === "absent") throw new ApiProblem("not-found", "There is no such certificate.");
  await certificates.refresh();
  const warnings: string[] = [];
  if (hasPasses) {
    warnings.push(
      others.length === 0
        ? `Passes of ${passTypeIdentifier} can be neither fetched nor updated until there is another certificate.`
        : "Passes that were signed with it are signed with another one from now on.",
    );
  }
  if (held === undefined) warnings.push("The key is gone: a certificate that Apple issues for this request is of no use.");
  return json({ certificate: shown, warnings });
}

/** @throws {ApiProblem} `not-found`. */
async function findOwn(call: ApiCall) {
  const { certificateId = "" } = call.params;
  const { held, stored } = await ownCertificates(call);
  const found = held.find(({ id }) => id === certificateId);
  const pending = stored.find(({ id }) => id === certificateId);
  if (found !== undefined) return { held: found, pending: undefined };
  if (pending !== undefined) return { held: undefined, pending };
  throw new ApiProblem("not-found", "There is no such certificate.");
}
