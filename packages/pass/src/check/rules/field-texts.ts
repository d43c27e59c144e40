import { isJsonObject, type JsonPath, type JsonValue } from "../../model/json.ts";
import { clip, inPass, shown } from "../hit.ts";
import type { Hit, Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import type { CheckSubject, FieldEntry } from "../subject.ts";
import { translationsOf } from "../translations.ts";

const FRONT = new Set(["headerFields", "primaryFields", "secondaryFields", "auxiliaryFields"]);

/** Schemes that a link of a pass can open. */
const LINK_SCHEMES = new Set(["http", "https", "tel", "mailto", "sms", "maps", "facetime", "facetime-audio", "shortcuts"]);

/** Longest markup that is looked at; the rest of a longer text is left alone. */
const MARKUP_CHARACTERS = 20_000;

const ADVICE = { severity: "warning", effect: "degrades", basis: "doc", confirmed: false } as const;

/** Texts with markup, and texts that are shown when a value changes. */
export const FIELD_TEXT_RULES: readonly Rule[] = [
  {
    ...ADVICE,
    id: "change-message-escape",
    effect: "loses",
    confirmed: true,
    sources: [SOURCES.passFieldContent, SOURCES.bundleFields],
    *check(subject) {
      for (const { at, text } of textsOf(subject.fields, "changeMessage")) {
        const messages = translationsOf(subject, text);
        // Where one language has it, the others lack it: that is strings-placeholder.
        if (messages.some((message) => message.includes("%@"))) continue;
        const [bare = text] = messages;
        yield inPass(at, { value: shown(bare), suggestion: clip(`${bare.trimEnd()} %@`) });
      }
    },
  },
  {
    ...ADVICE,
    id: "change-message-many",
    basis: "inferred",
    sources: [SOURCES.bundleFields],
    *check(subject) {
      for (const { at, text } of textsOf(subject.fields, "changeMessage")) {
        for (const message of translationsOf(subject, text)) {
          const odd = oddCode(message.slice(0, MARKUP_CHARACTERS));
          if (odd === undefined) continue;
          yield inPass(at, { value: shown(message), odd });
          break;
        }
      }
    },
  },
  {
    ...ADVICE,
    id: "change-message-no-ws",
    severity: "info",
    basis: "inferred",
    sources: [SOURCES.guideUpdating, SOURCES.webService],
    *check({ pass, fields }) {
      const first = textsOf(fields, "changeMessage").next();
      if (pass["webServiceURL"] === undefined && first.done !== true) yield inPass(first.value.at);
    },
  },
  {
    ...ADVICE,
    id: "change-message-noise",
    severity: "info",
    sources: [SOURCES.design],
    *check({ fields }) {
      const count = [...textsOf(fields, "changeMessage")].length;
      const first = fields[0];
      if (first !== undefined && count >= 4 && count * 2 > fields.length)
        yield inPass([first.style], { count, total: fields.length });
    },
  },
  {
    ...ADVICE,
    id: "attributed-tags",
    sources: [SOURCES.passFieldContent, SOURCES.bundleFields],
    *check({ fields }) {
      for (const { at, text } of textsOf(fields, "attributedValue")) {
        const tag = tagsIn(text).find(({ name }) => name !== "a");
        if (tag !== undefined) yield inPass(at, { tag: tag.name });
      }
    },
  },
  {
    ...ADVICE,
    id: "attributed-href",
    basis: "inferred",
    sources: [SOURCES.passFieldContent],
    check: deadLinks,
  },
  {
    ...ADVICE,
    id: "attributed-escape",
    effect: "loses",
    sources: [SOURCES.passFieldContent],
    *check({ fields }) {
      for (const { at, text } of textsOf(fields, "attributedValue")) {
        const bare = /&(?!(?:[a-z][a-z0-9]{1,31}|#\d{1,7}|#x[0-9a-f]{1,6});)|<(?![a-z/])/iu.exec(withoutLinks(text))?.[0];
        if (bare !== undefined) yield inPass(at, { character: bare, escape: bare === "&" ? "&amp;" : "&lt;" });
      }
    },
  },
  {
    ...ADVICE,
    id: "attributed-value-fallback",
    effect: "loses",
    confirmed: true,
    sources: [SOURCES.passFieldContent],
    *check({ fields }) {
      for (const { field, path } of fields) {
        const value = field["value"];
        // A missing value is told by `field-value-required`.
        if (field["attributedValue"] !== undefined && typeof value === "string" && value.trim() === "")
          yield inPass([...path, "value"], { key: shown(field["key"]) });
      }
    },
  },
  {
    ...ADVICE,
    id: "attributed-front",
    sources: [SOURCES.design, SOURCES.bundleFields],
    *check({ fields }) {
      for (const { at, section } of textsOf(fields, "attributedValue")) {
        if (FRONT.has(section)) yield inPass(at, { section });
      }
    },
  },
  {
    ...ADVICE,
    id: "field-semantics-scope",
    severity: "info",
    basis: "inferred",
    sources: [SOURCES.passFieldContent, SOURCES.semanticTags],
    check: contradictoryTags,
  },
];

interface FieldText {
  readonly at: JsonPath;
  readonly text: string;
  readonly section: string;
}

function* textsOf(fields: readonly FieldEntry[], key: string): Generator<FieldText, undefined> {
  for (const { field, path, section } of fields) {
    const text = field[key];
    // An empty text is how generators write "none".
    if (typeof text === "string" && text !== "") yield { at: [...path, key], text: text.slice(0, MARKUP_CHARACTERS), section };
  }
}

/** What stands in a message beside one `%@`; "%%" is the percent sign itself. */
function oddCode(message: string): string | undefined {
  const codes = message.replaceAll("%%", "").match(/%(?:@|\d*\$?[@dsfiux])/gu) ?? [];
  return codes.find((code) => code !== "%@") ?? (codes.length > 1 ? "%@ more than once" : undefined);
}

interface Tag {
  readonly name: string;
  readonly attributes: string;
}

/** The opening tags of a text. Attributes end at the first `>` outside quotation marks. */
function tagsIn(text: string): readonly Tag[] {
  const tags: Tag[] = [];
  for (const match of text.matchAll(/<([a-z][a-z0-9-]{0,30})((?:"[^"]{0,4000}"|'[^']{0,4000}'|[^<>"']){0,400})>/giu)) {
    tags.push({ name: (match[1] ?? "").toLowerCase(), attributes: match[2] ?? "" });
  }
  return tags;
}

/** The text around links: what stands inside a tag follows other rules. */
function withoutLinks(text: string): string {
  return text.replaceAll(/<\/?a\b[^>]{0,4000}>/giu, " ");
}

function* deadLinks({ fields, pass }: CheckSubject): Generator<Hit> {
  const appScheme = /^([a-z][a-z0-9+.-]*):/iu.exec(typeof pass["appLaunchURL"] === "string" ? pass["appLaunchURL"] : "")?.[1];
  for (const { at, text } of textsOf(fields, "attributedValue")) {
    for (const { name, attributes } of tagsIn(text)) {
      if (name !== "a") continue;
      const href = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/iu.exec(attributes);
      const target = (href?.[1] ?? href?.[2])?.trim();
      if (target === undefined || target === "") {
        yield inPass(at, { problem: "has no href" });
        continue;
      }
      const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(target)?.[1]?.toLowerCase();
      if (scheme === undefined) yield inPass(at, { problem: `points at ${shown(target)}, which is no absolute URL` });
      else if (!LINK_SCHEMES.has(scheme) && scheme !== appScheme?.toLowerCase())
        yield inPass(at, { problem: `has the scheme "${clip(scheme)}:"` });
    }
  }
}

/** The same tag with another value at the root. Objects are compared as texts: their order is how they were written. */
function* contradictoryTags({ pass, fields }: CheckSubject): Generator<Hit> {
  const root = pass["semantics"];
  if (!isJsonObject(root)) return;
  // Each tag of the root is written out once, however many fields repeat it.
  const written = new Map<string, string>();
  const rootText = (tag: string, value: JsonValue) => {
    const text = written.get(tag) ?? JSON.stringify(value);
    written.set(tag, text);
    return text;
  };
  for (const { field, path } of fields) {
    const own = field["semantics"];
    if (!isJsonObject(own)) continue;
    for (const [tag, value] of Object.entries(own)) {
      const other = Object.hasOwn(root, tag) ? root[tag] : undefined;
      if (other === undefined || rootText(tag, other) === JSON.stringify(value)) continue;
      yield inPass([...path, "semantics", tag], { tag: clip(tag) });
    }
  }
}
