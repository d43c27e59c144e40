/** What can be wrong with a server's folder, and what to do. */
export const INSTALLATION_ERRORS = {
  ERR_SERVER_CONFIG: "Settings of the server cannot be used; all that is wrong with them is told at once.",
  ERR_SERVER_DATA_FOLDER: "The data folder cannot be made or written.",
  ERR_SERVER_SECRET: "The secret of the installation cannot be read or written, or is damaged.",
  ERR_SERVER_SEALED: "A secret in the database was sealed under another secret, or was changed since.",
  ERR_SERVER_CERTIFICATE: "A certificate in the data folder cannot be used for signing.",
  ERR_SERVER_TEMPLATE: "A template in the data folder cannot be used.",
  ERR_SERVER_DEMO_DATA: "The data belongs to a demo, or to a real server, and this process is the other one.",
  ERR_SERVER_PORT: "The address to listen on is taken or not of this machine.",
} as const;

export type InstallationErrorCode = keyof typeof INSTALLATION_ERRORS;

/**
 * The server cannot start on this folder.
 *
 * @example
 * ```ts
 * try {
 *   await openDataFolder("/proc/none");
 * } catch (error) {
 *   if (error instanceof InstallationError && error.code === "ERR_SERVER_DATA_FOLDER") console.error(error.message);
 * }
 * ```
 */
export class InstallationError extends Error {
  override readonly name = "InstallationError";
  readonly code: InstallationErrorCode;

  constructor(code: InstallationErrorCode, message: string = INSTALLATION_ERRORS[code], options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
