import type { DeviceTask } from "../../protocol/messages/device-task.ts";
import type { DeviceEvent, TaskFault } from "../device-event.ts";
import type { Exchange } from "../exchange.ts";
import type { TaskEnd } from "../task.ts";

export function done(...events: readonly DeviceEvent[]): TaskEnd {
  return { kind: "done", events };
}

/** The answer is none that the task takes. */
export function failed(service: string, task: DeviceTask, answer: Exchange, fault?: TaskFault): TaskEnd {
  const own: TaskFault =
    answer.kind === "failed" ? { kind: "network", fault: answer.fault } : { kind: "status", status: answer.status };
  const retryAfter = answer.kind === "answer" ? answer.retryAfter : null;
  return { kind: "failed", service, task, fault: fault ?? own, retryAfter };
}
