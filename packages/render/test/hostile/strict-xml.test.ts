import { expect, test } from "vitest";
import { svgFaults } from "./safe-svg.ts";
import { parseStrictXml } from "./strict-xml.ts";

test.each([
  "<a>",
  "<a></b>",
  "<a/><b/>",
  "<a b='c'/>",
  '<a b="<"/>',
  '<a b="1" b="2"/>',
  "<a>&nbsp;</a>",
  "<a>& </a>",
  "<a>]]></a>",
  "<a><!-- --></a>",
  "<?xml version='1.0'?><a/>",
  "<!DOCTYPE a><a/>",
  "<a>\u0000</a>",
  "<a>\ud800</a>",
])("the tests' reader of XML refuses %j", (text) => {
  expect(() => parseStrictXml(text)).toThrow();
});

test("the tests' reader of XML reads elements, attributes and references", () => {
  const { attributes, children } = parseStrictXml('<a b="&lt;&#65;"> x<c/></a>\n');
  expect(attributes.get("b")).toBe("<A");
  expect(children).toEqual([" x", { name: "c", attributes: new Map(), children: [] }]);
});

test.each([
  ["<svg><script/></svg>", "an element script"],
  ['<svg><g onclick="x"/></svg>', "an attribute onclick"],
  ['<svg><image href="https://example.com/x.png"/></svg>', "a reference to https://example.com/x.png"],
  ['<svg><path fill="url(https://example.com/#a)"/></svg>', "a reference in fill"],
  ['<svg><path d="M NaN 0"/></svg>', 'd="M NaN 0"'],
  ['<svg><g id="a"/><g id="a"/></svg>', "a second id a"],
])("the tests' judge of pictures finds the fault of %s", (svg, fault) => {
  expect(svgFaults(svg)).toEqual([fault]);
});
