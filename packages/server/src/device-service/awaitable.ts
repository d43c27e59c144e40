import type { Awaitable } from "../storage/storage.ts";

/**
 * Goes on at once where the value is there, and after it where it is promised: on SQLite an answer costs no turn of the event
 * loop.
 */
export function whenReady<T, R>(value: Awaitable<T>, use: (value: T) => Awaitable<R>): Awaitable<R> {
  return value instanceof Promise ? value.then(use) : use(value);
}
