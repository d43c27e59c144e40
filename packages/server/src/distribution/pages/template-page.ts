import { html, type Markup, type Part } from "./html.ts";
import type { DeviceKind } from "./device-kind.ts";
import { type FieldFault, type FormEntries, type FormField, formFields } from "./input-form.ts";
import { fromLine, type PageContent, pageHeader } from "./page-frame.ts";
import type { PageWords } from "./page-words.ts";

/** What the page is made of on which a pass is made: of a template's link, or of a signed one. */
export interface TemplatePageOptions {
  readonly title: string;
  readonly description: string | null;
  readonly organization: string;
  readonly words: PageWords;
  readonly device: DeviceKind;
  /** With its question mark, or empty. */
  readonly query: string;
  readonly fields: readonly FormField[];
  readonly entries: FormEntries;
  readonly faults: ReadonlyMap<string, FieldFault>;
  /** Tells a form that is sent twice from two forms; null where the address does. */
  readonly once: string | null;
}

/**
 * A page with one button. The pass is made by the form, never by looking: programs that show a preview of every address they see
 * would make one each.
 */
export function templatePage(options: TemplatePageOptions): PageContent {
  const { title, description, organization, words, fields, entries, faults, once, query } = options;
  const hidden = once === null ? null : html`<input type="hidden" name="once" value="${once}" />`;
  const asked = formFields(fields, entries, faults, words);
  const complaint = faults.size === 0 ? null : html`<p class="bad" role="alert">${words.checkForm}</p>`;
  const about = description === null ? null : html`<p class="quiet" dir="auto">${description}</p>`;
  const form =
    fields.length === 0
      ? html`<section>
          ${about}
          <form class="bare" method="post" action="${query === "" ? "?" : query}">
            ${hidden}
            <div class="acts">${buttons(options)}</div>
          </form>
          <p class="quiet">${words.getPassHint}</p>
        </section>`
      : html`<section>
          ${about}
          <h2>${words.fillIn}</h2>
          ${complaint}
          <form method="post" action="${query === "" ? "?" : query}">${hidden}${asked}${buttons(options)}</form>
        </section>`;
  return { title, main: [pageHeader(title, fromLine(words.from, organization)), form] };
}

/** On an iPhone the first tap shows the pass itself. */
function buttons({ device, words }: TemplatePageOptions): readonly Part[] {
  const straight: Markup = html`<button class="act" type="submit" name="show" value="pass">${words.addToAppleWallet}</button>`;
  const page = (style: string) => html`<button class="${style}" type="submit" name="show" value="page">${words.getPass}</button>`;
  return device === "iphone" ? [straight, page("act second")] : [page("act")];
}
