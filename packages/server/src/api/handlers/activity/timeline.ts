import { joinChunks, PassError, PassPackage } from "@passwright/pass";
import { DeviceError } from "../../../device-service/device-error.ts";
import { diagnose } from "../../../diagnosis/diagnose.ts";
import { currentSince, type LastChange, type PassFacts, type ServedPass, shortDevice } from "../../../diagnosis/pass-facts.ts";
import { toTimeline } from "../../../diagnosis/timeline.ts";
import type { PassRevision } from "../../../storage/issuer/issuer-storage.ts";
import type { StoredPass } from "../../../storage/storage.ts";
import type { ApiAnswer, ApiCall } from "../../api-context.ts";
import { json, toOptionalTime, toTime } from "../answers.ts";
import { compareRevisions } from "../compare-passes.ts";
import { findOwnPass, type OwnPass } from "../own-pass.ts";

const REVISIONS = 20;
const LOG_LINES = 20;

/** The story of a pass, and where it is broken. */
export async function getTimeline(call: ApiCall): Promise<ApiAnswer> {
  // What this process has just seen is part of the story; other processes write theirs within a second or two.
  await call.activity.flush();
  const facts = await gatherFacts(call, await findOwnPass(call));
  const { pass, story } = facts;
  const { status, findings } = diagnose(facts);
  return json({
    passTypeIdentifier: pass.passTypeIdentifier,
    serialNumber: pass.serialNumber,
    templateId: pass.templateId,
    revision: pass.revision,
    status,
    findings,
    events: toTimeline(facts).map((event) => Object.assign({}, event, { at: toTime(event.at) })),
    devices: story.holders.map(({ deviceLibraryIdentifier, client, registeredAt, listedAt, accepted, refused }) => ({
      device: shortDevice(deviceLibraryIdentifier),
      client,
      registeredAt: toOptionalTime(registeredAt),
      listedAt: toOptionalTime(listedAt),
      pushesAccepted: accepted,
      pushesRefused: refused,
    })),
    currentSince: toOptionalTime(currentSince(facts)),
  });
}

async function gatherFacts(call: ApiCall, { pass, record }: OwnPass): Promise<PassFacts> {
  const { storage, clock, signers } = call;
  const { passTypeIdentifier, serialNumber } = pass;
  const [story, revisions, log, served] = await Promise.all([
    storage.activity.storyOf(pass),
    storage.issuing.history(pass, { limit: REVISIONS }),
    storage.deviceLog.read({ passTypeIdentifier, serialNumber, limit: LOG_LINES }),
    findServed(call, pass),
  ]);
  const signer = signers.find({ passTypeIdentifier, certificateId: "" });
  return {
    now: clock(),
    pass,
    createdAt: record?.createdAt ?? null,
    story,
    revisions,
    log,
    served,
    certificate: signer === undefined ? null : { notAfter: signer.facts.notAfter.getTime() },
    lastChange: await findLastChange(call, pass, revisions),
  };
}

/** The pass as a device gets it. */
async function findServed({ archives }: ApiCall, pass: StoredPass): Promise<ServedPass> {
  try {
    const { data } = await PassPackage.read(joinChunks((await archives.get(pass)).chunks));
    const { webServiceURL, authenticationToken } = data;
    return {
      kind: "built",
      webServiceURL: typeof webServiceURL === "string" && URL.canParse(webServiceURL) ? webServiceURL : null,
      hasToken: typeof authenticationToken === "string",
    };
  } catch (error) {
    if (error instanceof DeviceError || error instanceof PassError) return { kind: "failed", reason: error.message };
    throw error;
  }
}

async function findLastChange(call: ApiCall, pass: StoredPass, revisions: readonly PassRevision[]): Promise<LastChange | null> {
  const before = revisions.find(({ revision }) => revision === pass.revision - 1);
  if (before === undefined) return null;
  try {
    const { fields, notice } = await compareRevisions(call, { ...pass, ...before }, pass);
    return { notice, fields: fields.map(({ label, key }) => label ?? key ?? "?") };
  } catch {
    // Why the pass cannot be built is told by what devices get.
    return null;
  }
}
