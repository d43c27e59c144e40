import type { CheckOptions, ComparablePass, PassComparison } from "@passwright/pass";
import type { DeviceNotice } from "../notices/notice.ts";
import type { ClientName } from "../protocol/clients.ts";
import type { WalletStore } from "../state/wallet-store.ts";
import type { DeviceEvent } from "./device-event.ts";
import type { Network } from "./exchange.ts";
import type { Inspect } from "./installing.ts";

/** What of an update the holder gets to see. */
export interface UpdateChanges {
  /** Per field the old and the new value, the notification, and why a field is silent. */
  readonly comparison: PassComparison;
  /** What phone and Watch show. */
  readonly notices: readonly DeviceNotice[];
}

/** What the parts of a wallet share. */
export interface DeviceContext {
  readonly store: WalletStore;
  readonly network: Network;
  readonly now: () => Date;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly developerMode: boolean;
  readonly client: ClientName;
  readonly timeZone: string;
  readonly inspect: Inspect;
  readonly trust: Pick<CheckOptions, "trustAnchors" | "intermediates" | "revocationLists">;
  /** Null when the wallet does not compare. */
  readonly changes: ((before: ComparablePass, after: ComparablePass, personalized: boolean) => UpdateChanges) | null;
  readonly tell: (event: DeviceEvent) => void;
}
