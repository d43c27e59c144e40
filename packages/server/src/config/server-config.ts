/** Which part of the work a process does: answering devices, sending pushes, or both. */
export const ROLES = ["all", "web", "worker"] as const;
export type Role = (typeof ROLES)[number];

export const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevelName = (typeof LOG_LEVELS)[number];

/** Everything that a server process can be told, validated. */
export interface ServerConfig {
  /** A throwaway authority signs, a stand-in for APNs delivers: nothing leaves the machine. */
  readonly demo: boolean;
  /** Absolute path: the SQLite file, secrets, templates and certificates. */
  readonly dataFolder: string;
  /** PostgreSQL; null: SQLite in the data folder. */
  readonly databaseUrl: string | null;
  readonly role: Role;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Where the world reaches this server, without a slash at the end; null: `http://host:port`. */
  readonly publicUrl: string | null;
  /** How many proxies in front may be believed about the address of a client. */
  readonly trustedProxies: number;
  readonly logLevel: LogLevelName;
  /** Base URL of APNs. */
  readonly apnsUrl: string;
  /** Certificates in PEM that APNs' is checked against, beside the system's; null: the system's alone. */
  readonly apnsCaFile: string | null;
  /** Certificates in PEM that may have issued an uploaded certificate, beside Apple's; null: Apple's alone. */
  readonly trustFile: string | null;
  /** Requests of one API key: in a second for long, and at once. */
  readonly apiRate: number;
  readonly apiBurst: number;
  /** Origins whose pages may call the API, with commas between; null: none. */
  readonly corsOrigins: string | null;
  /** Connections to PostgreSQL. */
  readonly databaseConnections: number;
  /** Memory for signed archives, in megabytes. */
  readonly archiveCacheMb: number;
  /** IANA name of the zone in which public pages and mails write times. */
  readonly timeZone: string;
  /** Absolute path of a folder of fonts; null: `fonts` in the data folder. */
  readonly fontsFolder: string | null;
  /** Where mails are handed in, with user and password; null: none are sent. */
  readonly smtpUrl: string | null;
  /** Certificates in PEM that the mail server's is checked against, beside the system's; null: the system's alone. */
  readonly smtpCaFile: string | null;
  /** Whom mails are from: an address, or a name with the address in angle brackets. */
  readonly mailFrom: string | null;
  /** Networks of the installation that webhooks may lead to, with commas between; null: the internet alone. */
  readonly allowPrivateWebhooks: string | null;
  /** Earlier revisions that are kept of each pass. */
  readonly historyRevisions: number;
  /** Days that scans are kept; 0: for ever. */
  readonly scanDays: number;
  /** How long requests and pushes under way may take once the process was told to stop. */
  readonly stopSeconds: number;
}
