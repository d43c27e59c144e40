/**
 * What a device does with Apple Wallet passes: install, register, refresh, notify, surface; without the glass. The protocol's
 * shapes are in `@passwright/wallet/protocol`, the tests of a web service in `@passwright/wallet/conformance`.
 *
 * @module
 */
export { WALLET_ERRORS, WalletError, type WalletErrorCode, type WalletErrorDetails } from "./errors.ts";

// device
export { type AddedPass, type Addition, Wallet } from "./device/wallet.ts";
export type { WalletOptions } from "./device/wallet-options.ts";
export type { UpdateChanges } from "./device/device-context.ts";
export type { DeviceEvent, TaskFault } from "./device/device-event.ts";
export type { Fetch, NetworkFault } from "./device/exchange.ts";
export {
  createInspect,
  type Inspect,
  inspectLightly,
  type Inspection,
  type InstallablePass,
  type RefusedPass,
} from "./device/installing.ts";
export type { PersonalizationEnd } from "./device/personalizing.ts";
export type { HiddenPass, Surface, SurfacedPass, SurfaceQuery } from "./device/surfacing.ts";
export type { Updatability } from "./device/updatability.ts";
export { BACK_OFF } from "./device/back-off.ts";

// relevance
export {
  assessRelevance,
  type HeardBeacon,
  type Relevance,
  type RelevanceObstacle,
  type RelevanceReason,
  type Situation,
} from "./relevance/assess-relevance.ts";
export {
  readRelevanceFacts,
  type RelevanceFacts,
  type RelevantBeacon,
  type RelevantLocation,
  type RelevantTime,
} from "./relevance/relevance-facts.ts";
export {
  RELEVANCE_LIMITS,
  RELEVANCE_RULES,
  RELEVANCE_WINDOW,
  type RelevanceRule,
  type RelevanceWindow,
} from "./relevance/relevance-rules.ts";
export { type PassStack, type StackablePass, stackPasses } from "./relevance/stacks.ts";

// notices
export { type DeviceNotice, relevanceNotices, updateNotices } from "./notices/notice.ts";
export { NOTICE_WORDS, type NoticeWords } from "./notices/notice-words.ts";
export { type Holder, type RelevanceText, relevanceText } from "./notices/relevance-text.ts";

// state
export { parseWalletState } from "./state/parse-state.ts";
export { createMemoryStore, type WalletStore } from "./state/wallet-store.ts";
export type {
  HeldPass,
  LogState,
  PassSettings,
  ServiceState,
  TaskSchedule,
  TaskState,
  TaskTarget,
  WalletState,
} from "./state/wallet-state.ts";
