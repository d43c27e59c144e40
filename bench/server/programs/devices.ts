/**
 * Thousands of simulated phones with the stand-in for APNs that tells them. Each holds one pass, checks what it is given against
 * its manifest, and keeps no bytes.
 */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { openAuthorityFolder, startApnsStandIn } from "@passwright/sandbox/node";
import { createInspect, type DeviceEvent, type Inspect, inspectLightly, type InstallablePass, Wallet } from "@passwright/wallet";
import { answerCalls, readUsage } from "../answer-calls.ts";
import { deviceTokenHeader, passPath, pushTokenOf } from "../installation.ts";
import type { ApnsSettings } from "./apns.ts";

/** One of so many devices does the full check of installing, signature and all. */
const FULL_CHECK_EVERY = 100;

/** How a herd went. */
export interface HerdReport {
  /** Devices that hold the new revision. */
  readonly holding: number;
  /** Seconds from the change until half of them did, and until the last one. */
  readonly halfSeconds: number;
  readonly seconds: number;
  /** Answers of the server by status, and requests without one as 0. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Passes that were refused, and the reason of the first. */
  readonly refused: number;
  readonly firstRefusal: string | null;
  readonly fullChecks: number;
}

interface Device {
  readonly wallet: Wallet;
  readonly held: Held;
}

/** What is kept of the pass that a device holds. */
interface Held {
  expirationDate: string;
}

const { authorityFolder, caFile, latencyMs } = JSON.parse(process.argv[2] ?? "{}") as ApnsSettings;
const authority = await openAuthorityFolder(authorityFolder);
const { trustAnchors, intermediates } = authority;
const devices = new Map<string, Device>();
let statuses: Record<string, number> = {};
let refused = 0;
let firstRefusal: string | null = null;
let fullChecks = 0;
let heldAt: number[] = [];
let wanted = "";

const standIn = await startApnsStandIn({
  authority,
  latencyMs,
  onPush: ({ pushToken, passTypeIdentifier }) => {
    devices
      .get(pushToken)
      ?.wallet.push(passTypeIdentifier)
      .catch((error: unknown) => refuse(String(error)));
  },
});
writeFileSync(caFile, standIn.ca);

const nothing = async (): Promise<void> => undefined;
const forgetfulStore = {
  readState: async () => null,
  writeState: nothing,
  readPass: async () => null,
  writePass: nothing,
  removePass: nothing,
};

function refuse(because: string): void {
  refused += 1;
  firstRefusal ??= because;
}

async function countedFetch(request: Request): Promise<Response> {
  let status = 0;
  try {
    const response = await fetch(request);
    ({ status } = response);
    return response;
  } finally {
    statuses[status] = (statuses[status] ?? 0) + 1;
  }
}

/** What of a pass is not as its manifest says; null when all is. */
function faultOf({ files }: InstallablePass): string | null {
  const manifest = JSON.parse(Buffer.from(files.get("manifest.json") ?? "{}").toString()) as Readonly<Record<string, string>>;
  for (const [path, bytes] of files) {
    if (path === "manifest.json" || path === "signature") continue;
    if (createHash("sha1").update(bytes).digest("hex") !== manifest[path]) return `${path} is not what the manifest says`;
  }
  return files.has("signature") && Object.keys(manifest).length === files.size - 2 ? null : "files and manifest differ";
}

function createDeviceInspect(held: Held, isFull: boolean): Inspect {
  const inspect = isFull ? createInspect(() => ({ trustAnchors, intermediates, now: new Date() })) : inspectLightly;
  return async (bytes, fileName) => {
    const inspection = await inspect(bytes, fileName);
    if (isFull) fullChecks += 1;
    for (const { because } of inspection.refused) refuse(because);
    const [pass] = inspection.accepted;
    const fault = pass === undefined ? "nothing in it" : faultOf(pass);
    if (pass === undefined || fault !== null) {
      refuse(fault ?? "");
      return { bundle: null, accepted: [], refused: [{ name: null, check: null, because: fault ?? "" }] };
    }
    const { expirationDate } = pass.data;
    held.expirationDate = typeof expirationDate === "string" ? expirationDate : "";
    return inspection;
  };
}

async function install(origin: string, index: number): Promise<void> {
  const answer = await fetch(`${origin}${passPath(index)}`, { headers: { authorization: deviceTokenHeader(index) } });
  if (answer.status !== 200) throw new Error(`pass ${index} was answered with ${answer.status}`);
  const held: Held = { expirationDate: "" };
  const wallet = await Wallet.open({
    fetch: countedFetch,
    store: forgetfulStore,
    developerMode: true,
    trustAnchors,
    intermediates,
    pushToken: pushTokenOf(index),
    inspect: createDeviceInspect(held, index % FULL_CHECK_EVERY === 0),
    compareUpdates: false,
    onEvent: (event) => note(event, held),
  });
  const { events } = await wallet.add(new Uint8Array(await answer.arrayBuffer()));
  if (!events.some(({ kind }) => kind === "registered")) {
    throw new Error(`device ${index} did not register: ${firstRefusal ?? JSON.stringify(events)}`);
  }
  devices.set(pushTokenOf(index), { wallet, held });
}

function note(event: DeviceEvent, { expirationDate }: Held): void {
  if (event.kind === "updated" && expirationDate === wanted) heldAt.push(Date.now());
}

const commands = {
  address: () => ({ origin: standIn.origin }),
  usage: () => readUsage(),
  /** Each gets its pass, checks it and registers, as people would: by and by. */
  install: async ({ origin, count }: { origin: string; count: number }) => {
    let next = 0;
    const lane = async (): Promise<void> => {
      while (next < count) await install(origin, next++);
    };
    await Promise.all(Array.from({ length: 48 }, lane));
  },
  /** Before the change: what the new revision is known by. */
  expect: ({ expirationDate }: { expirationDate: string }) => {
    wanted = expirationDate;
    heldAt = [];
    statuses = {};
    fullChecks = 0;
  },
  /** Waits until all hold the new revision, as long as that is allowed to take. */
  waitForAll: async ({ since, seconds }: { since: number; seconds: number }): Promise<HerdReport> => {
    const until = Date.now() + seconds * 1000;
    while (heldAt.length < devices.size && Date.now() < until) {
      await new Promise((resolve) => {
        setTimeout(resolve, 100);
      });
      const now = Date.now();
      for (const { wallet } of devices.values()) {
        // What failed comes again by itself, as on a phone.
        if ((wallet.nextDueAt?.getTime() ?? Infinity) <= now) await wallet.runDue();
      }
    }
    const holding = [...devices.values()].filter(({ held }) => held.expirationDate === wanted).length;
    const after = (share: number): number => ((heldAt[Math.ceil(heldAt.length * share) - 1] ?? Infinity) - since) / 1000;
    return { holding, halfSeconds: after(0.5), seconds: after(1), statuses, refused, firstRefusal, fullChecks };
  },
};

export type DevicesCommands = typeof commands;
answerCalls(commands);
