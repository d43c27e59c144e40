import type { PassStyle } from "@passwright/pass";

/**
 * All that a wallet knows, as JSON; the passes' bytes lie beside it in the store, by their digest. It holds authentication
 * tokens: keep it as private as the passes.
 */
export interface WalletState {
  readonly version: 1;
  readonly pushToken: string;
  readonly services: readonly ServiceState[];
  readonly passes: readonly HeldPass[];
  readonly tasks: readonly TaskState[];
  readonly logs: readonly LogState[];
}

/** What a device knows of a web service. */
export interface ServiceState {
  /** webServiceURL without a slash at its end. */
  readonly url: string;
  /** One identifier for each service: that is why a webServiceURL with a part per pass makes one phone look like many. */
  readonly deviceLibraryIdentifier: string;
  /** `lastUpdated` of the last list, by pass type. */
  readonly tags: Readonly<Record<string, string>>;
}

/** A pass in a wallet. */
export interface HeldPass {
  readonly passTypeIdentifier: string;
  readonly serialNumber: string;
  readonly organizationName: string;
  readonly description: string;
  readonly style: PassStyle | null;
  readonly groupingIdentifier: string | null;
  /** As pass.json has them; null when it has none. */
  readonly webServiceURL: string | null;
  readonly authenticationToken: string | null;
  /** SHA-256 of the `.pkpass`, lower-case hex: its name in the store. */
  readonly digest: string;
  /** Bytes of the `.pkpass`. */
  readonly size: number;
  /** ISO 8601. */
  readonly addedAt: string;
  readonly updatedAt: string;
  /** The Last-Modified header that this version came with. */
  readonly lastModified: string | null;
  /** The push token by which the service knows of the pass; null when it is not registered. */
  readonly registeredWith: string | null;
  readonly settings: PassSettings;
  /** The holder signed up for rewards with it. */
  readonly personalized: boolean;
}

/** What the holder switches on the back of a pass. All are on at first. */
export interface PassSettings {
  readonly automaticUpdates: boolean;
  readonly suggestOnLockScreen: boolean;
  readonly notices: boolean;
}

/** Work that is to be done or done again. */
export type TaskState = TaskTarget & TaskSchedule;

export type TaskTarget =
  | { readonly kind: "register"; readonly passTypeIdentifier: string; readonly serialNumber: string }
  | {
      readonly kind: "unregister";
      readonly service: string;
      readonly passTypeIdentifier: string;
      readonly serialNumber: string;
      /** The pass is gone: its token is kept here until the service knows. */
      readonly authenticationToken: string;
    }
  | { readonly kind: "list"; readonly service: string; readonly passTypeIdentifier: string }
  | {
      readonly kind: "getPass";
      readonly passTypeIdentifier: string;
      readonly serialNumber: string;
      /** The service named it as changed since a tag; false when the holder pulled, or all passes were asked for. */
      readonly listed: boolean;
    };

export interface TaskSchedule {
  /** Times that it failed. */
  readonly attempts: number;
  /** ISO 8601. */
  readonly dueAt: string;
}

/** Messages that wait to be sent to a service. */
export interface LogState {
  readonly service: string;
  readonly messages: readonly string[];
}
