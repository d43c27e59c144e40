import { createHash, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { isJsonObject, type JsonValue } from "@passwright/pass";
import { isIdentifier } from "@passwright/wallet/protocol";
import { UsageError } from "../exit-code.ts";

/** Takes pushes, as the push service delivers them to a phone. */
export interface PushListener {
  readonly url: string;
  close(): void;
}

/** Bytes of a push. */
const MAX_BODY = 4096;
/** Milliseconds in which a push must have come. */
const REQUEST_MS = 5_000;

/**
 * Listens on the loopback for `POST /push` with `{"passTypeIdentifier", "pushToken"}`: what an APNs stand-in sends. Without the
 * device's token nothing happens: any page in a browser on this machine can send requests here.
 *
 * @param port 0: any that is free.
 * @throws {UsageError} when the port is taken.
 */
export async function openPushListener(
  port: number,
  pushToken: string,
  onPush: (passTypeIdentifier: string) => void,
): Promise<PushListener> {
  const server = createServer({ requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS }, (request, response) => {
    void answer(request, pushToken, onPush).then(
      (status) => void response.writeHead(status, { connection: "close" }).end(),
      () => void response.destroy(),
    );
  });
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  } catch (error) {
    throw new UsageError(`--push-port ${port} cannot be listened at`, "Name another, or 0 for any that is free.", { cause: error });
  }
  return {
    url: `http://127.0.0.1:${portOf(server)}/push`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function answer(request: IncomingMessage, pushToken: string, onPush: (passTypeIdentifier: string) => void): Promise<number> {
  if (request.url !== "/push") return 404;
  if (request.method !== "POST") return 405;
  const body = await readBody(request);
  if (body === null) return 413;
  const push = parseBody(body);
  if (push === null) return 400;
  if (!isSameToken(push.pushToken, pushToken)) return 401;
  onPush(push.passTypeIdentifier);
  return 204;
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function parseBody(text: string): { readonly passTypeIdentifier: string; readonly pushToken: string } | null {
  try {
    const value = JSON.parse(text) as JsonValue;
    if (!isJsonObject(value)) return null;
    const { passTypeIdentifier, pushToken } = value;
    if (typeof passTypeIdentifier !== "string" || typeof pushToken !== "string" || !isIdentifier(passTypeIdentifier)) return null;
    return { passTypeIdentifier, pushToken };
  } catch {
    return null;
  }
}

/** In constant time, of any lengths. */
function isSameToken(given: string, own: string): boolean {
  const [left, right] = [given, own].map((token) => createHash("sha256").update(token).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}
