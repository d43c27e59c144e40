import type { Delivery, DeliveryRedirect } from "@passwright/pass";
import { UsageError } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { VERSION } from "../version.ts";
import { causeOf, isTimeout } from "./network-cause.ts";
import { MAX_INPUT_BYTES } from "./read-input.ts";

/** A pass as it came over the network; `content` of the delivery is for whoever looks into the bytes. */
export interface FetchedPass {
  readonly bytes: Uint8Array;
  readonly delivery: Omit<Delivery, "content">;
}

/** Redirects that are followed; a device follows about twenty, and nobody needs more than a few. */
const MAX_REDIRECTS = 10;
/** Milliseconds for one request and its body. */
const TIMEOUT_MS = 30_000;

const REDIRECT_STATUSES: ReadonlySet<number> = /* @__PURE__ */ new Set([301, 302, 303, 307, 308]);
/** Statuses by which a server says that it does not take GET here. */
const NOT_BY_GET: ReadonlySet<number> = /* @__PURE__ */ new Set([405, 501]);

const HEADERS: Readonly<Record<string, string>> = {
  accept: "application/vnd.apple.pkpass, application/vnd.apple.pkpasses, */*;q=0.5",
  "user-agent": `passwright/${VERSION}`,
};

/**
 * Downloads a pass as a client without cookies does, and notes how it was served. Redirects are followed here, one by one, so
 * that each is told; only to web addresses, so that no server can make this read `file:` or `data:`. HEAD is asked for, too,
 * and POST where the server says that it does not take GET.
 *
 * @throws {UsageError} when nothing can be fetched at all: no such host, no connection, no time left, too large.
 */
export async function fetchPass(io: Io, address: string): Promise<FetchedPass> {
  let url = parseAddress(address);
  const redirects: DeliveryRedirect[] = [];
  for (;;) {
    const response = await request(io, url, "GET");
    const location = REDIRECT_STATUSES.has(response.status) ? resolveLocation(response, url) : null;
    if (location === null || redirects.length === MAX_REDIRECTS) return finish(io, { address, url, redirects, response });
    await response.body?.cancel();
    redirects.push({ url: url.href, status: response.status, location: location.href });
    url = location;
  }
}

interface LastAnswer {
  readonly address: string;
  readonly url: URL;
  readonly redirects: readonly DeliveryRedirect[];
  readonly response: Response;
}

async function finish(io: Io, { address, url, redirects, response }: LastAnswer): Promise<FetchedPass> {
  const own = await readBody(response, url);
  const delivery = { url: address, redirects, status: response.status, headers: Object.fromEntries(response.headers) };
  if (!NOT_BY_GET.has(response.status)) {
    const head = await statusOf(io, url, "HEAD");
    return { bytes: own, delivery: { ...delivery, length: own.length, ...(head === null ? {} : { methods: { HEAD: head } }) } };
  }
  // What GET refuses, POST may give: the pass can be checked then, and the server's fault be named.
  const posted = await request(io, url, "POST").catch(() => null);
  if (posted === null) return { bytes: own, delivery: { ...delivery, length: own.length } };
  const bytes = await readBody(posted, url);
  const methods = { POST: posted.status };
  return posted.status === 200
    ? { bytes, delivery: { ...delivery, headers: Object.fromEntries(posted.headers), length: bytes.length, methods } }
    : { bytes: own, delivery: { ...delivery, length: own.length, methods } };
}

function parseAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null) throw new UsageError(`${address} is no web address`);
  if (url.username !== "" || url.password !== "")
    throw new UsageError(
      "a web address with a user name or password in it is not fetched",
      "Passes are fetched without a session: leave them out.",
    );
  return url;
}

function resolveLocation(response: Response, base: URL): URL | null {
  const text = response.headers.get("location");
  if (text === null || !URL.canParse(text, base)) return null;
  const target = new URL(text, base);
  return target.protocol === "http:" || target.protocol === "https:" ? target : null;
}

async function request(io: Io, url: URL, method: "GET" | "HEAD" | "POST"): Promise<Response> {
  try {
    const signal = AbortSignal.any([io.signal, AbortSignal.timeout(TIMEOUT_MS)]);
    return await io.fetch(url, { method, headers: HEADERS, redirect: "manual", signal });
  } catch (error) {
    if (io.signal.aborted) throw error;
    throw new UsageError(`${url.href} cannot be fetched: ${causeOf(error, TIMEOUT_MS)}`, undefined, { cause: error });
  }
}

async function statusOf(io: Io, url: URL, method: "HEAD"): Promise<number | null> {
  const response = await request(io, url, method).catch((error: unknown) => {
    if (io.signal.aborted) throw error;
    return null;
  });
  await response?.body?.cancel();
  return response?.status ?? null;
}

/** The body, as far as it came: a server that announces more than it sends is a fault of the delivery, not of this program. */
async function readBody(response: Response, url: URL): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body ?? []) {
      length += chunk.length;
      if (length > MAX_INPUT_BYTES) throw new UsageError(`${url.href}: larger than any pass (limit ${MAX_INPUT_BYTES} bytes)`);
      chunks.push(chunk);
    }
  } catch (error) {
    const isCutOff = Number(response.headers.get("content-length")) > length && !(error instanceof UsageError) && !isTimeout(error);
    if (!isCutOff)
      throw error instanceof UsageError
        ? error
        : new UsageError(`${url.href}: the download broke off: ${causeOf(error, TIMEOUT_MS)}`, undefined, { cause: error });
  }
  return new Uint8Array(Buffer.concat(chunks));
}
