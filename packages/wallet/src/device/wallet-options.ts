import type { NoticeWords } from "../notices/notice-words.ts";
import type { ClientName } from "../protocol/clients.ts";
import type { RelevanceWindow } from "../relevance/relevance-rules.ts";
import type { WalletStore } from "../state/wallet-store.ts";
import type { DeviceEvent } from "./device-event.ts";
import type { Fetch } from "./exchange.ts";
import type { Inspect } from "./installing.ts";

/** What a wallet is made of. Nothing is taken from the machine but what is left out here. */
export interface WalletOptions {
  /** Sends requests; a server's own `(request) => Response` does too. */
  readonly fetch: Fetch;
  /** Where it keeps passes and state; in memory when absent. */
  readonly store?: WalletStore;
  readonly now?: () => Date;
  /** Numbers from 0 to 1 for the jitter of retries. */
  readonly random?: () => number;
  /** Random bytes for identifiers and tokens. */
  readonly randomBytes?: (length: number) => Uint8Array;
  /** Certificates in DER to trust instead of Apple's roots. */
  readonly trustAnchors?: readonly Uint8Array[];
  /** Certificates in DER to build a chain with, beside Apple's. */
  readonly intermediates?: readonly Uint8Array[];
  readonly revocationLists?: readonly Uint8Array[];
  /** BCP 47 tag of the holder's language; `en` when absent. */
  readonly locale?: string;
  /** IANA name of the holder's time zone; `UTC` when absent. */
  readonly timeZone?: string;
  /** Takes plain http, as a phone in developer mode does. */
  readonly developerMode?: boolean;
  /** The app that it shows itself as. */
  readonly client?: ClientName;
  /** The push token to register with, where something really pushes to it; made up when absent and kept in the state. */
  readonly pushToken?: string;
  /** A signal that aborts after milliseconds; `AbortSignal.timeout` when absent. */
  readonly timeout?: (milliseconds: number) => AbortSignal;
  /** Milliseconds that one request with its answer may take; 30,000 when absent. */
  readonly requestTimeout?: number;
  /** How passes are looked at; as a device does when absent. See `inspectLightly`. */
  readonly inspect?: Inspect;
  /** Say what changed in an update; true when absent. */
  readonly compareUpdates?: boolean;
  readonly words?: NoticeWords;
  /** How long around a moment a pass is relevant. */
  readonly relevanceWindow?: RelevanceWindow;
  /** Is told of everything as it happens. */
  readonly onEvent?: (event: DeviceEvent) => void;
}
