import type { PageContent } from "./page-frame.ts";
import { pageHeader } from "./page-frame.ts";
import { html } from "./html.ts";
import type { PageWords } from "./page-words.ts";

/** Pages that say why there is nothing else: each with its status. */
export const NOTICES = {
  "not-found": { status: 404, title: "notFoundTitle", text: "notFound" },
  "wrong-method": { status: 405, title: "notFoundTitle", text: "notFound" },
  ended: { status: 410, title: "endedTitle", text: "ended" },
  voided: { status: 410, title: "voidedTitle", text: "voided" },
  expired: { status: 410, title: "expiredTitle", text: "expired" },
  "too-many": { status: 429, title: "tooManyTitle", text: "tooMany" },
  unavailable: { status: 503, title: "tooManyTitle", text: "failed" },
  failed: { status: 500, title: "failedTitle", text: "failed" },
} as const satisfies Readonly<
  Record<string, { readonly status: number; readonly title: keyof PageWords; readonly text: keyof PageWords }>
>;

export type NoticeName = keyof typeof NOTICES;

/** Ends a request with one of the pages. */
export class PageNotice extends Error {
  override readonly name = "PageNotice";
  readonly notice: NoticeName;
  /** Seconds after which to come again. */
  readonly retryAfter: number | null;

  constructor(notice: NoticeName, retryAfter: number | null = null) {
    super(notice);
    this.notice = notice;
    this.retryAfter = retryAfter;
  }
}

export function noticePage(notice: NoticeName, words: PageWords): PageContent {
  const { title, text } = NOTICES[notice];
  return { title: words[title], main: [pageHeader(words[title], null), html`<section><p>${words[text]}</p></section>`] };
}
