import { buildLogBody } from "../protocol/log-body.ts";
import { type DeviceMessage, writeDeviceMessage } from "../protocol/messages/device-message.ts";
import type { TaskState } from "../state/wallet-state.ts";
import type { DeviceContext } from "./device-context.ts";
import type { DeviceEvent } from "./device-event.ts";
import type { DeviceMemory } from "./device-memory.ts";
import { reasonOf } from "./fault-reason.ts";
import type { TaskEnd, TaskTools } from "./task.ts";
import { getPass } from "./tasks/get-pass.ts";
import { list } from "./tasks/list.ts";
import { register, unregister } from "./tasks/register.ts";
import { callService } from "./web-service-client.ts";

/** Tasks that run at a time: one service that does not answer must not hold up the others. */
const LANES = 4;

/** Does the work that is due. */
export class TaskRunner {
  readonly #context: DeviceContext;
  readonly #memory: DeviceMemory;

  constructor(context: DeviceContext, memory: DeviceMemory) {
    this.#context = context;
    this.#memory = memory;
  }

  /** Does all that is due now, and what follows from it; gives what happened, in order. */
  async run(): Promise<readonly DeviceEvent[]> {
    const events: DeviceEvent[] = [];
    const tell = (event: DeviceEvent) => {
      events.push(event);
      this.#context.tell(event);
    };
    await Promise.all(Array.from({ length: LANES }, () => this.#runLane(tell)));
    await this.#sendLogs();
    return events;
  }

  async #runLane(tell: (event: DeviceEvent) => void): Promise<void> {
    for (;;) {
      const task = this.#memory.tasks.take(this.#context.now());
      if (task === null) return;
      await this.#runTask(task, tell);
      await this.#memory.save();
    }
  }

  async #runTask(task: TaskState, tell: (event: DeviceEvent) => void): Promise<void> {
    const { tasks } = this.#memory;
    const { now, random } = this.#context;
    const remark: TaskTools["remark"] = (service, webServiceURL, passTypeIdentifier, reason) =>
      this.#log(service, { kind: "service", at: now(), passTypeIdentifier, webServiceURL, reason }, tell);
    let end: TaskEnd;
    try {
      end = await runTarget(task, { context: this.#context, memory: this.#memory, remark });
    } catch (error) {
      // The store failed, not the service: the task stays for the next time.
      tasks.fail(task, now(), random(), null);
      throw error;
    }
    if (end.kind === "done") {
      tasks.finish(task);
      for (const event of end.events) tell(event);
      return;
    }
    const retryAt = tasks.fail(task, now(), random(), end.retryAfter);
    const { attempts: _attempts, dueAt: _dueAt, ...target } = task;
    this.#log(end.service, { kind: "task", at: now(), task: end.task, level: "error", reason: reasonOf(end.fault) }, tell);
    tell({ kind: "failed", task: target, fault: end.fault, retryAt });
  }

  #log(service: string, message: DeviceMessage, tell: (event: DeviceEvent) => void): void {
    const text = writeDeviceMessage(message, this.#context.timeZone);
    this.#memory.log(service, text);
    tell({ kind: "logged", service, message, text });
  }

  /** Messages that a service refuses are dropped; those that did not reach it wait for the next time. */
  async #sendLogs(): Promise<void> {
    const logs = this.#memory.takeLogs();
    if (logs.length === 0) return;
    for (const { service, messages } of logs) {
      const answer = await callService(
        this.#context.network,
        service,
        { endpoint: "log" },
        { body: buildLogBody({ logs: messages }) },
      );
      if (answer.kind === "failed") for (const message of messages) this.#memory.log(service, message);
    }
    await this.#memory.save();
  }
}

function runTarget(task: TaskState, tools: TaskTools): Promise<TaskEnd> {
  switch (task.kind) {
    case "register":
      return register(task, tools);
    case "unregister":
      return unregister(task, tools);
    case "list":
      return list(task, tools);
    case "getPass":
    default:
      return getPass(task, tools);
  }
}
