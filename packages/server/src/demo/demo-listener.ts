import type { IncomingMessage, ServerResponse } from "node:http";
import { MEDIA_TYPES } from "@passwright/wallet/protocol";
import type { ArchiveStore } from "../device-service/archive-store.ts";
import type { HttpListener } from "../http/device-listener.ts";
import { HTTP_LIMITS } from "../http/http-limits.ts";
import { readRequestBody } from "../http/read-request-body.ts";
import { splitTarget } from "../http/request-target.ts";
import type { Logger } from "../logging/logger.ts";
import type { PassKey, Storage } from "../storage/storage.ts";

/** A gate on a boarding pass: a letter and a number, or the like. */
const GATE = /^[\p{L}\p{N}][\p{L}\p{N} -]{0,11}$/u;
/** A push token and a port. */
const DEVICE = /^([0-9A-Fa-f]{1,128}) (\d{1,5})$/u;
const BODY_BYTES = 200;

const PAGE = `Passwright, demo: a throwaway Apple on this machine. No phone installs these passes.

  GET  /demo/pass   the sample pass
  POST /demo/gate   a new gate for it, as plain text
  POST /demo/device TOKEN PORT: a device that listens for pushes on this machine at another port than 8410
  GET  /healthz /readyz /metrics
`;

interface DemoParts {
  readonly storage: Storage;
  readonly archives: ArchiveStore;
  readonly sample: PassKey;
  readonly log: Logger;
  readonly changeGate: (gate: string) => Promise<void>;
  /** Where a device of the sample pass takes pushes; false when there is no such device. */
  readonly setDevicePort: (pushToken: string, port: number) => Promise<boolean>;
}

type Answer = readonly [status: number, type: string, body: string | readonly Uint8Array[]];

const TEXT = "text/plain; charset=utf-8";

/** What the demo offers beside Wallet's web service: the sample pass, and a way to change its gate. */
export function createDemoListener(parts: DemoParts): HttpListener {
  const routes: Readonly<
    Record<string, { readonly method: string; readonly answer: (request: IncomingMessage) => Promise<Answer> }>
  > = {
    "/": { method: "GET", answer: async () => [200, TEXT, PAGE] },
    "/demo/pass": { method: "GET", answer: () => readSample(parts) },
    "/demo/device": { method: "POST", answer: (request) => takeDevice(parts, request) },
    "/demo/gate": { method: "POST", answer: (request) => takeGate(parts, request) },
  };
  return (request, response) => {
    const { path } = splitTarget(request.url ?? "");
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (route === undefined) return false;
    if (request.method !== route.method) {
      response.writeHead(405, { allow: route.method, "content-length": "0" }).end();
      return true;
    }
    route
      .answer(request)
      .then((answer) => send(response, answer))
      .catch((error: unknown) => {
        parts.log.error("demo request failed", { path, error });
        send(response, [500, TEXT, "This failed; the log says why.\n"]);
      });
    return true;
  };
}

async function readSample({ storage, archives, sample }: DemoParts): Promise<Answer> {
  const pass = await storage.passes.find(sample);
  if (pass === undefined) return [404, TEXT, "There is no sample pass.\n"];
  return [200, MEDIA_TYPES.pass, (await archives.get(pass)).chunks];
}

async function takeGate({ changeGate }: DemoParts, request: IncomingMessage): Promise<Answer> {
  const gate = await readText(request);
  if (!GATE.test(gate)) return [400, TEXT, "Send the gate as plain text, such as F12.\n"];
  await changeGate(gate);
  return [200, TEXT, `The gate is ${gate} now; devices that hold the pass are being told.\n`];
}

async function takeDevice({ setDevicePort }: DemoParts, request: IncomingMessage): Promise<Answer> {
  const [, pushToken = "", port = ""] = DEVICE.exec(await readText(request)) ?? [];
  const number = Number(port);
  if (number < 1 || number > 65_535) return [400, TEXT, "Send the push token and the port of the device, with a space between.\n"];
  if (!(await setDevicePort(pushToken, number))) return [404, TEXT, "No device with this push token holds the sample pass.\n"];
  return [200, TEXT, `Pushes for this device go to http://127.0.0.1:${number}/push now.\n`];
}

/** A short text; nothing where it is longer. */
async function readText(request: IncomingMessage): Promise<string> {
  const reading = await readRequestBody(request, BODY_BYTES, HTTP_LIMITS.drainBytes);
  return reading.kind === "read" ? new TextDecoder().decode(reading.bytes).trim() : "";
}

function send(response: ServerResponse, [status, type, body]: Answer): void {
  const chunks = typeof body === "string" ? [Buffer.from(body)] : body;
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  response.writeHead(status, { "content-type": type, "content-length": String(length), "cache-control": "no-store" });
  for (const chunk of chunks) response.write(chunk);
  response.end();
}
