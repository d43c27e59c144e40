import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseAttributedValue } from "../../src/back/markup/parse-attributed-value.ts";

function textOf(source: string): string {
  return parseAttributedValue(source)
    .parts.map(({ text, href }) => (href === null ? text : `[${text}](${href})`))
    .join("");
}

test.each([
  ["plain", "plain"],
  ["a <a href='https://e.com/'>link</a> b", "a [link](https://e.com/) b"],
  ['<a class="x" href="https://e.com/?a=1&amp;b=2">link</a>', "[link](https://e.com/?a=1&b=2)"],
  ["<A HREF=https://e.com/>link</A>", "[link](https://e.com/)"],
  ["<a href = 'x'>y</a>", "[y](x)"],
  ["<a>no target</a>", "no target"],
  ["<a data-href='x'>y</a>", "y"],
  ["<a href='&#106;avascript:1'>y</a>", "[y](javascript:1)"],
  ["<b>bold</b> <i>it</i>", "bold it"],
  ["one<br>two<br/>three", "onetwothree"],
  ["x <script>alert(1)</script> y", "x  y"],
  ["<style>a{}</style>y", "y"],
  ["<script>never closed", ""],
  ["<!-- hidden -->seen", "seen"],
  ["1 < 2 &lt; 3 &amp; 4 > 3", "1 < 2 < 3 & 4 > 3"],
  ["&copy; &#169; &#xA9; &nbsp;|&#0;&#x110000;", "&copy; © © \u00a0|&#0;&#x110000;"],
  ["<a href='x'>one <b>two</b> three</a>", "[one ](x)[two](x)[ three](x)"],
  ["<a href='x'>one<a href='y'>two</a>three", "[one](x)[two](y)three"],
  ["<a href='x'>open", "[open](x)"],
  ["line\nbreak", "line\nbreak"],
  ["<a href='never closed", "<a href='never closed"],
])("%s reads as %s", (source, expected) => {
  expect(textOf(source)).toBe(expected);
});

test("tags that mean nothing are named once", () => {
  expect(parseAttributedValue("<b>a</b><B>b</B><p>c</p><a href='x'>d</a>").ignored).toEqual(["b", "p"]);
});

test("no text makes the reader fail, and none of it becomes longer", () => {
  const piece = fc.constantFrom(
    "<a ",
    "href=",
    "'",
    '"',
    ">",
    "</a>",
    "<script>",
    "</script>",
    "&",
    "#x41;",
    "<!--",
    "-->",
    "x",
    " ",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const source = pieces.join("");
      expect(textOf(source).replaceAll(/[[\]()]/gu, "").length).toBeLessThanOrEqual(source.length);
    }),
  );
});
