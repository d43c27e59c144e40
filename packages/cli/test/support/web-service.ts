import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { JsonObject } from "@passwright/pass";
import { atGate, passJson, TEST_NOW, TEST_PASS_TYPE, TEST_SERVICE, testIssuer } from "../../../wallet/test/support/issuer.ts";
import { ReferenceService } from "../../../wallet/test/support/reference-service.ts";
import type { World } from "./world.ts";

/** An issuer with a web service behind real sockets. */
export interface LiveService {
  readonly service: ReferenceService;
  /** What its passes have as webServiceURL. */
  readonly url: string;
  /** Issues a pass whose web service this is, as a file in a world. */
  issue(world: World, serialNumber: string, changes?: JsonObject): Promise<void>;
  /** A new revision: another gate. */
  moveTo(serialNumber: string, gate: string): Promise<void>;
  /** Answers nothing but this status; null: as usual. */
  failWith(status: number | null): void;
  stop(): void;
}

export { TEST_PASS_TYPE };

/** Ends with its test. */
export async function startService(
  create: (now: () => Date) => ReferenceService = (now) => new ReferenceService(now),
): Promise<LiveService> {
  const service = create(() => TEST_NOW);
  let failure: number | null = null;
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", async () => {
      if (failure !== null) {
        outgoing.writeHead(failure).end();
        return;
      }
      const method = incoming.method ?? "GET";
      const headers = new Headers(incoming.headers as Record<string, string>);
      const body = method === "GET" || method === "HEAD" ? null : Buffer.concat(chunks);
      const request = new Request(`${new URL(TEST_SERVICE).origin}${incoming.url}`, { method, headers, body });
      const response = await service.fetch(request);
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(new Uint8Array(await response.arrayBuffer()));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const stop = (): void => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(stop);
  const webServiceURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}${new URL(TEST_SERVICE).pathname}`;
  return {
    service,
    url: webServiceURL,
    async issue(world, serialNumber, changes = {}) {
      const { authority } = await testIssuer();
      await world.write("root.pem", authority.root.certificatePem);
      await world.write(`${serialNumber}.pkpass`, await service.issue(passJson(serialNumber, { webServiceURL, ...changes })));
    },
    moveTo: (serialNumber, gate) =>
      service.change({ passTypeIdentifier: TEST_PASS_TYPE, serialNumber }, atGate(serialNumber, gate, { webServiceURL })),
    failWith(status) {
      failure = status;
    },
    stop,
  };
}

/** What a wallet needs to take passes of the tests' service. */
export const DEVELOPER = ["--developer", "--trust", "root.pem"] as const;

/** Real sockets. */
export const NETWORK = { fetch: globalThis.fetch } as const;
