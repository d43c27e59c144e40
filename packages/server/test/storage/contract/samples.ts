import type { ScanRule } from "@passwright/pass";
import type { NewPass, PassKey, Registration, Storage } from "../../../src/storage/storage.ts";
import type { ClaimedPush } from "../../../src/push/push-queue.ts";

export const PASS_TYPE = "pass.com.example.loyalty";
export const OTHER_TYPE = "pass.com.example.event";

/** Epoch ms at which the tests begin. */
export const NOW = 1_790_000_000_000;

export function newPass(serialNumber: string, rest: Partial<NewPass> = {}): NewPass {
  return {
    passTypeIdentifier: PASS_TYPE,
    serialNumber,
    authenticationToken: `token-of-${serialNumber}-0123456789`,
    templateId: "loyalty-card",
    templateVersion: 1,
    values: `{"points":1}`,
    ...rest,
  };
}

export function key(serialNumber: string, passTypeIdentifier = PASS_TYPE): PassKey {
  return { passTypeIdentifier, serialNumber };
}

export function registration(device: string, serialNumber: string, rest: Partial<Registration> = {}): Registration {
  return {
    passTypeIdentifier: PASS_TYPE,
    serialNumber,
    deviceLibraryIdentifier: device,
    client: "apple-wallet",
    pushToken: `push-token-of-${device}`,
    ...rest,
  };
}

/** Makes passes, and a device for each of the given ones. */
export async function issue(storage: Storage, serialNumbers: readonly string[], devices: Readonly<Record<string, string>> = {}) {
  await storage.passes.create(
    serialNumbers.map((serialNumber) => newPass(serialNumber)),
    { now: NOW },
  );
  for (const [device, serialNumber] of Object.entries(devices)) {
    await storage.registrations.register(registration(device, serialNumber), { now: NOW });
  }
}

/** Changes one pass. */
export function touch(storage: Storage, serialNumber: string, now = NOW, push: "now" | "none" = "now") {
  return storage.passes.change(PASS_TYPE, [{ serialNumber, values: `{"at":${now}}` }], { now, push: { kind: push } });
}

export async function claimAll(storage: Storage, now = NOW, worker = "worker-1"): Promise<readonly ClaimedPush[]> {
  const claimed = await storage.pushes.claim({ worker, limit: 100, now, leaseMs: 60_000 });
  return claimed.toSorted((left, right) => (left.deviceLibraryIdentifier < right.deviceLibraryIdentifier ? -1 : 1));
}

export function devicesOf(pushes: readonly ClaimedPush[]): readonly string[] {
  return pushes.map(({ deviceLibraryIdentifier }) => deviceLibraryIdentifier);
}

/** A rule for a door with nothing but its kind. */
export function scanRule(kind: ScanRule["kind"]): ScanRule {
  return {
    kind,
    times: null,
    from: null,
    until: null,
    gates: null,
    show: [],
    count: null,
    balance: null,
    voidWhenUsedUp: false,
  };
}
