import { type ListBody, parseListBody } from "../../protocol/list-body.ts";
import type { HeldPass, TaskTarget } from "../../state/wallet-state.ts";
import type { KnownService } from "../device-memory.ts";
import type { TaskEnd, TaskTools } from "../task.ts";
import { updatabilityOf } from "../updatability.ts";
import { callService } from "../web-service-client.ts";
import { done, failed } from "./task-end.ts";

type ListTarget = Extract<TaskTarget, { readonly kind: "list" }>;

/** Asks a service what changed since the last time, and has each pass it names fetched. */
export async function list(target: ListTarget, tools: TaskTools): Promise<TaskEnd> {
  const { context, memory } = tools;
  const { service: url, passTypeIdentifier } = target;
  const held = new Map(heldOf(target, tools).map((pass) => [pass.serialNumber, pass]));
  const [first] = held.values();
  if (first === undefined) return done();
  const service = memory.service(url);
  const passesUpdatedSince = service.tags.get(passTypeIdentifier) ?? null;
  const { deviceLibraryIdentifier } = service;
  const webServiceURL = first.webServiceURL ?? url;
  const task = {
    kind: "list",
    deviceLibraryIdentifier,
    passTypeIdentifier,
    lastUpdated: passesUpdatedSince,
    webServiceURL,
  } as const;
  const answer = await callService(context.network, url, {
    endpoint: "list",
    deviceLibraryIdentifier,
    passTypeIdentifier,
    passesUpdatedSince,
  });
  const listed = { kind: "listed", service: url, passTypeIdentifier } as const;
  if (answer.kind === "answer" && answer.status === 204) {
    return done({ ...listed, serialNumbers: [], lastUpdated: passesUpdatedSince });
  }
  if (answer.kind === "failed" || answer.status !== 200) return failed(url, task, answer);
  const body = parseListBody(answer.body);
  if (!body.ok) return failed(url, task, answer, { kind: "malformed", problem: body.problem });
  const serialNumbers = [...new Set(body.value.serialNumbers)];
  takeList(target, { ...body.value, serialNumbers }, { service, held, webServiceURL }, tools);
  return done({ ...listed, serialNumbers, lastUpdated: body.value.lastUpdated });
}

/** Fetches are scheduled before the tag is kept, and both are saved together: no update is lost behind a tag. */
function takeList(
  { passTypeIdentifier }: ListTarget,
  { serialNumbers, lastUpdated }: ListBody,
  known: { readonly service: KnownService; readonly held: ReadonlyMap<string, HeldPass>; readonly webServiceURL: string },
  { context, memory, remark }: TaskTools,
): void {
  const { service, held, webServiceURL } = known;
  const say = (reason: Parameters<typeof remark>[3]) => remark(service.url, webServiceURL, passTypeIdentifier, reason);
  // Without a tag the service is asked for all passes, and does not say that they changed.
  const tag = service.tags.get(passTypeIdentifier);
  if (serialNumbers.length > 0 && tag === lastUpdated) {
    say({ id: "same-tag", count: serialNumbers.length, tag: lastUpdated });
  }
  let strangers = 0;
  for (const serialNumber of serialNumbers) {
    if (held.has(serialNumber)) {
      memory.tasks.schedule({ kind: "getPass", passTypeIdentifier, serialNumber, listed: tag !== undefined }, context.now());
      continue;
    }
    // A list may name a hundred thousand.
    strangers += 1;
    if (strangers <= MAX_STRANGERS) say({ id: "unregistered-serial", serialNumber: serialNumber.slice(0, 200) });
  }
  service.tags.set(passTypeIdentifier, lastUpdated);
}

/** Serial numbers of one list that are told as not registered. */
const MAX_STRANGERS = 20;

/** The passes of the type that this service keeps up to date. */
function heldOf({ service, passTypeIdentifier }: ListTarget, { context, memory }: TaskTools): readonly HeldPass[] {
  return memory.passes.filter((pass) => {
    if (pass.passTypeIdentifier !== passTypeIdentifier || !pass.settings.automaticUpdates) return false;
    const updates = updatabilityOf(pass, context.developerMode);
    return updates.kind === "updates" && updates.service === service;
  });
}
