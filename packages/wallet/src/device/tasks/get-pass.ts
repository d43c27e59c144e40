import { PassPackage } from "@passwright/pass";
import type { DeviceTask } from "../../protocol/messages/device-task.ts";
import type { HeldPass, TaskTarget } from "../../state/wallet-state.ts";
import type { DeviceContext, UpdateChanges } from "../device-context.ts";
import { digestOf } from "../digest.ts";
import type { Exchange } from "../exchange.ts";
import { toHeldPass } from "../held-pass.ts";
import { type InstallablePass, textOf } from "../installing.ts";
import type { TaskEnd, TaskTools } from "../task.ts";
import { updatabilityOf } from "../updatability.ts";
import { callService } from "../web-service-client.ts";
import { done, failed } from "./task-end.ts";

type GetPassTarget = Extract<TaskTarget, { readonly kind: "getPass" }>;
type Answer = Extract<Exchange, { readonly kind: "answer" }>;

/** Fetches the newest version of a pass and puts it in the place of the one that is held, if it installs. */
export async function getPass(target: GetPassTarget, tools: TaskTools): Promise<TaskEnd> {
  const { context, memory, remark } = tools;
  const pass = memory.find(target);
  const updates = pass === null ? null : updatabilityOf(pass, context.developerMode);
  if (pass === null || updates?.kind !== "updates") return done();
  const { passTypeIdentifier, serialNumber } = target;
  const { service, authenticationToken } = updates;
  const webServiceURL = pass.webServiceURL ?? service;
  // Of a file that the store lost, 304 would be no answer.
  const isLost = (await context.store.readPass(pass.digest)) === null;
  const ifModifiedSince = isLost ? null : pass.lastModified;
  const task: DeviceTask = { kind: "getPass", passTypeIdentifier, serialNumber, ifModifiedSince, webServiceURL };
  const answer = await callService(
    context.network,
    service,
    { endpoint: "getPass", passTypeIdentifier, serialNumber },
    { authenticationToken, client: context.client, ifModifiedSince },
  );
  const say = (reason: Parameters<typeof remark>[3]) => remark(service, webServiceURL, passTypeIdentifier, reason);
  if (answer.kind === "answer" && answer.status === 304) {
    if (target.listed) say({ id: "unchanged-pass", serialNumber });
    return done({ kind: "unchanged", pass, status: 304 });
  }
  if (answer.kind === "failed" || answer.status !== 200) return failed(service, task, answer);

  const lastModified = lastModifiedOf(answer);
  const digest = await digestOf(answer.body);
  if (digest === pass.digest) {
    if (target.listed) say({ id: "unchanged-pass", serialNumber });
    if (ifModifiedSince !== null) say({ id: "ignored-if-modified-since", ifModifiedSince, serialNumber });
    if (isLost) await context.store.writePass(digest, answer.body);
    const current = memory.find(target);
    if (current?.digest === digest) memory.hold({ ...current, lastModified });
    else await memory.forgetBytes(digest);
    return done({ kind: "unchanged", pass, status: 200 });
  }
  const { accepted, refused } = await context.inspect(answer.body, null);
  const [update] = accepted;
  if (update === undefined) return failed(service, task, answer, { kind: "refused", because: refused[0]?.because ?? "empty" });
  const names = {
    passTypeIdentifier: textOf(update.data["passTypeIdentifier"]),
    serialNumber: textOf(update.data["serialNumber"]),
  };
  if (accepted.length > 1 || names.passTypeIdentifier !== passTypeIdentifier || names.serialNumber !== serialNumber) {
    return failed(service, task, answer, { kind: "other-pass", ...names });
  }
  if (lastModified === null) say({ id: "no-last-modified", serialNumber });
  return replace(target, { update, digest, lastModified }, tools);
}

async function replace(
  target: GetPassTarget,
  {
    update,
    digest,
    lastModified,
  }: { readonly update: InstallablePass; readonly digest: string; readonly lastModified: string | null },
  { context, memory }: TaskTools,
): Promise<TaskEnd> {
  // The bytes first: a state that names what is not there would lose the pass.
  await context.store.writePass(digest, update.bytes);
  const before = memory.find(target);
  if (before === null) {
    await memory.forgetBytes(digest);
    return done();
  }
  const changes = await compareWithHeld(before, update, context);
  const pass = toHeldPass(update, digest, context.now(), before, lastModified);
  memory.hold(pass);
  const { passTypeIdentifier, serialNumber } = pass;
  if (pass.webServiceURL !== before.webServiceURL || pass.authenticationToken !== before.authenticationToken) {
    memory.tasks.schedule({ kind: "register", passTypeIdentifier, serialNumber }, context.now());
  }
  await memory.save();
  if (before.digest !== digest) await memory.forgetBytes(before.digest);
  const notices = before.settings.notices ? (changes?.notices ?? []) : [];
  return done({ kind: "updated", pass, before, comparison: changes?.comparison ?? null, notices });
}

/** Null when there is nothing to compare with, or no wish to. */
async function compareWithHeld(before: HeldPass, update: InstallablePass, context: DeviceContext): Promise<UpdateChanges | null> {
  if (context.changes === null) return null;
  const bytes = await context.store.readPass(before.digest);
  if (bytes === null) return null;
  return context.changes(await PassPackage.read(bytes), update, before.personalized);
}

/** Opaque to the device, which sends it back as it came; only what no header can hold again is left out. */
function lastModifiedOf({ headers }: Answer): string | null {
  const value = headers.get("last-modified");
  return value !== null && /^[\x20-\x7e]{1,100}$/u.test(value) ? value : null;
}
