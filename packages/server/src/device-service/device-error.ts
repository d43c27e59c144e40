/** What can go wrong between a request of a device and its answer, beside what the request itself does wrong. */
export const DEVICE_ERRORS = {
  ERR_DEVICE_BUSY: "More passes are asked for at once than can be built: the device is told to come again.",
  ERR_DEVICE_TEMPLATE: "The template that a pass was issued from cannot be found or used.",
  ERR_DEVICE_SIGNER: "There is no certificate to sign a pass of this type with.",
  ERR_DEVICE_VALUES: "The stored values of a pass are not a JSON object.",
} as const satisfies Record<`ERR_DEVICE_${string}`, string>;

/** A code of {@link DEVICE_ERRORS}. */
export type DeviceErrorCode = keyof typeof DEVICE_ERRORS;

/** The error of the room: for the log of the operator, never for the device. */
export class DeviceError extends Error {
  override readonly name = "DeviceError";
  readonly code: DeviceErrorCode;

  constructor(code: DeviceErrorCode, message?: string, options: { readonly cause?: unknown } = {}) {
    super(message ?? DEVICE_ERRORS[code], options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
  }
}
