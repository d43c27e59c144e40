import type { AcceptedPush } from "./apns-request-check.ts";

/** Hands pushes to devices that are simulated in other processes of this machine. */
export class SimulatedDevices {
  readonly #urls = new Map<string, string>();
  readonly #onFault: (pushToken: string, error: unknown) => void;

  constructor(onFault: (pushToken: string, error: unknown) => void) {
    this.#onFault = onFault;
  }

  /** @throws {TypeError} for an address that is not of this machine: the stand-in is no way to call others. */
  connect(pushToken: string, url: string | null): void {
    if (url === null) {
      this.#urls.delete(pushToken.toLowerCase());
      return;
    }
    const { protocol, hostname } = new URL(url);
    if (protocol !== "http:" || !["127.0.0.1", "localhost", "[::1]"].includes(hostname)) {
      throw new TypeError(`a simulated device listens on this machine, not at ${url}`);
    }
    this.#urls.set(pushToken.toLowerCase(), url);
  }

  hand({ passTypeIdentifier, pushToken }: AcceptedPush): void {
    const url = this.#urls.get(pushToken);
    if (url !== undefined) void this.#post(url, passTypeIdentifier, pushToken);
  }

  async #post(url: string, passTypeIdentifier: string, pushToken: string): Promise<void> {
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ passTypeIdentifier, pushToken }),
        redirect: "error",
        signal: AbortSignal.timeout(10_000),
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`the device answered ${response.status}`);
    } catch (error) {
      this.#onFault(pushToken, error);
    }
  }
}
