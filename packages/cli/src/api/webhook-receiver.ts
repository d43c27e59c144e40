import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { type VerifiedWebhook, verifyWebhook, WebhookVerificationError } from "@passwright/server/client";
import { UsageError } from "../exit-code.ts";

/** Takes webhooks on this machine. */
export interface WebhookReceiver {
  readonly url: string;
  close(): void;
}

/** Bytes of an event, and milliseconds in which it must have come. */
const LIMITS = { bytes: 1024 * 1024, requestMs: 10_000 } as const;

/**
 * Listens on the loopback. What is not signed is answered with 400 and told to nobody but the person at the keyboard.
 *
 * @param port 0: any that is free.
 * @throws {UsageError} when the port is taken.
 */
export async function openWebhookReceiver(
  port: number,
  options: {
    /** Known once the server has told it. */
    readonly secret: () => string;
    readonly now: () => number;
    readonly onEvent: (webhook: VerifiedWebhook) => void;
    readonly onRefused: (error: WebhookVerificationError) => void;
  },
): Promise<WebhookReceiver> {
  const seen = new Set<string>();
  async function take(request: IncomingMessage): Promise<number> {
    if (request.method !== "POST") return 405;
    const body = await readBody(request);
    if (body === null) return 413;
    try {
      const webhook = await verifyWebhook({ body, headers: request.headers, secret: options.secret(), now: options.now });
      // An event may come twice; its id says so.
      if (!seen.has(webhook.id)) options.onEvent(webhook);
      seen.add(webhook.id);
      return 204;
    } catch (error) {
      if (!(error instanceof WebhookVerificationError)) throw error;
      options.onRefused(error);
      return 400;
    }
  }
  const server = createServer({ requestTimeout: LIMITS.requestMs }, (request, response) => {
    void take(request).then(
      (status) => void response.writeHead(status).end(),
      () => void response.destroy(),
    );
  });
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  } catch (error) {
    throw new UsageError(`--port ${port} cannot be listened at`, "Name another, or 0 for any that is free.", { cause: error });
  }
  return {
    url: `http://127.0.0.1:${portOf(server)}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function readBody(request: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > LIMITS.bytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
