import type { WalletBadge } from "./artwork.ts";
import type { DeviceKind } from "./device-kind.ts";
import { html, type Markup, type Part, trustedMarkup } from "./html.ts";
import { fromLine, type PageContent, pageHeader } from "./page-frame.ts";
import type { PageWords } from "./page-words.ts";

/** A pass as its page shows it. */
export interface ShownPass {
  /** "Boarding pass: Aerolines, Flight to Vienna". */
  readonly title: string;
  /** What of it is not said elsewhere: "Flight to Vienna". */
  readonly heading: string;
  readonly organization: string;
  readonly lines: readonly string[];
  /** BCP 47 tag of its texts. */
  readonly language: string;
  /** Of the picture, in points. */
  readonly width: number;
  readonly height: number;
  /** Whether empty frames stand in it for letters that no font at hand has. */
  readonly hasFrames: boolean;
}

/** What the page of a pass is made of. Addresses of files begin behind that of the page. */
export interface PassPageOptions {
  readonly shown: ShownPass;
  readonly words: PageWords;
  readonly device: DeviceKind;
  readonly isInsideApp: boolean;
  /** Last step of the page's path: files stand below it. */
  readonly base: string;
  /** With its question mark, or empty. */
  readonly query: string;
  readonly badge: WalletBadge | null;
  readonly googleWallet: string | null;
  readonly qr: Markup | null;
}

/** Ways to the pass; every page has all of them, the device decides which stand first. */
interface Ways {
  readonly apple: Markup;
  readonly file: Markup;
  readonly google: Markup | null;
  readonly pdf: Markup;
  readonly scan: Markup | null;
}

/** The page of a pass, for one kind of device. */
export function passPage(options: PassPageOptions): PageContent {
  const { shown, words, base, query } = options;
  const first = waysFirst(options, toWays(options, "act"));
  const other = waysOther(options, toWays(options, "act second"));
  const picture = html`<img
    class="pass"
    src="${base}/pass.svg${query}"
    width="${shown.width}"
    height="${shown.height}"
    alt="${[shown.title, ...shown.lines].join("\n")}"
    lang="${shown.language}"
  />`;
  const lines = shown.lines.map((line) => html`<li dir="auto">${line}</li>`);
  return {
    title: shown.title,
    main: [
      pageHeader(shown.heading, fromLine(words.from, shown.organization), shown.language),
      picture,
      shown.hasFrames ? html`<p class="quiet note">${words.pictureLacks}</p>` : null,
      first,
      other,
      lines.length === 0
        ? null
        : html`<details${trustedMarkup(shown.hasFrames ? " open" : "")}>
            <summary>${words.passAsText}</summary>
            <ul class="text" lang="${shown.language}">
              ${lines}
            </ul>
          </details>`,
    ],
    foot: html`<p class="quiet">${words.keepPrivate}</p>`,
  };
}

function toWays({ words, base, query, badge, googleWallet, qr }: PassPageOptions, style: string): Ways {
  const link = (file: string, text: string) => html`<a class="${style}" href="${base}/${file}${query}" rel="nofollow">${text}</a>`;
  // Apple's artwork is shown as it is, or not at all: a button of ours does not look like it.
  const apple =
    badge === null
      ? link("pass.pkpass", words.addToAppleWallet)
      : html`<a class="badge" href="${base}/pass.pkpass${query}" rel="nofollow"
          ><img src="${badge.address}" width="${badge.width}" height="${badge.height}" alt="${words.addToAppleWallet}"
        /></a>`;
  return {
    apple,
    file: link("pass.pkpass", words.downloadPass),
    google: googleWallet === null ? null : html`<a class="${style}" href="${googleWallet}">${words.addToGoogleWallet}</a>`,
    pdf: link("pass.pdf", words.printPdf),
    scan:
      qr === null
        ? null
        : html`<section class="scan">
            ${qr}
            <div>
              <h2>${words.scanTitle}</h2>
              <p class="quiet">${words.scanHint}</p>
            </div>
          </section>`,
  };
}

function waysFirst({ device, words, isInsideApp }: PassPageOptions, ways: Ways): Part {
  const hint = (text: string) => html`<p class="quiet">${text}</p>`;
  switch (device) {
    case "iphone":
      return html`<div class="acts">${ways.apple}${isInsideApp ? hint(words.openInSafari) : null}</div>`;
    case "mac":
      return [html`<div class="acts">${ways.apple}</div>`, ways.scan];
    case "android":
      return html`<div class="acts">${ways.google}${ways.google === null ? [ways.file, hint(words.openInWalletApp)] : null}</div>`;
    case "other":
      return [ways.scan, html`<div class="acts">${ways.pdf}</div>`];
    default:
      return device satisfies never;
  }
}

function waysOther({ device, words }: PassPageOptions, ways: Ways): Markup {
  const rest: Readonly<Record<DeviceKind, readonly Part[]>> = {
    iphone: [ways.google, ways.pdf],
    mac: [ways.google, ways.pdf],
    android: [ways.apple, ways.google === null ? null : ways.file, ways.pdf],
    other: [ways.apple, ways.google, ways.file],
  };
  const scan = device === "iphone" || device === "android" ? ways.scan : null;
  return html`<details>
    <summary>${words.otherDevices}</summary>
    <div class="acts">${rest[device]}</div>
    ${scan}
  </details>`;
}
