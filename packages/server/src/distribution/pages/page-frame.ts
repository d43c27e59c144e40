import { html, type Markup, type Part, trustedMarkup } from "./html.ts";
import { PAGE_STYLE } from "./page-style.ts";
import { LANGUAGES, type LanguageTag } from "./page-words.ts";

/** A page: its title and what stands in it. */
export interface PageContent {
  readonly title: string;
  readonly main: Part;
  /** Beneath the page, above the languages. */
  readonly foot?: Part;
}

/** Whole and to the byte: the policy of the page names its digest. */
const STYLE = trustedMarkup(`<style>${PAGE_STYLE}</style>`);

/** A whole page in one of our languages. Its addresses are relative: none is taken from the request. */
export function framePage(language: LanguageTag, { title, main, foot = null }: PageContent): string {
  const { direction, words } = LANGUAGES[language];
  const page = html`<!doctype html>
    <html lang="${language}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>${title}</title>
        ${STYLE}
      </head>
      <body>
        <main>${main}</main>
        <footer>${foot}${languageList(language, words.language)}</footer>
      </body>
    </html>`;
  return page.markup;
}

function languageList(current: LanguageTag, label: string): Markup {
  const items = Object.entries(LANGUAGES).map(([tag, { name, direction }]) =>
    tag === current
      ? html`<li><span lang="${tag}" dir="${direction}" aria-current="true">${name}</span></li>`
      : html`<li><a href="?lang=${tag}" lang="${tag}" dir="${direction}" hreflang="${tag}">${name}</a></li>`,
  );
  return html`<nav aria-label="${label}">
    <ul>
      ${items}
    </ul>
  </nav>`;
}

/** Name of the page, and whose it is. Texts of passes are in a language of their own and may run the other way. */
export function pageHeader(title: string, from: Part, language?: string): Markup {
  const heading = language === undefined ? html`<h1>${title}</h1>` : html`<h1 lang="${language}" dir="auto">${title}</h1>`;
  return html`<header>${heading}${from === null ? null : html`<p class="quiet">${from}</p>`}</header>`;
}

/** `From {name}` with the name set apart, for it may run the other way. */
export function fromLine(text: string, name: string): Part {
  const [before = "", after = ""] = text.split("{name}");
  return name === "" ? null : [before, html`<bdi>${name}</bdi>`, after];
}
