/** What one server takes from devices and strangers; bodies and identifiers have theirs in `PROTOCOL_LIMITS`. */
export interface DeviceLimits {
  /** Logs that an address may post at once, and a second in the long run. Anyone can post one, without a token. */
  readonly logBurst: number;
  readonly logsPerSecond: number;
  /** The same of all addresses together. */
  readonly allLogsBurst: number;
  readonly allLogsPerSecond: number;
  /** Sign-ups that an address may send at once, and a second in the long run. */
  readonly signUpBurst: number;
  readonly signUpsPerSecond: number;
  /** Addresses that are remembered. */
  readonly addresses: number;
}

/**
 * The defaults. A phone posts a few logs after an update went wrong; a carrier puts hundreds of phones behind one address.
 */
export const DEVICE_LIMITS: DeviceLimits = {
  logBurst: 60,
  logsPerSecond: 1,
  allLogsBurst: 1000,
  allLogsPerSecond: 100,
  signUpBurst: 30,
  signUpsPerSecond: 0.2,
  addresses: 10_000,
};
