import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { inspectCertificate, isJsonArray, isJsonObject, type JsonValue } from "@passwright/pass";
import { CLIENT_NAMES, type ClientName } from "@passwright/wallet/protocol";
import { readDerFiles } from "../credentials/pem-or-der.ts";
import { UsageError } from "../exit-code.ts";
import { parseLocaleOption, parseTimeZoneOption } from "../input/parse-options.ts";
import type { Io } from "../io.ts";
import { WALLET_FILES } from "./folder-store.ts";
import { writeWhole } from "./write-whole.ts";

/** What a device is, kept in `device.json`. */
export interface DeviceSettings {
  /** Null: English. */
  readonly locale: string | null;
  /** Null: the machine's. */
  readonly timeZone: string | null;
  readonly client: ClientName;
  /** Takes plain http, as a phone in developer mode does. */
  readonly developerMode: boolean;
  /** Roots that it trusts beside Apple's: DER in base64. */
  readonly trust: readonly string[];
}

/** Options of the commands that change what the device is. */
export interface SettingOptions {
  readonly locale?: string;
  readonly timeZone?: string;
  readonly as?: ClientName;
  readonly developer?: boolean;
  readonly trust?: readonly string[];
}

const DEFAULTS: DeviceSettings = { locale: null, timeZone: null, client: "apple", developerMode: false, trust: [] };

/** The settings of a wallet's folder, with what the options say about them. */
export async function readSettings(io: Io, folder: string, options: SettingOptions): Promise<DeviceSettings> {
  const path = join(folder, WALLET_FILES.device);
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  const kept = text === null ? DEFAULTS : parseSettings(text, path);
  const roots = (await readDerFiles(io, options.trust, "--trust", "CERTIFICATE")) ?? [];
  for (const root of roots) await inspectCertificate(root, { now: io.now() });
  return {
    locale: options.locale === undefined ? kept.locale : parseLocaleOption(options.locale),
    timeZone: options.timeZone === undefined ? kept.timeZone : parseTimeZoneOption(options.timeZone),
    client: options.as ?? kept.client,
    developerMode: options.developer ?? kept.developerMode,
    trust: [...new Set([...kept.trust, ...roots.map((root) => Buffer.from(root).toString("base64"))])],
  };
}

/** Keeps settings that are not the usual ones, or are there already. */
export async function keepSettings(folder: string, settings: DeviceSettings): Promise<void> {
  const path = join(folder, WALLET_FILES.device);
  const text = `${JSON.stringify({ version: 1, ...settings }, null, 1)}\n`;
  const kept = await readFile(path, "utf8").catch(() => null);
  if (kept === text || (kept === null && JSON.stringify(settings) === JSON.stringify(DEFAULTS))) return;
  await writeWhole(path, text);
}

function parseSettings(text: string, path: string): DeviceSettings {
  const fail = (what: string): UsageError =>
    new UsageError(
      `${path} cannot be read: ${what}`,
      "Remove the file: the device's settings are then the usual ones, its passes stay.",
    );
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    throw fail("it is not JSON");
  }
  if (!isJsonObject(value) || value["version"] !== 1) throw fail("version is not 1");
  const { locale, timeZone, developerMode, trust } = value;
  const client = CLIENT_NAMES.find((name) => name === value["client"]);
  if (locale !== null && !(typeof locale === "string" && isAccepted(() => parseLocaleOption(locale)))) throw fail("locale");
  if (timeZone !== null && !(typeof timeZone === "string" && isAccepted(() => parseTimeZoneOption(timeZone))))
    throw fail("timeZone");
  if (typeof developerMode !== "boolean") throw fail("developerMode is neither true nor false");
  if (client === undefined) throw fail("client is none that is known");
  if (!isJsonArray(trust) || !trust.every((root) => typeof root === "string")) throw fail("trust is no list of texts");
  return { locale, timeZone, client, developerMode, trust };
}

function isAccepted(parse: () => unknown): boolean {
  try {
    parse();
    return true;
  } catch {
    return false;
  }
}
