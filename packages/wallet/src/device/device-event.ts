import type { PassComparison } from "@passwright/pass";
import type { DeviceNotice } from "../notices/notice.ts";
import type { DeviceMessage } from "../protocol/messages/device-message.ts";
import type { PassReference } from "../protocol/service-request.ts";
import type { HeldPass, TaskTarget } from "../state/wallet-state.ts";
import type { NetworkFault } from "./exchange.ts";

/** Something that happened on the device. */
export type DeviceEvent =
  | { readonly kind: "registered"; readonly pass: HeldPass; /** False: the service knew it (200). */ readonly isNew: boolean }
  | ({ readonly kind: "unregistered"; readonly service: string } & PassReference)
  | {
      readonly kind: "listed";
      readonly service: string;
      readonly passTypeIdentifier: string;
      /** Empty when nothing changed (204). */
      readonly serialNumbers: readonly string[];
      readonly lastUpdated: string | null;
    }
  | {
      readonly kind: "updated";
      readonly pass: HeldPass;
      readonly before: HeldPass;
      /** Null when the older version is not in the store, or the wallet does not compare. */
      readonly comparison: PassComparison | null;
      readonly notices: readonly DeviceNotice[];
    }
  /** Asked for and the same as before. */
  | { readonly kind: "unchanged"; readonly pass: HeldPass; readonly status: 200 | 304 }
  /** A message for the service's log. */
  | { readonly kind: "logged"; readonly service: string; readonly message: DeviceMessage; readonly text: string }
  | {
      readonly kind: "failed";
      readonly task: TaskTarget;
      readonly fault: TaskFault;
      /** When it is tried again; null when it is given up. */
      readonly retryAt: Date | null;
    };

/** Why a task failed. */
export type TaskFault =
  | { readonly kind: "network"; readonly fault: NetworkFault }
  | { readonly kind: "status"; readonly status: number }
  /** The answer to a list. */
  | { readonly kind: "malformed"; readonly problem: string }
  /** The answer to get pass does not install. */
  | { readonly kind: "refused"; readonly because: string }
  /** The answer to get pass is another pass. */
  | { readonly kind: "other-pass"; readonly passTypeIdentifier: string; readonly serialNumber: string };
