import type { DeviceTask } from "../protocol/messages/device-task.ts";
import type { MessageReason } from "../protocol/messages/message-reason.ts";
import type { DeviceContext } from "./device-context.ts";
import type { DeviceEvent, TaskFault } from "./device-event.ts";
import type { DeviceMemory } from "./device-memory.ts";

/** How a task ended. */
export type TaskEnd =
  | { readonly kind: "done"; readonly events: readonly DeviceEvent[] }
  | {
      readonly kind: "failed";
      readonly service: string;
      readonly task: DeviceTask;
      readonly fault: TaskFault;
      readonly retryAfter: number | null;
    };

/** What a task works with. */
export interface TaskTools {
  readonly context: DeviceContext;
  readonly memory: DeviceMemory;
  /** Keeps a message about a service for its log. */
  readonly remark: (service: string, webServiceURL: string, passTypeIdentifier: string, reason: MessageReason) => void;
}
