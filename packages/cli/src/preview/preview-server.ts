import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { UsageError } from "../exit-code.ts";
import { FACES } from "../render/draw-face.ts";
import type { FacePictures } from "./face-pictures.ts";
import { createPage, type Page } from "./page.ts";
import { toFaceState, toPageState } from "./page-state.ts";
import type { PreviewState } from "./preview-state.ts";
import { parseViewOptions, type ViewStart } from "./view-options.ts";

/** The page, served to this machine. */
export interface PreviewServer {
  readonly url: string;
  close(): void;
}

export interface PreviewServerOptions {
  /** 0: any that is free. */
  readonly port: number;
  /** How the person called the folder. */
  readonly name: string;
  /** Languages that were asked for by name. */
  readonly locales: readonly string[];
  readonly start: ViewStart;
  readonly state: PreviewState;
  readonly pictures: FacePictures;
}

/** Milliseconds between signs of life on a stream of events. */
const HEARTBEAT_MS = 15_000;
/** Pages that may be open at once. */
const MAX_STREAMS = 64;

/**
 * Serves the page on the loopback alone. Other pages in a browser on this machine must not read a pass that is being made:
 * a request has to name the server by its own address (a name that leads here, "DNS rebinding", is another), and what the
 * browser says comes from another site is refused, but for opening the page itself.
 *
 * @throws {UsageError} when the port is taken.
 */
export async function startPreviewServer({ port, ...shown }: PreviewServerOptions): Promise<PreviewServer> {
  const page = createPage();
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 10_000 }, (request, response) => {
    void answer({ request, response, page, ...shown, port: portOf(server) }).catch((error: unknown) => {
      if (!response.headersSent)
        send(response, 500, "text/plain; charset=utf-8", `${error instanceof Error ? error.message : String(error)}\n`);
      else response.destroy();
    });
  });
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  } catch (error) {
    throw new UsageError(`--port ${port} cannot be listened at`, "Name another, or leave it out for any that is free.", {
      cause: error,
    });
  }
  return {
    url: `http://127.0.0.1:${portOf(server)}/`,
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

interface Exchange extends Omit<PreviewServerOptions, "port"> {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly page: Page;
  readonly port: number;
}

async function answer(exchange: Exchange): Promise<void> {
  const { request, response, page, name, locales, start, state, pictures, port } = exchange;
  const refuse = (status: number, text: string): void => send(response, status, "text/plain; charset=utf-8", `${text}\n`);
  if (!isOwnHost(request, port)) return refuse(421, "This is not the address of the preview.");
  const url = URL.parse(request.url ?? "", `http://127.0.0.1:${port}`);
  if (url === null || url.host !== `127.0.0.1:${port}`) return refuse(400, "No such page.");
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "Only GET and HEAD.");
  if (url.pathname !== "/" && isFromElsewhere(request)) return refuse(403, "Not for other pages.");
  if (url.pathname === "/") {
    response.setHeader("content-security-policy", page.policy);
    return send(response, 200, "text/html; charset=utf-8", page.html);
  }
  if (url.pathname === "/events") return stream(request, response, state);
  if (url.pathname === "/state") return sendJson(response, toPageState(name, state.view, locales, start));
  const view = parseViewOptions(url.searchParams);
  if (view === null) return refuse(400, "No such view.");
  if (url.pathname === "/faces") {
    const { version } = state.view;
    const faces = await pictures.drawAll(view);
    return sendJson(response, { version, faces: faces.map((picture) => toFaceState(picture, version, view)) });
  }
  const face = FACES.find((known) => url.pathname === `/picture/${known}.svg`);
  const picture = face === undefined ? null : await pictures.draw(face, view);
  if (picture === null || "problem" in picture) return refuse(404, "There is nothing here.");
  // By itself in a window, a picture is a document of this origin: it may do nothing there.
  response.setHeader("content-security-policy", "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox");
  send(response, 200, "image/svg+xml", picture.svg);
}

function isOwnHost({ headers }: IncomingMessage, port: number): boolean {
  return headers.host === `127.0.0.1:${port}` || headers.host === `localhost:${port}`;
}

/** Browsers say where a request comes from (Fetch Metadata, W3C); other programs say nothing. */
function isFromElsewhere({ headers }: IncomingMessage): boolean {
  const site = headers["sec-fetch-site"];
  return site !== undefined && site !== "same-origin" && site !== "none";
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response
    .writeHead(status, {
      "content-type": type,
      "content-length": Buffer.byteLength(body),
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-resource-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
    })
    .end(response.req.method === "HEAD" ? undefined : body);
}

function sendJson(response: ServerResponse, value: unknown): void {
  send(response, 200, "application/json", JSON.stringify(value));
}

/** Server-sent events: the version at once and at each change, so that a page that was cut off knows what it missed. */
function stream(request: IncomingMessage, response: ServerResponse, state: PreviewState): void {
  if (state.listeners >= MAX_STREAMS) return send(response, 503, "text/plain; charset=utf-8", "Too many pages are open.\n");
  response.writeHead(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  const tell = (version: number): void => void response.write(`event: version\ndata: ${version}\n\n`);
  const heartbeat = setInterval(() => response.write(":\n\n"), HEARTBEAT_MS);
  const stop = state.listen(tell);
  response.once("close", () => {
    clearInterval(heartbeat);
    stop();
  });
  if (request.method === "HEAD") response.end();
  else tell(state.view.version);
}
