import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { HttpListener } from "../http/device-listener.ts";
import { splitTarget } from "../http/request-target.ts";
import { refuseBody } from "../http/unwanted-body.ts";
import type { Logger } from "../logging/logger.ts";
import { type AccessStore, DEFAULT_PROJECT } from "../storage/issuer/issuer-storage.ts";
import type { BarcodeKeyring } from "./barcode-keyring.ts";

/** How long scanners may keep the keys, in seconds; half of what a new key is told ahead, so that none signs before it is known. */
const FRESH_SECONDS = 30;

/**
 * `GET /.well-known/jwks.json`: the public keys of signed barcodes (RFC 7517 §5, RFC 8037 §2), of the first project; of any other
 * at `/.well-known/projects/ID/jwks.json`. One set for each project: a scanner that trusts the set of one must not let in with a
 * barcode of another.
 */
export function createJwksListener(options: {
  readonly keyring: Pick<BarcodeKeyring, "publicKeys">;
  readonly access: Pick<AccessStore, "projects">;
  readonly basePath: string;
  readonly log: Logger;
}): HttpListener {
  const { keyring, access, basePath, log } = options;
  const first = `${basePath}/.well-known/jwks.json`;
  const pattern = /^\/\.well-known\/projects\/([\w-]{1,64})\/jwks\.json$/u;

  async function answer(request: IncomingMessage, response: ServerResponse, projectId: string): Promise<void> {
    const isThere = projectId === DEFAULT_PROJECT || (await access.projects()).some(({ id }) => id === projectId);
    if (!isThere) {
      response.writeHead(404, ["content-length", "0", "cache-control", "no-store"]).end();
      return;
    }
    const keySet = await keyring.publicKeys(projectId);
    const body = JSON.stringify(keySet);
    const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
    // Where there is no key yet the first pass makes one, and scanners have to learn of it at once.
    const freshness = keySet.keys.length === 0 ? "no-cache" : `public, max-age=${FRESH_SECONDS}`;
    // Public by its nature: scanners in browsers may read it from anywhere.
    const headers = [
      "cache-control",
      freshness,
      "etag",
      etag,
      "access-control-allow-origin",
      "*",
      "x-content-type-options",
      "nosniff",
    ];
    if (request.headers["if-none-match"]?.split(/\s*,\s*/u).includes(etag) === true) {
      response.writeHead(304, headers).end();
      return;
    }
    const length = String(Buffer.byteLength(body));
    response.writeHead(200, ["content-type", "application/jwk-set+json", "content-length", length, ...headers]).end(body);
  }

  return (request, response) => {
    const { path } = splitTarget(request.url ?? "");
    const projectId =
      path === first ? DEFAULT_PROJECT : path.startsWith(basePath) ? pattern.exec(path.slice(basePath.length))?.[1] : undefined;
    if (projectId === undefined) return false;
    refuseBody(request, response);
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, ["allow", "GET, HEAD", "content-length", "0"]).end();
      return true;
    }
    answer(request, response, projectId).catch((error: unknown) => {
      log.error("key set failed", { error });
      if (!response.headersSent) response.writeHead(503, ["content-length", "0"]).end();
    });
    return true;
  };
}
