import type { DeviceEvent, HeldPass, TaskFault, TaskTarget, Updatability } from "@passwright/wallet";
import { redactMessage } from "@passwright/wallet/protocol";
import { paint, type Io } from "../io.ts";
import { toPrintable, truncateColumns, wrapColumns } from "../terminal/text.ts";

const MIN_COLUMNS = 60;

/** `Tern Club, Membership card (S-1)`. */
export function describePass({ organizationName, description, serialNumber }: HeldPass): string {
  return toPrintable(`${[organizationName, description].filter((part) => part !== "").join(", ")} (${serialNumber})`);
}

const NEVER = {
  "no-service": "it names no web service",
  "no-token": "it names a web service and no authenticationToken",
  "short-token": "its authenticationToken is too short, or none that a header can hold",
  "bad-identifier": "its pass type or serial number cannot stand in an address",
  "not-a-url": "its webServiceURL is no web address",
  insecure: "its webServiceURL is plain http, which a device takes in developer mode alone (--developer)",
  credentials: "its webServiceURL has a user name or password in it",
  query: "its webServiceURL has a query or fragment, behind which nothing can be appended",
} as const satisfies Record<Extract<Updatability, { kind: "never" }>["because"], string>;

/** Whether a pass is kept up to date, and why not. */
export function describeUpdates(updates: Updatability): string {
  if (updates.kind === "updates") return `updates come from ${toPrintable(updates.service)}`;
  return `it is never updated: ${NEVER[updates.because]}`;
}

/** What happened, in lines for a person; nothing for what a person need not know. */
export function toEventLines(io: Io, event: DeviceEvent): readonly string[] {
  const dim = (text: string): string => paint(io, io.stdout, "dim", text);
  switch (event.kind) {
    case "registered":
      return [dim(`  registered: ${describePass(event.pass)}`)];
    case "unregistered":
      return [dim(toPrintable(`  unregistered: ${event.serialNumber}`))];
    case "updated":
      return updateLines(io, event);
    case "unchanged":
      return [`= ${describePass(event.pass)}: not modified`];
    case "failed":
      return failureLines(io, event);
    case "logged":
      // Failures are told by themselves; this is what the device remarks about an answer that it took.
      if (event.message.kind === "task") return [];
      return wrap(io, redactMessage(event.text), "  the device tells the service: ").map((line) =>
        paint(io, io.stdout, "yellow", line),
      );
    case "listed":
    default:
      return [];
  }
}

function updateLines(io: Io, { pass, comparison, notices }: Extract<DeviceEvent, { kind: "updated" }>): readonly string[] {
  const lines = [`${paint(io, io.stdout, "green", "↻")} ${describePass(pass)}: updated`];
  const notice = notices.find(({ device }) => device === "phone");
  if (notice !== undefined) lines.push(paint(io, io.stdout, "bold", `    ${toPrintable(`${notice.title}: “${notice.text}”`)}`));
  else lines.push(paint(io, io.stdout, "dim", "    no notification"));
  for (const { label, key, before, after } of comparison?.fields ?? []) {
    if (before === after) continue;
    const name = label === null || label === "" ? (key ?? "a field") : label;
    const change = `    ${toPrintable(name)}: ${quote(before)} → ${quote(after)}`;
    lines.push(truncateColumns(change, Math.max(MIN_COLUMNS, io.stdout.columns)));
  }
  return lines;
}

function quote(value: unknown): string {
  return value === undefined || value === null ? "nothing" : toPrintable(JSON.stringify(value));
}

function failureLines(io: Io, { task, fault, retryAt }: Extract<DeviceEvent, { kind: "failed" }>): readonly string[] {
  const again = retryAt === null ? "given up for now" : `tried again from ${retryAt.toISOString().slice(0, 16)}Z on`;
  const text = `${TASK_WORDS[task.kind]}: ${describeTask(task)}: ${describeFault(fault)}; ${again}`;
  return wrap(io, text, "✗ ").map((line) => paint(io, io.stdout, "red", line));
}

const TASK_WORDS = {
  register: "not registered",
  unregister: "not unregistered",
  list: "not asked what changed",
  getPass: "not fetched",
} as const satisfies Record<TaskTarget["kind"], string>;

function describeTask(task: TaskTarget): string {
  return task.kind === "list" ? `${task.passTypeIdentifier} at ${task.service}` : task.serialNumber;
}

/** Why a task failed, in words. */
function describeFault(fault: TaskFault): string {
  switch (fault.kind) {
    case "network":
      return NETWORK_WORDS[fault.fault];
    case "status":
      return fault.status === 401
        ? "the server answered 401, it does not know the pass or its token"
        : `the server answered ${fault.status}`;
    case "malformed":
      return `the server's list is malformed, ${fault.problem}`;
    case "refused":
      return `what the server sent does not install (${fault.because})`;
    case "other-pass":
    default:
      return `the server sent another pass (${fault.passTypeIdentifier} ${fault.serialNumber})`;
  }
}

const NETWORK_WORDS = {
  "timed-out": "the server did not answer in time",
  unreachable: "the server cannot be reached",
  "too-large": "the server's answer is larger than a pass can be",
  redirected: "the server redirects, which a device does not follow",
} as const satisfies Record<Extract<TaskFault, { kind: "network" }>["fault"], string>;

/** Text of strangers in lines of the terminal's width, under a head. */
function wrap(io: Io, text: string, head: string): string[] {
  const indent = " ".repeat(4);
  const [first = "", ...rest] = wrapColumns(toPrintable(head.trimStart() + text), Math.max(MIN_COLUMNS, io.stdout.columns) - 4);
  const margin = head.slice(0, head.length - head.trimStart().length);
  return [margin + first, ...rest.map((line) => indent + line)];
}
