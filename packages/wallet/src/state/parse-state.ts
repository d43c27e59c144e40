import { isPassStyle } from "@passwright/pass";
import { WalletError } from "../errors.ts";
import type { HeldPass, LogState, ServiceState, TaskState, TaskTarget, WalletState } from "./wallet-state.ts";

/**
 * Reads a saved state. A file that was cut off, edited by hand or written by a newer version is refused as a whole: a wallet
 * that half remembers would register twice and lose updates.
 *
 * @throws {WalletError} `ERR_WALLET_STATE` with the place.
 *
 * @example
 * ```ts
 * const state = parseWalletState(JSON.parse(text));
 * ```
 */
export function parseWalletState(value: unknown): WalletState {
  const state = objectAt(value, "state");
  if (state["version"] !== 1) throw invalid("version", "is not 1");
  return {
    version: 1,
    pushToken: textAt(state["pushToken"], "pushToken"),
    services: listAt(state["services"], "services", parseService),
    passes: listAt(state["passes"], "passes", parsePass),
    tasks: listAt(state["tasks"], "tasks", parseTask),
    logs: listAt(state["logs"], "logs", parseLog),
  };
}

type Untrusted = Readonly<Record<string, unknown>>;

function parseService(value: unknown, place: string): ServiceState {
  const service = objectAt(value, place);
  const tags = Object.entries(objectAt(service["tags"], `${place}.tags`));
  return {
    url: textAt(service["url"], `${place}.url`),
    deviceLibraryIdentifier: textAt(service["deviceLibraryIdentifier"], `${place}.deviceLibraryIdentifier`),
    tags: Object.fromEntries(tags.map(([type, tag]) => [type, textAt(tag, `${place}.tags`)])),
  };
}

function parsePass(value: unknown, place: string): HeldPass {
  const pass = objectAt(value, place);
  const settings = objectAt(pass["settings"], `${place}.settings`);
  const text = (key: string) => textAt(pass[key], `${place}.${key}`);
  const textOrNull = (key: string) => (pass[key] === null ? null : text(key));
  const flag = (object: Untrusted, key: string) => flagAt(object[key], `${place}.${key}`);
  const { style, size } = pass;
  if (style !== null && !(typeof style === "string" && isPassStyle(style))) throw invalid(`${place}.style`, "is no style");
  if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 0) throw invalid(`${place}.size`, "is no size");
  const digest = text("digest");
  // A name of a file in the store: nothing but a digest may leave the folder.
  if (!/^[0-9a-f]{64}$/u.test(digest)) throw invalid(`${place}.digest`, "is no SHA-256");
  return {
    passTypeIdentifier: text("passTypeIdentifier"),
    serialNumber: text("serialNumber"),
    organizationName: text("organizationName"),
    description: text("description"),
    style,
    groupingIdentifier: textOrNull("groupingIdentifier"),
    webServiceURL: textOrNull("webServiceURL"),
    authenticationToken: textOrNull("authenticationToken"),
    digest,
    size,
    addedAt: dateAt(pass["addedAt"], `${place}.addedAt`),
    updatedAt: dateAt(pass["updatedAt"], `${place}.updatedAt`),
    lastModified: textOrNull("lastModified"),
    registeredWith: textOrNull("registeredWith"),
    settings: {
      automaticUpdates: flag(settings, "automaticUpdates"),
      suggestOnLockScreen: flag(settings, "suggestOnLockScreen"),
      notices: flag(settings, "notices"),
    },
    personalized: flag(pass, "personalized"),
  };
}

function parseTask(value: unknown, place: string): TaskState {
  const task = objectAt(value, place);
  const { attempts } = task;
  if (typeof attempts !== "number" || !Number.isSafeInteger(attempts) || attempts < 0) {
    throw invalid(`${place}.attempts`, "is no count");
  }
  return { ...parseTarget(task, place), attempts, dueAt: dateAt(task["dueAt"], `${place}.dueAt`) };
}

function parseTarget(task: Untrusted, place: string): TaskTarget {
  const text = (key: string) => textAt(task[key], `${place}.${key}`);
  const passTypeIdentifier = text("passTypeIdentifier");
  const { kind } = task;
  if (kind === "list") return { kind, passTypeIdentifier, service: text("service") };
  const pass = { passTypeIdentifier, serialNumber: text("serialNumber") };
  if (kind === "register") return { kind, ...pass };
  if (kind === "getPass") return { kind, ...pass, listed: flagAt(task["listed"], `${place}.listed`) };
  if (kind !== "unregister") throw invalid(`${place}.kind`, "is no kind of task");
  return { kind, ...pass, service: text("service"), authenticationToken: text("authenticationToken") };
}

function parseLog(value: unknown, place: string): LogState {
  const log = objectAt(value, place);
  return { service: textAt(log["service"], `${place}.service`), messages: listAt(log["messages"], `${place}.messages`, textAt) };
}

function objectAt(value: unknown, place: string): Untrusted {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid(place, "is no object");
  return value as Untrusted;
}

function listAt<T>(value: unknown, place: string, parse: (item: unknown, place: string) => T): readonly T[] {
  if (!Array.isArray(value)) throw invalid(place, "is no list");
  return value.map((item, index) => parse(item, `${place}[${index}]`));
}

function textAt(value: unknown, place: string): string {
  if (typeof value !== "string") throw invalid(place, "is no text");
  return value;
}

function flagAt(value: unknown, place: string): boolean {
  if (typeof value !== "boolean") throw invalid(place, "is neither true nor false");
  return value;
}

function dateAt(value: unknown, place: string): string {
  const text = textAt(value, place);
  if (Number.isNaN(Date.parse(text))) throw invalid(place, "is no date");
  return text;
}

function invalid(place: string, what: string): WalletError {
  return new WalletError("ERR_WALLET_STATE", `The saved state cannot be read: ${place} ${what}.`, { details: { place } });
}
