import type { PassComparison } from "@passwright/pass";
import type { DeviceEvent, HeldPass, TaskTarget, Updatability } from "@passwright/wallet";
import { redactMessage } from "@passwright/wallet/protocol";

/** A pass of the wallet for programs: without its token. */
export function toPassJson(pass: HeldPass): Readonly<Record<string, unknown>> {
  const { authenticationToken: _secret, registeredWith, webServiceURL, ...told } = pass;
  return { ...told, webServiceURL, isRegistered: registeredWith !== null };
}

/** Which pass an event is about. */
function nameJson({ passTypeIdentifier, serialNumber }: Pick<HeldPass, "passTypeIdentifier" | "serialNumber">) {
  return { passTypeIdentifier, serialNumber };
}

export function toUpdatesJson(updates: Updatability): Readonly<Record<string, unknown>> {
  return updates.kind === "updates" ? { kind: "updates", service: updates.service } : updates;
}

/** What happened on the device, as JSON without tokens. */
export function toEventJson(event: DeviceEvent): Readonly<Record<string, unknown>> {
  switch (event.kind) {
    case "registered":
      return { event: event.kind, ...nameJson(event.pass), isNew: event.isNew };
    case "unregistered":
      return { event: event.kind, ...nameJson(event), service: event.service };
    case "listed": {
      const { service, passTypeIdentifier, serialNumbers, lastUpdated } = event;
      return { event: event.kind, service, passTypeIdentifier, serialNumbers, lastUpdated };
    }
    case "updated":
      return { event: event.kind, ...nameJson(event.pass), notices: event.notices, fields: toFieldsJson(event.comparison) };
    case "unchanged":
      return { event: event.kind, ...nameJson(event.pass), status: event.status };
    case "logged":
      return { event: event.kind, service: event.service, text: redactMessage(event.text) };
    case "failed":
    default:
      return { event: event.kind, task: toTaskJson(event.task), fault: event.fault, retryAt: event.retryAt };
  }
}

/** Fields whose value is another, as the holder reads them; null when there was nothing to compare with. */
function toFieldsJson(comparison: PassComparison | null): readonly unknown[] | null {
  if (comparison === null) return null;
  return comparison.fields
    .filter(({ before, after }) => before !== after)
    .map(({ key, label, before, after, notification }) => ({ key, label, before, after, notification }));
}

function toTaskJson(task: TaskTarget): Readonly<Record<string, unknown>> {
  if (task.kind !== "unregister") return { ...task };
  const { authenticationToken: _secret, ...told } = task;
  return told;
}
