import { describe, expect, test } from "vitest";
import { comparePasses } from "../../src/compare/compare-passes.ts";
import type { JsonObject } from "../../src/model/json.ts";
import { field, version, versions } from "./versions.ts";

const MESSAGE = { changeMessage: "New gate: %@" };

/** What a change of the gate from A1 to B2 tells. */
function gate(before: JsonObject, after: JsonObject) {
  const { fields, notice } = comparePasses(version(before), version(after));
  const [first, ...others] = fields;
  expect(others).toEqual([]);
  return { ...first, notice };
}

describe("a field that changes its value", () => {
  test("puts the new value into its changeMessage", () => {
    expect(gate(field("A1", MESSAGE), field("B2", MESSAGE))).toMatchObject({
      kind: "changed",
      section: "primaryFields",
      key: "gate",
      label: "GATE",
      pointer: "/generic/primaryFields/0",
      before: "A1",
      after: "B2",
      changed: ["value"],
      changeMessage: "New gate: %@",
      notification: "New gate: B2",
      silence: null,
      notice: { kind: "message", text: "New gate: B2" },
    });
  });

  test("takes the changeMessage of the newer version", () => {
    expect(gate(field("A1"), field("B2", MESSAGE)).notification).toBe("New gate: B2");
    expect(gate(field("A1", MESSAGE), field("B2"))).toMatchObject({ notification: null, silence: "no-change-message" });
  });

  test("without a changeMessage is silent", () => {
    expect(gate(field("A1"), field("B2"))).toMatchObject({
      notification: null,
      silence: "no-change-message",
      notice: { kind: "none" },
    });
    expect(gate(field("A1"), field("B2", { changeMessage: "" })).silence).toBe("no-change-message");
    expect(gate(field("A1"), field("B2", { changeMessage: 7 })).silence).toBe("no-change-message");
  });

  test("without a placeholder is told in Wallet's own words", () => {
    expect(gate(field("A1"), field("B2", { changeMessage: "Mind the gate" }))).toMatchObject({
      notification: null,
      silence: "no-placeholder",
      notice: { kind: "general" },
    });
  });

  test("fills one placeholder, and takes the value for text", () => {
    expect(gate(field("A1"), field("B2", { changeMessage: "%@ or %@" })).notification).toBe("B2 or %@");
    expect(gate(field("A1"), field("$& $1 %@", MESSAGE)).notification).toBe("New gate: $& $1 %@");
  });

  test("tells nothing of another pass", () => {
    const after = version({ ...field("B2", MESSAGE), serialNumber: "2" });
    expect(comparePasses(version(field("A1", MESSAGE)), after)).toMatchObject({
      fields: [{ notification: null, silence: "another-pass" }],
      notice: { kind: "none" },
    });
  });
});

describe("a field that changes otherwise", () => {
  test("is silent", () => {
    expect(
      gate(field("A1", MESSAGE), field("A1", { ...MESSAGE, label: "DOOR", textAlignment: "PKTextAlignmentLeft" })),
    ).toMatchObject({
      changed: ["label", "textAlignment"],
      label: "DOOR",
      notification: null,
      silence: "value-unchanged",
    });
  });

  test("keeps its key in another section", () => {
    const before = field("A1", MESSAGE);
    const after = { generic: { primaryFields: [], headerFields: [{ key: "gate", label: "GATE", value: "B2", ...MESSAGE }] } };
    const { fields } = comparePasses(version(before), version(after));
    expect(fields).toMatchObject([
      { kind: "changed", section: "headerFields", key: "gate", changed: ["value", "section"], notification: "New gate: B2" },
      { kind: "removed", section: "headerFields", key: "level", silence: "removed" },
    ]);
  });

  test("is new or gone", () => {
    const two = { generic: { primaryFields: [{ key: "gate", label: "GATE", value: "A1", ...MESSAGE }] } };
    expect(comparePasses(version({ generic: { primaryFields: [] } }), version(two)).fields).toMatchObject([
      { kind: "added", before: null, after: "A1", beforeField: null, changed: [], notification: null, silence: "added" },
    ]);
    expect(comparePasses(version(two), version({ generic: { primaryFields: [] } })).fields).toMatchObject([
      { kind: "removed", before: "A1", after: null, afterField: null, notification: null, silence: "removed" },
    ]);
  });

  test("moves when it trades places, not when another is put before it", () => {
    const row = (...keys: string[]) => ({ generic: { primaryFields: keys.map((key) => ({ key, label: key, value: "1" })) } });
    expect(comparePasses(version(row("a", "b")), version(row("b", "a"))).fields).toMatchObject([
      { key: "b", changed: ["position"] },
      { key: "a", changed: ["position"] },
    ]);
    expect(comparePasses(version(row("a", "b")), version(row("new", "a", "b"))).fields).toMatchObject([
      { key: "new", kind: "added" },
    ]);
  });

  test("without a key is known by its place; of a repeated key the first goes with the first", () => {
    const row = (...fields: JsonObject[]) => ({ generic: { primaryFields: fields } });
    expect(comparePasses(version(row({ value: "1" })), version(row({ value: "2" }))).fields).toMatchObject([
      { kind: "changed", key: null, before: "1", after: "2" },
    ]);
    const twice = (first: string, second: string) => row({ key: "a", value: first }, { key: "a", value: second });
    expect(comparePasses(version(twice("1", "2")), version(twice("1", "3"))).fields).toMatchObject([
      { key: "a", before: "2", after: "3" },
    ]);
  });
});

describe("the notice of an update", () => {
  const two = (gateValue: string, seat: string, seatMessage?: string): JsonObject => ({
    generic: {
      primaryFields: [{ key: "gate", label: "GATE", value: gateValue, ...MESSAGE }],
      secondaryFields: [
        { key: "seat", label: "SEAT", value: seat, ...(seatMessage !== undefined && { changeMessage: seatMessage }) },
      ],
    },
  });

  test("is the one message there is", () => {
    expect(comparePasses(version(two("A1", "1")), version(two("B2", "2"))).notice).toEqual({
      kind: "message",
      text: "New gate: B2",
    });
  });

  test("is general when several fields have one", () => {
    const seat = "New seat: %@";
    expect(comparePasses(version(two("A1", "1", seat)), version(two("B2", "2", seat))).notice).toEqual({ kind: "general" });
    expect(comparePasses(version(two("A1", "1", "New seat")), version(two("B2", "2", "New seat"))).notice).toEqual({
      kind: "general",
    });
  });

  test("counts a field once that two styles of the pass show", () => {
    const both = (value: string): JsonObject => {
      const gates = { primaryFields: [{ key: "gate", label: "GATE", value, ...MESSAGE }] };
      return { generic: gates, posterGeneric: gates };
    };
    const style = { style: "posterGeneric" } as const;
    const { fields, notice } = comparePasses(version(both("A1"), style), version(both("B2"), style));
    expect(fields).toHaveLength(2);
    expect(notice).toEqual({ kind: "message", text: "New gate: B2" });
  });

  test("is none when nothing visible changed", () => {
    const [before, after] = versions({ userInfo: { a: 1 } });
    expect(comparePasses(before, after).notice).toEqual({ kind: "none" });
  });
});

describe("texts are told as the holder reads them", () => {
  const strings = (gateName: string) => ({
    "de.lproj/pass.strings": `"GATE" = "FLUGSTEIG";\n"A1" = "${gateName} A1";\n"New gate: %@" = "Neuer Flugsteig: %@";\n"B2" = "Osten B2";\n`,
  });

  test("in their language", () => {
    const before = version(field("A1", MESSAGE), { files: strings("Westen") });
    const after = version(field("B2", MESSAGE), { files: strings("Westen") });
    expect(comparePasses(before, after, { locale: "de-AT" })).toMatchObject({
      fields: [{ label: "FLUGSTEIG", before: "Westen A1", after: "Osten B2", notification: "Neuer Flugsteig: Osten B2" }],
    });
  });

  test("also when only the translation of a value changed", () => {
    const before = version(field("A1", MESSAGE), { files: strings("Westen") });
    const after = version(field("A1", MESSAGE), { files: strings("Norden") });
    expect(comparePasses(before, after, { locale: "de" })).toMatchObject({
      fields: [{ changed: [], before: "Westen A1", after: "Norden A1", notification: "Neuer Flugsteig: Norden A1" }],
      translations: [{ kind: "changed", language: "de", key: "A1", before: "Westen A1", after: "Norden A1" }],
      files: [{ path: "de.lproj/pass.strings", type: "strings" }],
    });
  });

  test("and every language's changes are told, whoever reads", () => {
    const before = version({}, { files: { "de.lproj/pass.strings": '"a" = "1";', "fr.lproj/pass.strings": '"a" = "1";' } });
    const after = version(
      {},
      { files: { "de.lproj/pass.strings": '"a" = "1";\n"b" = "2";', "it.lproj/pass.strings": '"a" = "1";' } },
    );
    expect(comparePasses(before, after).translations).toEqual([
      { kind: "added", language: "de", key: "b", before: null, after: "2" },
      { kind: "removed", language: "fr", key: "a", before: "1", after: null },
      { kind: "added", language: "it", key: "a", before: null, after: "1" },
    ]);
  });
});
