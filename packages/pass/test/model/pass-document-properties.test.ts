import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PassError } from "../../src/errors.ts";
import { PassDocument } from "../../src/model/pass-document.ts";
import type { JsonPath } from "../../src/model/json.ts";

/** A text, and where every value that counts stands in it. */
interface Written {
  readonly text: string;
  readonly spans: readonly { readonly path: JsonPath; readonly start: number; readonly end: number; readonly empty: boolean }[];
}

type Tree =
  | { readonly raw: string }
  | { readonly items: readonly Tree[] }
  | { readonly members: readonly (readonly [key: string, value: Tree])[] };

const key = fc.oneof(
  fc.constantFrom("a", "b", "c", "serialNumber", "__proto__", "constructor", "", "ä\u2028"),
  fc.string({ maxLength: 6 }),
);
const raw = fc.oneof(
  fc.constantFrom(
    "12345678901234567890",
    "1.0",
    "-0",
    "1e400",
    "1E+2",
    "0.10",
    "true",
    "false",
    "null",
    '"\\u0041\\/"',
    '"\\ud800"',
    '"]},{"',
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.string({ unit: "binary", maxLength: 12 }).map((text) => JSON.stringify(text)),
);
const { tree } = fc.letrec<{ tree: Tree; object: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small" },
    raw.map((text) => ({ raw: text })),
    fc.record({ items: fc.array(tie("tree"), { maxLength: 4 }) }),
    tie("object"),
  ),
  object: fc.record({ members: fc.array(fc.tuple(key, tie("tree")), { maxLength: 5 }) }),
}));
const object = fc.record({ members: fc.array(fc.tuple(key, tree), { maxLength: 6 }) });
/** White space, and with it what is tolerated beside it. */
const space = fc.constantFrom("", "", " ", "  ", "\n", "\r\n\t", "\n  ", ' /* { " */ ', " // , ]\n", "\u00a0");
const spaces = fc.infiniteStream(space);

function write(value: Tree, gaps: Iterator<string>): Written {
  const spans: Written["spans"][number][] = [];
  let text = "";
  const gap = () => {
    text += gaps.next().value as string;
  };
  const put = (node: Tree, path: JsonPath, counts: boolean) => {
    const start = text.length;
    let empty = false;
    if ("raw" in node) {
      text += node.raw;
    } else if ("items" in node) {
      empty = node.items.length === 0;
      text += "[";
      for (const [index, item] of node.items.entries()) {
        if (index > 0) text += ",";
        gap();
        put(item, [...path, index], counts);
        gap();
      }
      text += "]";
    } else {
      empty = node.members.length === 0;
      text += "{";
      for (const [index, [name, member]] of node.members.entries()) {
        if (index > 0) text += ",";
        gap();
        text += JSON.stringify(name);
        gap();
        text += ":";
        gap();
        put(member, [...path, name], counts && node.members.findLastIndex(([other]) => other === name) === index);
        gap();
      }
      text += "}";
    }
    if (counts) spans.push({ path, start, end: text.length, empty });
  };
  gap();
  put(value, [], true);
  gap();
  return { text, spans };
}

const written = fc.tuple(object, spaces).map(([value, gaps]) => write(value, gaps[Symbol.iterator]()));
const runs = { numRuns: 300 };

function isInside(path: JsonPath, other: JsonPath): boolean {
  return other.every((step, index) => path[index] === step);
}

describe("any JSON with odd spacing, numbers and repeated keys", () => {
  test("is read with every value where it stands, and written byte for byte", () => {
    fc.assert(
      fc.property(written, ({ text, spans }) => {
        const document = PassDocument.parse(text);
        for (const { path, start, end } of spans) {
          expect(document.rawText(path)).toBe(text.slice(start, end));
          const before = text.slice(0, start).split(/\r\n|\n|\r/u);
          expect(document.position(path)).toEqual({ line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
        }
        expect(new TextDecoder().decode(document.toBytes())).toBe(text);
        const strict = document.toStrict();
        expect(JSON.parse(strict.text)).toEqual(document.data);
        expect(strict.problems.every(({ kind }) => kind === "duplicate-key")).toBe(true);
      }),
      runs,
    );
  });

  test("replacing a value changes that value's text only", () => {
    fc.assert(
      fc.property(written, fc.nat(), fc.constantFrom("new", 7, null, true), ({ text, spans }, pick, value) => {
        const span = spans[pick % spans.length]!;
        fc.pre(span.path.length > 0);
        expect(PassDocument.parse(text).set(span.path, value).text).toBe(
          text.slice(0, span.start) + JSON.stringify(value) + text.slice(span.end),
        );
      }),
      runs,
    );
  });

  test("adding a value is an insertion that leaves every other value as it was", () => {
    fc.assert(
      fc.property(written, fc.nat(), ({ text, spans }, pick) => {
        const document = PassDocument.parse(text);
        const containers = spans.filter(({ start }) => text[start] === "{" || text[start] === "[");
        const { path, empty } = containers[pick % containers.length]!;
        const container = document.get(path);
        const step = Array.isArray(container) ? container.length : "brand new";
        const edited = document.set([...path, step], { x: [1] });
        expect(edited.get([...path, step])).toEqual({ x: [1] });
        if (!empty) {
          let same = 0;
          while (same < text.length && text[same] === edited.text[same]) same++;
          expect(edited.text.endsWith(text.slice(same))).toBe(true);
        }
        for (const other of spans) {
          if (!isInside(path, other.path)) expect(edited.rawText(other.path)).toBe(document.rawText(other.path));
        }
      }),
      runs,
    );
  });

  test("removing a value removes it and leaves every other value as it was", () => {
    fc.assert(
      fc.property(written, fc.nat(), ({ text, spans }, pick) => {
        const document = PassDocument.parse(text);
        const { path } = spans[pick % spans.length]!;
        fc.pre(path.length > 0);
        const edited = document.remove(path);
        const step = path.at(-1)!;
        const parent = path.slice(0, -1);
        if (typeof step === "string") expect(edited.get(path)).toBeUndefined();
        else expect(edited.get(parent)).toEqual((document.get(parent) as unknown[]).toSpliced(step, 1));
        for (const other of spans) {
          if (isInside(other.path, path) || isInside(path, other.path)) continue;
          if (typeof step === "number" && isInside(other.path, parent)) continue;
          expect(edited.rawText(other.path)).toBe(document.rawText(other.path));
        }
      }),
      runs,
    );
  });

  test("inserting an item moves the later ones", () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 5 }), spaces, fc.nat(), (items, gaps, pick) => {
        const { text } = write({ members: [["a", { items }]] }, gaps[Symbol.iterator]());
        const document = PassDocument.parse(text);
        const index = pick % (items.length + 1);
        const edited = document.insert(["a", index], "new");
        expect(edited.get(["a"])).toEqual((document.get(["a"]) as unknown[]).toSpliced(index, 0, "new"));
        for (let old = 0; old < items.length; old++) {
          expect(edited.rawText(["a", old < index ? old : old + 1])).toBe(document.rawText(["a", old]));
        }
      }),
      runs,
    );
  });
});

describe("JSON.parse as the oracle", () => {
  test("what it reads is read the same, without a problem but repeated keys", () => {
    fc.assert(
      fc.property(fc.dictionary(key, fc.jsonValue()), fc.constantFrom(undefined, 2, "\t"), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const document = PassDocument.parse(text);
        expect(document.data).toEqual(JSON.parse(text));
        expect(document.problems).toEqual([]);
      }),
      runs,
    );
  });

  test("mutated texts: read without a problem exactly when it reads them as objects; otherwise only PassErrors", () => {
    const mutation = fc.record({
      at: fc.nat(),
      drop: fc.nat({ max: 3 }),
      add: fc.constantFrom(
        "",
        ",",
        "{",
        "}",
        "[",
        "]",
        '"',
        ":",
        "\\",
        "\\u00",
        "0",
        "-",
        ".",
        "e",
        "//",
        "/*",
        "*/",
        "\n",
        "\u0001",
        "\u00a0",
        "true",
        "'",
      ),
    });
    fc.assert(
      fc.property(written, fc.array(mutation, { minLength: 1, maxLength: 4 }), ({ text }, mutations) => {
        let mutated = text;
        for (const { at, drop, add } of mutations) {
          const place = at % (mutated.length + 1);
          mutated = mutated.slice(0, place) + add + mutated.slice(place + drop);
        }
        let strict: unknown;
        try {
          strict = JSON.parse(mutated);
        } catch {
          strict = undefined;
        }
        const isObject = typeof strict === "object" && strict !== null && !Array.isArray(strict);
        let document: PassDocument;
        try {
          document = PassDocument.parse(mutated);
        } catch (error) {
          expect(error).toBeInstanceOf(PassError);
          expect((error as PassError).code).toMatch(/^ERR_PASS_JSON_(INVALID|LIMIT)$/u);
          expect(isObject).toBe(false);
          return;
        }
        const clean = document.problems.every(({ kind }) => kind === "duplicate-key");
        expect(clean).toBe(isObject);
        if (isObject) expect(document.data).toEqual(strict);
        // A single surrogate has no UTF-8.
        expect(PassDocument.parse(document.toBytes()).text).toBe(mutated.toWellFormed());
      }),
      { numRuns: 2000 },
    );
  });

  test("any bytes: a document that gives the same bytes back, or a PassError", () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 64 }),
      fc
        .tuple(fc.uint8Array({ maxLength: 24 }), fc.uint8Array({ maxLength: 24 }))
        .map(([one, other]) => Uint8Array.of(...encode('{"a":"'), ...one, ...encode('","b":'), ...other, 0x7d)),
      fc.uint8Array({ maxLength: 24 }).map((middle) => Uint8Array.of(...encode('{"a":"'), ...middle, ...encode('"}'))),
    );
    fc.assert(
      fc.property(bytes, (input) => {
        try {
          expect(PassDocument.parse(input).toBytes()).toEqual(new Uint8Array(input));
        } catch (error) {
          if (!(error instanceof PassError)) throw error;
        }
      }),
      { numRuns: 2000 },
    );
  });
});

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
