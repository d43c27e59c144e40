import { parseYesNo } from "@passwright/pass/rows";
import { parseMailbox } from "../distribution/mail/mail-address.ts";
import { createNetworkList } from "../http/outgoing/address-kind.ts";
import { STORAGE_LIMITS } from "../storage/storage-limits.ts";
import { LOG_LEVELS, ROLES, type ServerConfig } from "./server-config.ts";

/** What a text means, or what is wrong with it. */
export type ParsedSetting = { readonly value: string | number | boolean | null } | { readonly problem: string };

/** One thing that can be told a server: by a flag, in the environment, or in a file. */
export interface Setting {
  readonly key: keyof ServerConfig;
  /** Without its dashes. */
  readonly flag: string;
  readonly environment: string;
  /** What stands behind the flag; null for a switch. */
  readonly argument: string | null;
  readonly description: string;
  readonly fallback: string | number | boolean | null;
  /** The value may hold a password: it is never printed. */
  readonly secret?: true;
  parse(text: string): ParsedSetting;
}

/**
 * How long scans are kept. Scans made without a network may be told for 30 days, and told again: what is forgotten before could be
 * counted twice. A year and a month let a season be held against the one before.
 */
const SCAN_DAYS = { least: 31, usual: 400 } as const;

/** All settings, in the order of the help. */
export const SETTINGS: readonly Setting[] = [
  {
    key: "demo",
    flag: "demo",
    environment: "PASSWRIGHT_DEMO",
    argument: null,
    description: "play the whole life of a pass on this machine, without any account",
    fallback: false,
    parse: parseSwitch,
  },
  {
    key: "dataFolder",
    flag: "data",
    environment: "PASSWRIGHT_DATA",
    argument: "DIR",
    description:
      "folder of the database, secrets, templates and certificates; made when it is missing (passwright-data, or passwright-demo)",
    fallback: null,
    parse: parseText,
  },
  {
    key: "databaseUrl",
    flag: "database",
    environment: "DATABASE_URL",
    argument: "URL",
    description:
      "PostgreSQL, as postgres://user:password@host/name; without it SQLite in the data folder (a demo takes the flag alone)",
    fallback: null,
    secret: true,
    parse: (text) => parseUrl(text, ["postgres:", "postgresql:"], { path: true }),
  },
  {
    key: "role",
    flag: "role",
    environment: "PASSWRIGHT_ROLE",
    argument: "ROLE",
    description: "what this process does: all, web (answers devices) or worker (sends pushes)",
    fallback: "all",
    parse: (text) => parseChoice(text, ROLES),
  },
  {
    key: "host",
    flag: "host",
    environment: "PASSWRIGHT_HOST",
    argument: "ADDRESS",
    description: "address to listen on; 0.0.0.0 for every interface",
    fallback: "127.0.0.1",
    // As in a URL, which is how people know an IPv6 address.
    parse: (text) => parseText(text.replace(/^\[(.*)\]$/u, "$1")),
  },
  {
    key: "port",
    flag: "port",
    environment: "PORT",
    argument: "N",
    description: "port to listen on; 0 takes a free one",
    fallback: 8080,
    parse: (text) => parseInteger(text, 0, 65_535),
  },
  {
    key: "publicUrl",
    flag: "public-url",
    environment: "PASSWRIGHT_PUBLIC_URL",
    argument: "URL",
    description: "where devices reach this server; it stands in every pass, so it must stay",
    fallback: null,
    parse: (text) => parseUrl(text, ["https:", "http:"], { path: true }),
  },
  {
    key: "trustedProxies",
    flag: "trusted-proxies",
    environment: "PASSWRIGHT_TRUSTED_PROXIES",
    argument: "N",
    description: "how many proxies in front are believed about a client's address",
    fallback: 0,
    parse: (text) => parseInteger(text, 0, 10),
  },
  {
    key: "logLevel",
    flag: "log-level",
    environment: "PASSWRIGHT_LOG_LEVEL",
    argument: "LEVEL",
    description: `least level that is logged: ${LOG_LEVELS.join(", ")}`,
    fallback: "info",
    parse: (text) => parseChoice(text, LOG_LEVELS),
  },
  {
    key: "apnsUrl",
    flag: "apns-url",
    environment: "PASSWRIGHT_APNS_URL",
    argument: "URL",
    description: "Apple's push service, or a stand-in for it",
    fallback: "https://api.push.apple.com",
    parse: (text) => parseUrl(text, ["https:"], { path: false }),
  },
  {
    key: "apnsCaFile",
    flag: "apns-ca",
    environment: "PASSWRIGHT_APNS_CA",
    argument: "FILE",
    description: "certificates (PEM) that a stand-in for the push service is checked against",
    fallback: null,
    parse: parseText,
  },
  {
    key: "trustFile",
    flag: "trust",
    environment: "PASSWRIGHT_TRUST",
    argument: "FILE",
    description: "certificates (PEM) of authorities other than Apple's that an uploaded certificate may come from: for trying",
    fallback: null,
    parse: parseText,
  },
  {
    key: "apiRate",
    flag: "api-rate",
    environment: "PASSWRIGHT_API_RATE",
    argument: "N",
    description: "requests a second that one API key may make for long, in each process",
    fallback: 100,
    parse: (text) => parseInteger(text, 1, 100_000),
  },
  {
    key: "apiBurst",
    flag: "api-burst",
    environment: "PASSWRIGHT_API_BURST",
    argument: "N",
    description: "requests that one API key may make at once",
    fallback: 600,
    parse: (text) => parseInteger(text, 1, 1_000_000),
  },
  {
    key: "corsOrigins",
    flag: "cors-origins",
    environment: "PASSWRIGHT_CORS_ORIGINS",
    argument: "ORIGINS",
    description:
      "web pages that may call the API from a browser, as https://admin.example.com, with commas between; none when absent",
    fallback: null,
    parse: parseOrigins,
  },
  {
    key: "databaseConnections",
    flag: "database-connections",
    environment: "PASSWRIGHT_DATABASE_CONNECTIONS",
    argument: "N",
    description: "connections to PostgreSQL",
    fallback: 10,
    parse: (text) => parseInteger(text, 2, 200),
  },
  {
    key: "archiveCacheMb",
    flag: "archive-cache",
    environment: "PASSWRIGHT_ARCHIVE_CACHE_MB",
    argument: "MB",
    description: "memory for signed passes that were asked for lately",
    fallback: 64,
    parse: (text) => parseInteger(text, 0, 65_536),
  },
  {
    key: "timeZone",
    flag: "time-zone",
    environment: "PASSWRIGHT_TIME_ZONE",
    argument: "ZONE",
    description: "zone in which public pages and mails write times, such as Europe/Vienna",
    fallback: "UTC",
    parse: parseTimeZone,
  },
  {
    key: "fontsFolder",
    flag: "fonts",
    environment: "PASSWRIGHT_FONTS",
    argument: "DIR",
    description:
      "folder of fonts (TrueType, OpenType, WOFF) for pictures of passes in Arabic, Japanese and other scripts; fonts in the data folder when absent",
    fallback: null,
    parse: parseText,
  },
  {
    key: "smtpUrl",
    flag: "smtp-url",
    environment: "PASSWRIGHT_SMTP_URL",
    argument: "URL",
    description: "where mails are handed in, as smtps://user:password@host or smtp://host:587; without it none are sent",
    fallback: null,
    secret: true,
    parse: (text) => parseUrl(text, ["smtp:", "smtps:"], { path: false }),
  },
  {
    key: "smtpCaFile",
    flag: "smtp-ca",
    environment: "PASSWRIGHT_SMTP_CA",
    argument: "FILE",
    description: "certificates (PEM) that a mail server of your own is checked against",
    fallback: null,
    parse: parseText,
  },
  {
    key: "mailFrom",
    flag: "mail-from",
    environment: "PASSWRIGHT_MAIL_FROM",
    argument: "ADDRESS",
    description: 'whom mails are from: an address, or "Example Air <passes@example.com>"',
    fallback: null,
    parse: parseSender,
  },
  {
    key: "allowPrivateWebhooks",
    flag: "allow-private-webhooks",
    environment: "PASSWRIGHT_ALLOW_PRIVATE_WEBHOOKS",
    argument: "NETWORKS",
    description: "networks that webhooks may lead to beside the internet, by http too: 10.20.0.0/16,fd00:1::/64",
    fallback: null,
    parse: parseNetworks,
  },
  {
    key: "historyRevisions",
    flag: "history",
    environment: "PASSWRIGHT_HISTORY",
    argument: "N",
    description: "earlier revisions that are kept of each pass; the oldest go first, 0 keeps none",
    fallback: STORAGE_LIMITS.revisionsKept,
    parse: (text) => parseInteger(text, 0, 100_000),
  },
  {
    key: "scanDays",
    flag: "scan-days",
    environment: "PASSWRIGHT_SCAN_DAYS",
    argument: "N",
    description: `days that scans at doors are kept, at least ${SCAN_DAYS.least}; 0 keeps them for ever. Uses of passes stay`,
    fallback: SCAN_DAYS.usual,
    parse: (text) => (text === "0" ? { value: 0 } : parseInteger(text, SCAN_DAYS.least, 36_500)),
  },
  {
    key: "stopSeconds",
    flag: "stop-seconds",
    environment: "PASSWRIGHT_STOP_SECONDS",
    argument: "N",
    description: "how long work under way may take once the server was told to stop",
    fallback: 20,
    parse: (text) => parseInteger(text, 0, 3600),
  },
];

function parseText(text: string): ParsedSetting {
  if (text === "") return { problem: "is empty" };
  return text.includes("\0") ? { problem: "holds a NUL character" } : { value: text };
}

function parseNetworks(text: string): ParsedSetting {
  const networks = text.split(",").map((network) => network.trim());
  try {
    createNetworkList(networks);
    return { value: networks.join(",") };
  } catch (error) {
    return { problem: `holds what is no network: ${error instanceof TypeError ? error.message : "?"}` };
  }
}

function parseSwitch(text: string): ParsedSetting {
  const value = parseYesNo(text);
  return value === undefined ? { problem: "is neither true nor false" } : { value };
}

function parseChoice(text: string, choices: readonly string[]): ParsedSetting {
  return choices.includes(text) ? { value: text } : { problem: `is none of ${choices.join(", ")}` };
}

function parseTimeZone(text: string): ParsedSetting {
  try {
    return { value: new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone };
  } catch {
    return { problem: "is no time zone that this program knows" };
  }
}

function parseSender(text: string): ParsedSetting {
  return parseMailbox(text) === null ? { problem: "is no mail address, with or without a name before it" } : { value: text.trim() };
}

function parseInteger(text: string, least: number, most: number): ParsedSetting {
  const value = /^\d{1,9}$/u.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? { value } : { problem: `is not a whole number from ${least} to ${most}` };
}

/** Exact origins: a pattern would one day let in a host that somebody else registered. */
function parseOrigins(text: string): ParsedSetting {
  const origins = text.split(",").map((origin) => origin.trim());
  const wrong = origins.find((origin) => URL.parse(origin)?.origin !== origin || !/^https?:/u.test(origin));
  if (wrong !== undefined)
    return { problem: "is not a list of origins such as https://admin.example.com, without a path or a star" };
  return { value: [...new Set(origins)].join(",") };
}

function parseUrl(text: string, protocols: readonly string[], { path }: { readonly path: boolean }): ParsedSetting {
  const url = URL.parse(text);
  const schemes = protocols.map((protocol) => `${protocol}//`).join(" or ");
  if (url === null || !protocols.includes(url.protocol)) return { problem: `is not a URL that begins with ${schemes}` };
  const isWeb = protocols.includes("https:");
  if (!path && url.pathname !== "/" && url.pathname !== "") return { problem: "has a path, where only a host and port belong" };
  if (isWeb && (url.search !== "" || url.hash !== "" || url.username !== "" || url.password !== "")) {
    return { problem: "holds more than scheme, host, port and path" };
  }
  // As it was understood, not as it was written: it becomes part of addresses in passes, where a line break out of an environment
  // file, or `https:host`, would be taken otherwise. A database's is for its driver to read.
  return { value: (isWeb ? `${url.origin}${url.pathname}` : text.trim()).replace(/\/+$/u, "") };
}
