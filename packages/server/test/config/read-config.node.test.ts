import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ConfigError } from "../../src/config/config-error.ts";
import { readConfig, type ConfigSources } from "../../src/config/read-config.ts";
import { SETTINGS } from "../../src/config/settings.ts";

const read = (sources: Omit<ConfigSources, "workingDirectory"> = {}) => readConfig({ workingDirectory: "/srv", ...sources });

function problemsOf(sources: Omit<ConfigSources, "workingDirectory">): readonly string[] {
  try {
    read(sources);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split("\n");
    throw error;
  }
  return [];
}

test("a server that is told nothing has a default for everything", () => {
  expect(read()).toEqual({
    demo: false,
    dataFolder: "/srv/passwright-data",
    databaseUrl: null,
    role: "all",
    host: "127.0.0.1",
    port: 8080,
    publicUrl: null,
    trustedProxies: 0,
    logLevel: "info",
    apnsUrl: "https://api.push.apple.com",
    apnsCaFile: null,
    trustFile: null,
    apiRate: 100,
    apiBurst: 600,
    corsOrigins: null,
    databaseConnections: 10,
    archiveCacheMb: 64,
    fontsFolder: null,
    scanDays: 400,
    historyRevisions: 100,
    allowPrivateWebhooks: null,
    stopSeconds: 20,
    timeZone: "UTC",
    smtpUrl: null,
    smtpCaFile: null,
    mailFrom: null,
  });
});

test("a flag goes before the environment, and that before the file", () => {
  const file = { name: "passwright.json", content: { port: 1, host: "file", logLevel: "warn" } };
  const environment = { PORT: "2", PASSWRIGHT_HOST: "environment" };
  expect(read({ flags: { port: "3" }, environment, file })).toMatchObject({ port: 3, host: "environment", logLevel: "warn" });
});

test("an empty variable is none", () => {
  expect(read({ environment: { PORT: "", DATABASE_URL: "" } })).toMatchObject({ port: 8080, databaseUrl: null });
});

test("all that is wrong is told at once, with the place it was read from", () => {
  const file = { name: "p.json", content: { colour: "red", host: [1], stopSeconds: "soon" } };
  expect(problemsOf({ flags: { port: "x", role: "boss" }, environment: { PASSWRIGHT_PUBLIC_URL: "ftp://a" }, file })).toEqual([
    'p.json: holds "colour", which is no setting',
    "host in p.json: is neither text, number, true nor false",
    '--role: "boss" is none of all, web, worker',
    '--port: "x" is not a whole number from 0 to 65535',
    'PASSWRIGHT_PUBLIC_URL: "ftp://a" is not a URL that begins with https:// or http://',
    'stopSeconds in p.json: "soon" is not a whole number from 0 to 3600',
  ]);
});

test("a password in a database URL is not repeated", () => {
  const problems = problemsOf({ environment: { DATABASE_URL: "mysql://me:hunter2@db/x" } });
  expect(problems).toEqual(["DATABASE_URL: (not shown) is not a URL that begins with postgres:// or postgresql://"]);
});

test("a demo has a folder of its own", () => {
  expect(read({ flags: { demo: true } }).dataFolder).toBe("/srv/passwright-demo");
});

test("a demo stays out of the database that the environment names for other programs", () => {
  for (const DATABASE_URL of ["postgres://app@db/shop", "mysql://app@db/shop"]) {
    expect(read({ flags: { demo: true }, environment: { DATABASE_URL } }).databaseUrl).toBeNull();
  }
  const asked = { demo: true, database: "postgres://db/demo" };
  expect(read({ flags: asked, environment: { DATABASE_URL: "postgres://db/shop" } }).databaseUrl).toBe("postgres://db/demo");
});

test("two processes do not share a SQLite file, and a demo shows everything", () => {
  expect(problemsOf({ flags: { role: "worker" } })).toEqual([
    '--role: "worker" needs PostgreSQL (--database): a SQLite file belongs to one process',
  ]);
  expect(read({ flags: { role: "web", database: "postgres://db/x" } }).role).toBe("web");
  expect(problemsOf({ flags: { role: "web", database: "postgres://db/x", demo: true } })).toEqual([
    '--role: "web" does not go with --demo, which shows all of it',
  ]);
});

test("a public URL holds nothing but scheme, host, port and path", () => {
  expect(read({ flags: { "public-url": "https://passes.example.com/wallet/" } }).publicUrl).toBe(
    "https://passes.example.com/wallet",
  );
  for (const url of ["https://u:p@h", "https://h/?a", "https://h/#a", "//h", "h"]) {
    expect(problemsOf({ flags: { "public-url": url } })).toHaveLength(1);
  }
  expect(problemsOf({ flags: { "apns-url": "https://h/3" } })).toHaveLength(1);
});

test("a public URL is taken as it is understood, for it becomes part of every pass", () => {
  const taken = (url: string) => read({ environment: { PASSWRIGHT_PUBLIC_URL: url } }).publicUrl;
  // The first two are what a line of an environment file ends in on Windows, and a slip of the pen that URL parsers forgive.
  expect(taken("https://passes.example.com\r\n")).toBe("https://passes.example.com");
  expect(taken("https:passes.example.com")).toBe("https://passes.example.com");
  expect(taken("HTTPS://Passes.Example.com:443/a/../issuer//")).toBe("https://passes.example.com/issuer");
  expect(read({ environment: { DATABASE_URL: "postgres://u:p@db/x\n" } }).databaseUrl).toBe("postgres://u:p@db/x");
});

test("what cannot be together is told beside what is wrong by itself", () => {
  expect(problemsOf({ flags: { role: "worker", port: "x" } })).toEqual([
    '--port: "x" is not a whole number from 0 to 65535',
    '--role: "worker" needs PostgreSQL (--database): a SQLite file belongs to one process',
  ]);
  // Of a setting that cannot be read nothing else follows.
  expect(problemsOf({ flags: { role: "worker", database: "x" } })).toHaveLength(1);
  expect(problemsOf({ flags: { role: "boss", demo: true } })).toHaveLength(1);
});

test("an address to listen on may stand in brackets, as in a URL", () => {
  expect(read({ flags: { host: "[::1]" } }).host).toBe("::1");
  expect(problemsOf({ flags: { host: "[]" } })).toEqual(['--host: "[]" is empty']);
});

test("a switch is true or false, and no word of the language's own", () => {
  expect(read({ flags: { demo: true } }).demo).toBe(true);
  expect(read({ environment: { PASSWRIGHT_DEMO: "No" } }).demo).toBe(false);
  for (const word of ["constructor", "toString", "__proto__", "maybe"]) {
    expect(problemsOf({ environment: { PASSWRIGHT_DEMO: word } })).toHaveLength(1);
  }
});

test("paths are taken from the working directory", () => {
  expect(read({ flags: { data: "here", "apns-ca": "ca.pem" } })).toMatchObject({
    dataFolder: "/srv/here",
    apnsCaFile: "/srv/ca.pem",
  });
});

test("flags, variables and keys are each used once", () => {
  for (const column of ["key", "flag", "environment"] as const) {
    const names = SETTINGS.map((setting) => setting[column]);
    expect(new Set(names).size).toBe(names.length);
  }
});

test("no text makes the reading of settings fail otherwise than by name", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...SETTINGS.map(({ flag }) => flag)), fc.string()),
      fc.jsonValue(),
      (flags, content) => {
        try {
          read({ flags, file: { name: "f", content } });
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigError);
        }
      },
    ),
  );
});

test("networks of webhooks are networks, none of them all there is", () => {
  const flags = { "allow-private-webhooks": "10.20.0.0/16, fd00:1::/64" };
  expect(read({ flags })).toMatchObject({ allowPrivateWebhooks: "10.20.0.0/16,fd00:1::/64" });
  for (const text of ["10.0.0.1", "0.0.0.0/0", "all", ""]) {
    expect(problemsOf({ flags: { "allow-private-webhooks": text } })).toHaveLength(1);
  }
});

test("scans are kept for ever, or longer than they may be told again", () => {
  expect(read({ flags: { "scan-days": "0" } }).scanDays).toBe(0);
  expect(read({ flags: { "scan-days": "31" } }).scanDays).toBe(31);
  for (const days of ["30", "1", "-1", "1.5", "36501", "00"]) expect(problemsOf({ flags: { "scan-days": days } })).toHaveLength(1);
});
