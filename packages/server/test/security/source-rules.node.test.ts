import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
/** What runs in a server: its own code, and that of the packages that it uses. */
const FOLDERS = ["server", "pass", "render", "wallet"].map((name) => `packages/${name}/src`);

async function readSources(): Promise<ReadonlyMap<string, string>> {
  const sources = new Map<string, string>();
  for (const folder of FOLDERS) {
    for (const entry of await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.[cm]?ts$/u.test(entry.name)) continue;
      const file = join(entry.parentPath, entry.name);
      sources.set(relative(ROOT, file).replaceAll("\\", "/"), withoutComments(await readFile(file, "utf8")));
    }
  }
  return sources;
}

/** Examples in docstrings call much that nobody runs. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//gu, "").replaceAll(/(?<![:"'`\\])\/\/[^\n]*/gu, "");
}

/**
 * Modules that can open a connection, by what of them does. Types alone open nothing; `isIP` and servers that listen do not either.
 */
const OPENS: readonly RegExp[] = [
  /import (?!type\b)[^;]*\b(?:connect|createConnection|Socket)\b[^;]*from "node:(?:net|tls|http2)"/u,
  /import (?!type\b)[^;]*\b(?:request|get|Agent|request as \w+|Agent as \w+)\b[^;]*from "node:https?"/u,
  /import (?!type\b)[^;]*from "node:(?:dns|dns\/promises|dgram)"/u,
  /import (?!type\b)(?!\{ DatabaseError \})[^;]*from "pg"/u,
  /import\("(?:nodemailer|pg|undici|ws|node:(?:net|tls|https?|http2|dns|dgram))"\)/u,
  /from "(?:undici|ws|axios|got|node-fetch|nodemailer)"(?<!import type [^;]*)/u,
  /(?<![.\w])fetch\(/u,
  /globalThis\.(?:fetch|WebSocket|EventSource)|new (?:WebSocket|EventSource|XMLHttpRequest)\b/u,
];

/** All that opens connections, and to whom: nobody else can be made to call an address, whatever stands in a picture or a template. */
const CALLERS: Readonly<Record<string, string>> = {
  "packages/server/src/http/outgoing/outgoing-client.ts": "addresses that callers gave, by the policy: webhooks",
  "packages/server/src/push/http-push-sender.ts": "push services of other apps: hosts that stand in its table",
  "packages/server/src/push/apns/apns-connection.ts": "APNs, by the setting",
  "packages/server/src/push/apns/apns-credential.ts": "TLS for it",
  "packages/server/src/distribution/mail/smtp-sender.ts": "the mail server of the settings",
  "packages/server/src/storage/postgres/connection.ts": "the database of the settings",
  "packages/server/src/storage/postgres/migrate-postgres.ts": "the same",
  "packages/server/src/demo/demo-story.ts": "the demo itself, on this machine",
};

test("only the named modules open connections: no picture, template, barcode or row makes a server call an address", async () => {
  const callers = [...(await readSources())]
    .filter(([, text]) => OPENS.some((pattern) => pattern.test(text)))
    .map(([file]) => file);
  // What can open one and is given it: `fetch` and its kind are handed in (docs: nothing is ambient), by programs on a device.
  const named = new Set(Object.keys(CALLERS));
  expect(callers.filter((file) => !named.has(file))).toEqual([]);
  // A rule for what is gone would look as if it held.
  const live = [...named].filter((file) => !file.endsWith("apns-credential.ts"));
  expect(live.filter((file) => !callers.includes(file))).toEqual([]);
});

test("the outgoing client is made for webhooks alone", async () => {
  const users = [...(await readSources())]
    .filter(([, text]) => /\bcreateOutgoingClient\(/u.test(text))
    .map(([file]) => file)
    .filter((file) => !file.endsWith("outgoing-client.ts"));
  expect(users).toEqual(["packages/server/src/process/webhook-service.ts"]);
});

/** An operand that is a secret, or is made of one, by its name. */
const SECRET_OPERAND = /\b\w*(?:[tT]oken|[sS]ecret|[pP]assword|[pP]assphrase|[sS]ignature|[mM]ac|[aA]piKey|[hH]mac)\b(?!\()/u;

/** Comparisons of what is called like a secret and is none, or was given by the one who is compared with. */
const HARMLESS: readonly RegExp[] = [
  // With null, undefined, a word of our own or a number: whether there is one, and of what kind.
  /[!=]== ?(?:undefined|null|"[^"]*"|'[^']*'|-?\d|true|false)/u,
  /typeof \S+ [!=]==/u,
  // `.length`, `.kind` and other members of it.
  /\b(?:token|secret|signature|mac)\??\.(?:length|kind|type|at|size)\b/iu,
];

test("nothing that is a secret by its name is compared by ===: how long that takes tells where two differ", async () => {
  const found: string[] = [];
  for (const [file, text] of await readSources()) {
    if (!file.startsWith("packages/server/")) continue;
    for (const [line] of text.matchAll(/^.*[!=]==.*$/gmu)) {
      for (const [comparison] of line.matchAll(/[\w.?!()[\]"']+ ?[!=]== ?[\w.?!()[\]"'-]+/gu)) {
        if (SECRET_OPERAND.test(comparison) && !HARMLESS.some((pattern) => pattern.test(comparison)))
          found.push(`${file}: ${comparison}`);
      }
    }
  }
  expect(found.toSorted()).toEqual(KNOWN);
});

/** What is no check of what a stranger sent. */
const KNOWN: readonly string[] = [
  // Whether the secret of this process is the one that its key was made of.
  "packages/server/src/installation/authentication-token.ts: (lately?.secret !== secret)",
  // Ids of secrets, which are public.
  "packages/server/src/installation/reseal-on-data.ts: id !== secret.id)",
  "packages/server/src/installation/sealed-secret.ts: (id !== secret.id)",
  // Whether a device has given another push token since.
  "packages/server/src/storage/sqlite/write-pushes.ts: (known.pushToken !== push.pushToken)",
];
