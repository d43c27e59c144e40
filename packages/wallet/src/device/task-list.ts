import type { TaskState, TaskTarget } from "../state/wallet-state.ts";
import { BACK_OFF, backOffDelay } from "./back-off.ts";

/** What names a task: one of each is enough, so ten pushes make one list. */
export function taskKey(task: TaskTarget): string {
  return task.kind === "list"
    ? JSON.stringify([task.kind, task.service, task.passTypeIdentifier])
    : JSON.stringify([task.kind, task.passTypeIdentifier, task.serialNumber, task.kind === "unregister" ? task.service : ""]);
}

/** The work of a wallet that is due now or later. */
export class TaskList {
  readonly #tasks = new Map<string, TaskState>();
  readonly #running = new Set<string>();

  constructor(tasks: readonly TaskState[] = []) {
    for (const task of tasks) this.#tasks.set(taskKey(task), task);
  }

  get all(): readonly TaskState[] {
    return [...this.#tasks.values()];
  }

  /** When the next task is due; null when there is none. */
  get nextDueAt(): Date | null {
    const times = this.all.map(({ dueAt }) => Date.parse(dueAt));
    return times.length === 0 ? null : new Date(times.reduce((least, time) => Math.min(least, time)));
  }

  /** Due at once. One that runs at the moment runs again afterwards: what it is about may have changed since it began. */
  schedule(target: TaskTarget, now: Date): void {
    this.#tasks.set(taskKey(target), { ...target, attempts: 0, dueAt: now.toISOString() });
  }

  cancel(target: TaskTarget): void {
    this.#tasks.delete(taskKey(target));
  }

  /** Takes the next task that is due and does not run already; give it back by {@link finish} or {@link fail}. */
  take(now: Date): TaskState | null {
    for (const [key, task] of this.#tasks) {
      if (this.#running.has(key) || Date.parse(task.dueAt) > now.getTime()) continue;
      this.#running.add(key);
      return task;
    }
    return null;
  }

  finish(task: TaskState): void {
    const key = taskKey(task);
    this.#running.delete(key);
    // Scheduled anew meanwhile: it stays.
    if (this.#tasks.get(key) === task) this.#tasks.delete(key);
  }

  /** When it is tried again; null when it is given up. */
  fail(task: TaskState, now: Date, random: number, retryAfter: number | null): Date | null {
    const key = taskKey(task);
    this.#running.delete(key);
    if (this.#tasks.get(key) !== task) return now;
    const attempts = task.attempts + 1;
    if (attempts >= BACK_OFF.attempts) {
      this.#tasks.delete(key);
      return null;
    }
    const dueAt = new Date(now.getTime() + backOffDelay(attempts, random, retryAfter));
    this.#tasks.set(key, { ...task, attempts, dueAt: dueAt.toISOString() });
    return dueAt;
  }
}
