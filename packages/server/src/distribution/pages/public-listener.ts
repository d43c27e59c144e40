import type { IncomingMessage, ServerResponse } from "node:http";
import { ApiProblem } from "../../api/api-problem.ts";
import { createRateLimiter, rateKeyOf } from "../../device-service/rate-limiter.ts";
import { clientAddressOf } from "../../http/client-address.ts";
import type { HttpListener } from "../../http/device-listener.ts";
import { HTTP_LIMITS } from "../../http/http-limits.ts";
import { readRequestBody } from "../../http/read-request-body.ts";
import { splitTarget } from "../../http/request-target.ts";
import { requestIdOf } from "../../logging/request-id.ts";
import { StorageError } from "../../storage/storage-error.ts";
import { hashLinkToken, isLinkToken } from "../links/link-token.ts";
import { MINTS, PAGES } from "../links/public-address.ts";
import { answerMint } from "./answer-mint.ts";
import { answerPassFile, answerPassPage, isPassLink, PASS_FILES, type PassFile } from "./answer-pass.ts";
import { answerTemplateLink, isTemplateLink } from "./answer-template.ts";
import { chooseLanguages } from "./choose-language.ts";
import { NOTICES, noticePage, PageNotice } from "./notice-page.ts";
import type { PageContext } from "./page-context.ts";
import { framePage } from "./page-frame.ts";
import type { PageAnswer, PageRequest } from "./page-request.ts";
import { LANGUAGES } from "./page-words.ts";
import { PICTURE_POLICY } from "./page-style.ts";
import { type PageSending, sendAnswer } from "./send-answer.ts";

/** How often one visitor may come. */
export interface PageRates {
  /** Pages and files at once, and in a second for long. */
  readonly visitorBurst: number;
  readonly visitorPerSecond: number;
  /** Passes that are made. */
  readonly makingBurst: number;
  readonly makingPerSecond: number;
  /** Passes that are made through one link, by whomever. */
  readonly linkBurst: number;
  readonly linkPerSecond: number;
}

export const PAGE_RATES: PageRates = {
  visitorBurst: 300,
  visitorPerSecond: 20,
  makingBurst: 30,
  makingPerSecond: 0.5,
  linkBurst: 300,
  linkPerSecond: 10,
};

const FORM_BYTES = 64 * 1024;
/** Parts of a form that are read. */
const FORM_ENTRIES = 100;

/** Puts public pages onto a server: `/p/TOKEN` and what stands below it, `/m/SIGNED`. */
export function createPublicListener(
  context: PageContext,
  options: { readonly basePath: string; readonly trustedProxies: number; readonly rates?: Partial<PageRates> },
): HttpListener {
  const { basePath, trustedProxies } = options;
  const { clock, log, storage } = context;
  const rates = { ...PAGE_RATES, ...options.rates };
  const keys = 10_000;
  const visitors = createRateLimiter({ burst: rates.visitorBurst, perSecond: rates.visitorPerSecond, keys, clock });
  const makers = createRateLimiter({ burst: rates.makingBurst, perSecond: rates.makingPerSecond, keys, clock });
  const links = createRateLimiter({ burst: rates.linkBurst, perSecond: rates.linkPerSecond, keys, clock });

  async function answer(request: PageRequest, steps: readonly string[]): Promise<PageAnswer> {
    holdBack(visitors.take(request.visitor));
    const [root, token = "", file, ...more] = steps;
    if (more.length > 0) throw new PageNotice("not-found");
    if (`/${root}` === MINTS) {
      if (file !== undefined) throw new PageNotice("not-found");
      if (request.method === "POST") holdBackMaking(request, token);
      return answerMint(context, request, token);
    }
    if (token === "-") return answerBadge(file ?? "");
    const link = isLinkToken(token) ? await storage.distribution.findLink(hashLinkToken(token)) : undefined;
    if (link === undefined) throw new PageNotice("not-found");
    if (isPassLink(link)) {
      if (request.method === "POST") throw new PageNotice("not-found");
      if (file === undefined) return answerPassPage(context, request, { link, token });
      if (isPassFile(file)) return answerPassFile(context, request, { link, file });
    } else if (isTemplateLink(link) && file === undefined) {
      if (request.method === "POST") holdBackMaking(request, link.id);
      return answerTemplateLink(context, request, link);
    }
    throw new PageNotice("not-found");
  }

  function holdBackMaking({ visitor, headers }: PageRequest, link: string): void {
    // A form on somebody else's page, sent by a visitor who sees nothing of it.
    const site = headers["sec-fetch-site"];
    if (site !== undefined && site !== "same-origin" && site !== "none") throw new PageNotice("not-found");
    holdBack(makers.take(visitor));
    holdBack(links.take(link));
  }

  function answerBadge(fileName: string): PageAnswer {
    const badge = context.badges.file(fileName);
    if (badge === undefined) throw new PageNotice("not-found");
    const { type, bytes } = badge;
    const headers = ["content-security-policy", PICTURE_POLICY, "cache-control", "public, max-age=86400"];
    return { kind: "file", type, chunks: [bytes], size: bytes.length, modifiedAt: 0, headers };
  }

  /** Never rejects. */
  async function serve(incoming: IncomingMessage, response: ServerResponse, path: string, search: string): Promise<void> {
    const started = performance.now();
    const id = requestIdOf(incoming.headers["x-request-id"]);
    const { headers } = incoming;
    const languages = chooseLanguages(readLanguage(search), headers["accept-language"]);
    let sending: PageSending = { answer: notice("failed", languages.page), method: "GET", language: languages.page };
    try {
      const method = readMethod(incoming.method);
      const visitor = rateKeyOf(clientAddressOf(incoming, trustedProxies));
      const entries = method === "POST" ? await readEntries(incoming) : new Map<string, string>();
      const request = { id, method, headers, languages, visitor, entries };
      sending = { ...sending, method, answer: await answer(request, path.slice(1).split("/")) };
    } catch (error) {
      const refusal = toNotice(error);
      if (refusal.notice === "failed") log.error("public page failed", { requestId: id, error });
      sending = { ...sending, answer: notice(refusal.notice, languages.page, refusal.retryAfter) };
    }
    let status = 0;
    try {
      status = sendAnswer(incoming, response, id, sending);
    } catch {
      // The connection is gone; nobody is there to be told.
      response.destroy();
    }
    const { kind } = sending.answer;
    // Not the path: whoever has it has the pass.
    log.info("public page", { requestId: id, kind, status, ms: Math.round(performance.now() - started) });
  }

  return (request, response) => {
    const { path, search } = splitTarget(request.url ?? "");
    const local = path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : "";
    if (!local.startsWith(`${PAGES}/`) && !local.startsWith(`${MINTS}/`)) return false;
    void serve(request, response, local, search);
    return true;
  };
}

function notice(name: keyof typeof NOTICES, language: keyof typeof LANGUAGES, retryAfter: number | null = null): PageAnswer {
  const { status } = NOTICES[name];
  const page = framePage(language, noticePage(name, LANGUAGES[language].words));
  const headers = retryAfter === null ? [] : ["retry-after", String(retryAfter)];
  // The same for every address, whatever stands there (RFC 9110 §15.5.6).
  if (name === "wrong-method") headers.push("allow", "GET, HEAD, POST");
  return { kind: "page", status, page, headers };
}

function toNotice(error: unknown): PageNotice {
  if (error instanceof PageNotice) return error;
  // What values of a link no longer fit is for its issuer to mend; a visitor can only ask for a new one.
  if (error instanceof ApiProblem && (error.problem === "invalid-values" || error.problem === "no-certificate")) {
    return new PageNotice("ended");
  }
  if (error instanceof StorageError && error.code === "ERR_STORAGE_UNAVAILABLE") return new PageNotice("unavailable", 10);
  return new PageNotice("failed");
}

function holdBack(waitMs: number): void {
  if (waitMs > 0) throw new PageNotice("too-many", Math.ceil(waitMs / 1000));
}

function readMethod(method: string | undefined): "GET" | "HEAD" | "POST" {
  if (method === "GET" || method === "HEAD" || method === "POST") return method;
  throw new PageNotice("wrong-method");
}

function readLanguage(search: string): string | null {
  return new URLSearchParams(search.slice(0, 1000)).get("lang");
}

function isPassFile(file: string): file is PassFile {
  return PASS_FILES.some((known) => known === file);
}

async function readEntries(request: IncomingMessage): Promise<ReadonlyMap<string, string>> {
  const isForm = /^application\/x-www-form-urlencoded\s*(?:;|$)/iu.test(request.headers["content-type"] ?? "");
  const reading = await readRequestBody(request, FORM_BYTES, HTTP_LIMITS.drainBytes);
  if (!isForm || reading.kind !== "read") throw new PageNotice("not-found");
  const entries = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(new TextDecoder().decode(reading.bytes))) {
    if (entries.size >= FORM_ENTRIES) break;
    // The first counts, as it is shown.
    if (!entries.has(name)) entries.set(name, value);
  }
  return entries;
}
