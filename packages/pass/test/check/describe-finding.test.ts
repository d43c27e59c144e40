import { describe, expect, test } from "vitest";
import { describeFinding, formatWhere } from "../../src/check/describe-finding.ts";
import { EN } from "../../src/check/messages/en.ts";
import type { Finding } from "../../src/check/rule.ts";

const finding = (rule: string, params: Finding["params"] = {}): Finding => ({
  rule,
  severity: "error",
  effect: "loses",
  where: {},
  params,
});

describe("a finding in words", () => {
  test("has the values of the case", () => {
    expect(describeFinding(finding("cert-uid", { value: '"pass.a"', certificate: '"pass.b"' })).message).toBe(
      'passTypeIdentifier is "pass.a"; the certificate is for "pass.b".',
    );
  });

  test("is grammatical for one as for many", () => {
    const unused = (count: number, keys: string) => describeFinding(finding("strings-unused", { count, keys })).message;
    expect(unused(1, '"a"')).toBe('What is translated is no text of pass.json: "a" (1 in all).');
    expect(unused(9, '"a", "b" …')).toBe('What is translated is no text of pass.json: "a", "b" … (9 in all).');
    const missing = { folder: "de.lproj", other: "en.lproj", count: 1, keys: '"a"' };
    expect(describeFinding(finding("strings-missing", missing)).message).toBe(
      'de.lproj lacks what en.lproj translates: "a" (1 in all).',
    );
  });

  test("can be told in other languages, and by its id where a language lacks it", () => {
    const words = { "json-bom": { message: "Byte-Order-Mark", device: "…", why: "…", fix: "…" } };
    expect(describeFinding(finding("json-bom"), words).message).toBe("Byte-Order-Mark");
    expect(describeFinding(finding("json-utf8"), words)).toEqual({ message: "json-utf8", device: "", why: "", fix: "" });
    expect(describeFinding(finding("constructor"), words).message).toBe("constructor");
  });

  test("does not fill in a placeholder that stands in a value", () => {
    const words = { r: { message: "{a} {b} {c}", device: "", why: "", fix: "" } };
    expect(describeFinding(finding("r", { a: "{b}", b: 1 }), words).message).toBe("{b} 1 {c}");
  });

  test("shows control characters, bidirectional overrides and lone surrogates instead of passing them on", () => {
    const words = { r: { message: "{a}", device: "", why: "", fix: "" } };
    const text = "\u001b[31m\u202eevil\u2069\u0000\n\ud800\u2028";
    expect(describeFinding(finding("r", { a: text }), words).message).toBe(
      "\\u{1b}[31m\\u{202e}evil\\u{2069}\\u{0}\\u{a}\\u{d800}\\u{2028}",
    );
    expect(formatWhere({ file: "a\u001b[2J.png" })).toBe("a\\u{1b}[2J.png");
    expect(describeFinding(finding("r", { a: "Zoë 👩🏽‍💻 مرحبا" }), words).message).toBe("Zoë 👩🏽‍💻 مرحبا");
  });

  test("names its place as far as it is known", () => {
    expect(formatWhere({})).toBe("");
    expect(formatWhere({ file: "icon.png" })).toBe("icon.png");
    expect(formatWhere({ file: "pass.json", path: ["generic", "primaryFields", 0, "a/b"], line: 3, column: 7 })).toBe(
      "pass.json /generic/primaryFields/0/a~1b (line 3, column 7)",
    );
    expect(formatWhere({ file: "pass.strings", line: 3 })).toBe("pass.strings (line 3)");
  });
});

test("every English text is a sentence without double spaces", () => {
  for (const [id, words] of Object.entries(EN)) {
    for (const [part, text] of Object.entries(words)) {
      expect(text, `${id} ${part}`).toBe(text.trim().replaceAll(/ {2,}/gu, " "));
      expect(text, `${id} ${part}`).toMatch(/[.?!:)}\]\w…"/]$/u);
    }
  }
});
