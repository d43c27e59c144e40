import type { MessageReason } from "../protocol/messages/message-reason.ts";
import type { TaskFault } from "./device-event.ts";

/** A failed task in the words of a device's log. */
export function reasonOf(fault: TaskFault): MessageReason {
  switch (fault.kind) {
    case "status":
      return fault.status === 401 ? { id: "authentication-failure" } : { id: "unexpected-status", status: fault.status };
    case "malformed":
      return { id: "malformed-response", detail: fault.problem };
    case "refused":
      return { id: "invalid-pass", detail: fault.because };
    case "other-pass":
      return { id: "other-pass", detail: `pass type ${fault.passTypeIdentifier}, serial number ${fault.serialNumber}` };
    case "network":
    default:
      return NETWORK_REASONS[fault.fault];
  }
}

const NETWORK_REASONS: Readonly<Record<Extract<TaskFault, { kind: "network" }>["fault"], MessageReason>> = {
  "timed-out": { id: "timed-out" },
  unreachable: { id: "unreachable", detail: "Could not connect to the server." },
  redirected: { id: "unreachable", detail: "Too many HTTP redirects." },
  "too-large": { id: "malformed-response", detail: "the answer is too large" },
};
