import * as fc from "fast-check";
import { expect, test } from "vitest";
import { safeHref } from "../../src/back/links/safe-href.ts";
import { LINK_SCHEMES } from "../../src/scene/scene.ts";

test.each([
  ["https://example.com/a?b=c#d", "https://example.com/a?b=c#d"],
  [" http://example.com ", "http://example.com/"],
  ["HTTPS://EXAMPLE.COM", "https://example.com/"],
  ["mailto:a@example.com?subject=Hi", "mailto:a@example.com?subject=Hi"],
  ["tel:+4312345678", "tel:+4312345678"],
  ["sms:+4312345678", "sms:+4312345678"],
  ["maps:?q=Wien", "maps:?q=Wien"],
  ["https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"],
  [`https://example.com/?q="><script>`, "https://example.com/?q=%22%3E%3Cscript%3E"],
  [`mailto:a@example.com?body="><x>`, "mailto:a@example.com?body=%22%3E%3Cx%3E"],
  [`tel:+1"'><x> y`, "tel:+1%22%27%3E%3Cx%3E%20y"],
])("%s leads to %s", (raw, href) => {
  expect(safeHref(raw)).toEqual({ ok: true, href });
});

test.each([
  ["javascript:alert(1)", "scheme"],
  ["JavaScript:alert(1)", "scheme"],
  ["  \u0001javascript:alert(1)", "scheme"],
  ["java\nscript:alert(1)", "scheme"],
  ["java\tscript:alert(1)", "scheme"],
  ["vbscript:msgbox(1)", "scheme"],
  ["data:text/html,<script>alert(1)</script>", "scheme"],
  ["file:///etc/passwd", "scheme"],
  ["blob:https://example.com/1", "scheme"],
  ["ftp://example.com", "scheme"],
  ["myapp://open", "scheme"],
  ["https://example.com@evil.example/", "password"],
  ["https://user:secret@example.com/", "password"],
  ["//example.com", "no-address"],
  ["/relative", "no-address"],
  ["", "no-address"],
  ["https://", "no-address"],
  [`https://example.com/${"x".repeat(5000)}`, "no-address"],
])("%s leads nowhere: %s", (raw, reason) => {
  expect(safeHref(raw)).toMatchObject({ ok: false, reason });
});

test("whatever a pass says, a target has a scheme of the list and no character that markup would notice", () => {
  const schemes = [...LINK_SCHEMES, "javascript", "data", "x-app"];
  const raw = fc.tuple(fc.constantFrom(...schemes), fc.constantFrom(":", "://", ":/"), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(raw, ([scheme, colon, rest]) => {
      const target = safeHref(scheme + colon + rest);
      if (!target.ok) return;
      expect(LINK_SCHEMES).toContain(target.href.slice(0, target.href.indexOf(":")));
      // oxlint-disable-next-line no-control-regex -- none of them may be in a target
      expect(target.href).not.toMatch(/["'<>\s\u0000-\u001f]/u);
    }),
  );
});
