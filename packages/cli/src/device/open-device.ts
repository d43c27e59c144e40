import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { appleRootCertificates } from "@passwright/pass";
import { type DeviceEvent, Wallet, WalletError } from "@passwright/wallet";
import { UsageError } from "../exit-code.ts";
import { parseTimeZoneOption } from "../input/parse-options.ts";
import { printLine, type Io } from "../io.ts";
import { toPrintable } from "../terminal/text.ts";
import { type DeviceSettings, keepSettings, readSettings, type SettingOptions } from "./device-settings.ts";
import { lockFolder } from "./folder-lock.ts";
import { createFolderStore, makePrivateFolder, WALLET_FILES } from "./folder-store.ts";
import { removeHalfWritten } from "./write-whole.ts";

/** Options that every `device` command takes. */
export interface DeviceOptions extends SettingOptions {
  readonly wallet?: string;
  readonly json?: boolean;
}

/** A wallet in a folder, and whose it is. */
export interface Device {
  readonly wallet: Wallet;
  readonly folder: string;
  readonly settings: DeviceSettings;
}

/** Milliseconds to wait for another command; a fetch that hangs takes 30 s. */
const LOCK_WAIT_MS = 40_000;

/** The folder of the wallet: `--wallet`, PASSWRIGHT_WALLET, or `~/.passwright/wallet`. */
export function walletFolder(io: Io, option: string | undefined): string {
  const named = option ?? io.environment["PASSWRIGHT_WALLET"];
  if (named !== undefined && named !== "") return resolve(io.workingDirectory, named);
  return join(io.environment["HOME"] ?? homedir(), ".passwright", "wallet");
}

/** Opens the wallet to look at it. Writes nothing and waits for nobody. */
export async function lookAtDevice(io: Io, options: DeviceOptions): Promise<Device> {
  const folder = walletFolder(io, options.wallet);
  return open(io, folder, await readSettings(io, folder, options));
}

/**
 * Opens the wallet for a command that may change it, which has it to itself meanwhile. A wallet that is not there is made, and
 * settings that the options name stay.
 */
export async function withDevice<T>(
  io: Io,
  options: DeviceOptions,
  use: (device: Device) => Promise<T>,
  onEvent?: (event: DeviceEvent) => void,
): Promise<T> {
  const folder = walletFolder(io, options.wallet);
  await makePrivateFolder(folder);
  const unlock = await lockFolder(join(folder, WALLET_FILES.lock), {
    wait: LOCK_WAIT_MS,
    signal: io.signal,
    onWait: (pid) =>
      printLine(io.stderr, `waiting for ${pid === null ? "another command" : `process ${pid}`}, which uses this wallet`),
  });
  try {
    for (const part of [folder, join(folder, WALLET_FILES.passes)]) await removeHalfWritten(part);
    const settings = await readSettings(io, folder, options);
    const device = await open(io, folder, settings, onEvent);
    await keepSettings(folder, settings);
    await keepIdentity(io, device);
    return await use(device);
  } finally {
    await unlock();
  }
}

/** A new wallet keeps the push token that it made up, or it would be another device the next time. */
async function keepIdentity(io: Io, { folder, wallet }: Device): Promise<void> {
  const store = createFolderStore(folder, io.signal);
  if ((await store.readState()) === null) await store.writeState(wallet.toState());
}

async function open(io: Io, folder: string, settings: DeviceSettings, onEvent?: (event: DeviceEvent) => void): Promise<Device> {
  const store = createFolderStore(folder, io.signal);
  const roots = settings.trust.map((root) => new Uint8Array(Buffer.from(root, "base64")));
  try {
    const wallet = await Wallet.open({
      store,
      fetch: (request) => io.fetch(request),
      now: () => io.now(),
      locale: settings.locale ?? "en",
      timeZone: settings.timeZone ?? parseTimeZoneOption(undefined),
      client: settings.client,
      developerMode: settings.developerMode,
      // Ctrl-C ends a request; what it was for stays to be done.
      timeout: (milliseconds) => AbortSignal.any([AbortSignal.timeout(milliseconds), io.signal]),
      ...(roots.length > 0 && { trustAnchors: [...(await appleRootCertificates()), ...roots] }),
      ...(onEvent !== undefined && { onEvent }),
    });
    return { wallet, folder, settings };
  } catch (error) {
    if (error instanceof WalletError && error.code === "ERR_WALLET_STATE") throw damagedState(folder, error);
    throw error;
  }
}

function damagedState(folder: string, error: WalletError): UsageError {
  const path = join(folder, WALLET_FILES.state);
  const why = error.message.replace(/^The saved state cannot be read: /u, "");
  return new UsageError(
    toPrintable(`${path} is damaged: ${why}`),
    `The passes are kept. Move the file away, then: passwright device add ${join(folder, WALLET_FILES.passes)}`,
    { cause: error },
  );
}
