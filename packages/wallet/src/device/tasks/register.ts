import { buildRegistrationBody } from "../../protocol/registration-body.ts";
import type { TaskTarget } from "../../state/wallet-state.ts";
import type { TaskEnd, TaskTools } from "../task.ts";
import { updatabilityOf } from "../updatability.ts";
import { callService } from "../web-service-client.ts";
import { done, failed } from "./task-end.ts";

type Target<Kind extends TaskTarget["kind"]> = Extract<TaskTarget, { readonly kind: Kind }>;

/** Tells the pass's service where to push, and lists soon after, as devices do. */
export async function register(target: Target<"register">, { context, memory }: TaskTools): Promise<TaskEnd> {
  const pass = memory.find(target);
  const updates = pass === null ? null : updatabilityOf(pass, context.developerMode);
  if (pass === null || updates?.kind !== "updates" || !pass.settings.automaticUpdates) return done();
  const { passTypeIdentifier, serialNumber } = pass;
  const { service: url, authenticationToken } = updates;
  const { deviceLibraryIdentifier } = memory.service(url);
  const { pushToken } = memory;
  const reference = { deviceLibraryIdentifier, passTypeIdentifier, serialNumber };
  const answer = await callService(
    context.network,
    url,
    { endpoint: "register", ...reference },
    { authenticationToken, client: context.client, body: buildRegistrationBody({ pushToken }) },
  );
  if (answer.kind === "failed" || (answer.status !== 200 && answer.status !== 201)) {
    return failed(url, { kind: "register", ...reference, webServiceURL: pass.webServiceURL ?? url }, answer);
  }
  const current = memory.find(target);
  const stillWanted = current?.settings.automaticUpdates === true && current.webServiceURL === pass.webServiceURL;
  if (current === null || !stillWanted) {
    // Removed or switched off while the request was under way.
    memory.tasks.schedule(
      { kind: "unregister", service: url, passTypeIdentifier, serialNumber, authenticationToken },
      context.now(),
    );
    return done();
  }
  const registered = { ...current, registeredWith: pushToken };
  memory.hold(registered);
  memory.tasks.schedule({ kind: "list", service: url, passTypeIdentifier }, context.now());
  if (pass.registeredWith === null && answer.status === 200) {
    // New here and known there: the service still had a registration from before, so changes of the pass may lie below the tag
    // that lists begin at, and no list will name them.
    memory.tasks.schedule({ kind: "getPass", passTypeIdentifier, serialNumber, listed: false }, context.now());
  }
  return done({ kind: "registered", pass: registered, isNew: answer.status === 201 });
}

/** Tells a service that the device does not hold the pass any more, or wants no updates. */
export async function unregister(target: Target<"unregister">, { context, memory }: TaskTools): Promise<TaskEnd> {
  const { service: url, passTypeIdentifier, serialNumber, authenticationToken } = target;
  const { deviceLibraryIdentifier } = memory.service(url);
  const reference = { deviceLibraryIdentifier, passTypeIdentifier, serialNumber };
  const answer = await callService(
    context.network,
    url,
    { endpoint: "unregister", ...reference },
    { authenticationToken, client: context.client },
  );
  if (answer.kind === "failed" || answer.status !== 200) {
    return failed(url, { kind: "unregister", ...reference, webServiceURL: url }, answer);
  }
  const current = memory.find(target);
  if (current?.settings.automaticUpdates === true) {
    // Added again while the request was under way: the service may have handled the two in either order.
    memory.tasks.schedule({ kind: "register", passTypeIdentifier, serialNumber }, context.now());
  }
  return done({ kind: "unregistered", service: url, passTypeIdentifier, serialNumber });
}
