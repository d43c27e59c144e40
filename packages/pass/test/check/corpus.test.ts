import { describe, expect, test } from "vitest";
import type { BundleCheck } from "../../src/check/check-bundle.ts";
import { checkFile } from "../../src/check/check-file.ts";
import type { PassCheck } from "../../src/check/check-pass.ts";
import { RULES } from "../../src/check/rules/index.ts";
import { loadCorpusIndex, loadCorpusPass, type CorpusRecord } from "../support/corpus.ts";
import { readFixture } from "../support/read-fixture.ts";

/** The day that the table of decision 9 speaks of. */
const NOW = new Date("2026-11-21T00:00:00Z");

const records = await loadCorpusIndex();

interface Checked {
  readonly record: CorpusRecord;
  readonly check: PassCheck | BundleCheck;
}

const checked: Checked[] = [];
for (const record of records) {
  checked.push({ record, check: await checkFile(await loadCorpusPass(record.file), { fileName: record.file, now: NOW }) });
}

function passesOf(...classes: CorpusRecord["class"][]): readonly { readonly record: CorpusRecord; readonly check: PassCheck }[] {
  return checked.flatMap(({ record, check }) =>
    check.kind === "pass" && classes.includes(record.class) ? [{ record, check }] : [],
  );
}

describe.skipIf(records.length === 0)("over real passes the verdict is", () => {
  test("no at the archive where there is none that opens", () => {
    for (const { record, check } of passesOf("broken-container"))
      expect(check, record.file).toMatchObject({ installs: "no", refusedAt: "archive" });
  });

  test("no at the files where manifest or signature is missing", () => {
    for (const { record, check } of passesOf("unsigned"))
      expect(check, record.file).toMatchObject({ installs: "no", refusedAt: "files" });
  });

  test("no at pass.json where it is missing or cannot be read", () => {
    for (const { record, check } of passesOf("broken-pass.json")) {
      expect(check, record.file).toMatchObject({
        installs: "no",
        refusedAt: record.defects.includes("missing:pass.json") ? "files" : "json",
      });
    }
  });

  test("no at signature, chain or manifest where the signature is invalid", () => {
    for (const { record, check } of passesOf("signature-invalid")) {
      expect(check.installs, record.file).toBe("no");
      expect(["signature", "chain", "manifest"], record.file).toContain(check.refusedAtWhenSigned);
    }
  });

  test("for the day of signing never no on a conforming pass", () => {
    const conforming = passesOf("conforming");
    expect(conforming.length).toBeGreaterThan(40);
    for (const { record, check } of conforming) {
      const refusing = check.findings.filter(({ effect, rule }) => effect === "refuses" && !NOT_A_REFUSAL_THEN.has(rule));
      expect(refusing, record.file).toEqual([]);
      expect(check.installedWhenSigned, record.file).not.toBe("no");
      expect(check.refusedAtWhenSigned, record.file).toBeNull();
    }
  });

  test("for the day of signing depends exactly where only bundled intermediates complete the chain", () => {
    const incomplete = passesOf("conforming").filter(({ record }) => record.signature?.chain_roots_only === false);
    expect(incomplete).toHaveLength(7);
    for (const { record, check } of incomplete) {
      expect(check.signature, record.file).toMatchObject({ chain: true, chainFromEmbedded: false });
      const rules = new Set(check.findings.map(({ rule }) => rule));
      expect(rules.has("wwdr-match") !== rules.has("signature-wwdr"), record.file).toBe(true);
      expect(check.installedWhenSigned, record.file).toBe("depends");
    }
    for (const { record, check } of passesOf("conforming")) {
      if (!incomplete.some((other) => other.record === record)) expect(check.installedWhenSigned, record.file).not.toBe("depends");
    }
  });

  test("for today the one of the day of signing, or no at the chain where a certificate has expired since", () => {
    for (const { record, check } of passesOf("conforming")) {
      if (check.signature?.validNow === true) expect(check.installs, record.file).toBe(check.installedWhenSigned);
      else
        expect(check, record.file).toMatchObject({
          installs: "no",
          refusedAt: "chain",
        });
    }
  });

  test("the defects of the index are found", () => {
    for (const { record, check } of passesOf("conforming", "chain-ok-nonconforming", "unsigned", "signature-invalid")) {
      const rules = new Set(check.findings.map(({ rule }) => rule));
      for (const defect of record.defects) {
        // The index looks at pass.json alone. In all its passes the message is empty, which is how generators write "none",
        // or it is a key, and the translations have the placeholder.
        if (defect === "changeMessage-without-%@") expect(rules.has("change-message-escape"), record.file).toBe(false);
        const expected = DEFECT_RULES[defect];
        if (expected !== undefined)
          expect(
            expected.some((rule) => rules.has(rule)),
            `${record.file}: ${defect}`,
          ).toBe(true);
      }
    }
  });
});

/** Rules of effect `refuses` that say nothing of the day of signing, or of some devices only. */
const NOT_A_REFUSAL_THEN = new Set(RULES.filter(({ refusal }) => refusal !== undefined).map(({ id }) => id));

/** What the index calls a fault, and the rules that tell it. */
const DEFECT_RULES: Readonly<Record<string, readonly string[]>> = {
  "manifest:hash-mismatch": ["manifest-hash", "manifest-self", "manifest-format"],
  "manifest:listed-but-absent": ["manifest-extra"],
  "manifest:unlisted-file": ["manifest-missing"],
  "manifest:unlisted-junk": ["manifest-missing"],
  "manifest:lists-manifest-or-signature": ["manifest-self"],
  "manifest:invalid-json": ["manifest-parse"],
  "missing:icon": ["image-icon"],
  "missing:manifest.json": ["manifest-present"],
  "missing:signature": ["signature-present", "user-made-unsigned"],
  "pass.json:json-trailing-comma": ["json-trailing-comma"],
  "pass.json:json-duplicate-keys:barcode": ["json-dup-key"],
  "pass.json:missing-description": ["required-description"],
  "pass.json:missing-serialNumber": ["required-serialNumber"],
  "pass.json:missing-teamIdentifier": ["required-teamIdentifier"],
  "pass.json:missing-organizationName": ["required-organizationName"],
  "pass.json:missing-passTypeIdentifier": ["required-passTypeIdentifier"],
  "pass.json:style-keys=[]": ["style-none"],
  "style-not-object": ["style-object"],
  "duplicate-field-key": ["field-key-unique"],
  "field-missing-value": ["field-value-required", "field-value-auxiliary"],
  "field-missing-key": ["field-key-required"],
  "passTypeIdentifier!=signer-UID": ["cert-uid"],
  "teamIdentifier!=signer-OU": ["cert-ou"],
  "signature:bad": ["signature-verify"],
  "signature:empty": ["signature-der"],
  "signature:not-cms": ["signature-der"],
  "signature:not-apple-signer": ["leaf-chain-apple"],
  "signature:no-signing-time": ["signature-signing-time", "signature-no-attributes"],
  "signature:attached-content": ["signature-detached"],
  "signature:attrs-not-DER-sorted": ["signature-encoding"],
  "signature:ber-indefinite": ["signature-encoding"],
  "signature:sid-ski": ["signature-encoding"],
  "signature:digest=md5": ["signature-digest"],
  "signature:wwdr-not-embedded": ["wwdr-match", "signature-wwdr", "leaf-chain-apple", "signature-der"],
  "color:#rrggbb": ["color-hex"],
  "color:rgba()": ["color-alpha"],
  "date:w3c-frac": ["date-fraction"],
  "date:no-offset": ["date-w3c", "date-no-zone"],
  "image-not-png:jpeg": ["image-png"],
  "image-not-png:webp": ["image-png"],
  "authenticationToken<16": ["token-length"],
  "webServiceURL-not-https:http": ["ws-https"],
  "webServiceURL-without-token": ["ws-pair"],
  "barcode-missing-message": ["barcode-message"],
  "barcode-missing-messageEncoding": ["barcode-encoding-required"],
  "zip:.DS_Store": ["zip-ds-store"],
  "zip:__MACOSX": ["zip-macosx"],
  "zip:data-descriptors": ["zip-data-descriptor"],
  "zip:directory-entries": ["zip-dir-entry"],
  "zip:dot-slash-paths": ["zip-dot-slash"],
  "zip:local-method-differs": ["zip-method"],
};

describe.skipIf(records.length === 0)("no false alarms:", () => {
  test("the errors on conforming passes are those of the decision, each with its evidence", async () => {
    const decision = await readFixture("docs/decisions/0009-no-false-alarms.md");
    const text = new TextDecoder().decode(decision ?? new Uint8Array());
    const evidence = new Set([...text.matchAll(/^- \*\*(E\d+)\*\* .{20}/gmu)].map(([, label]) => label));
    const rows = [...text.matchAll(/^\| (\S+\.pkpass) +\| (\S+) +\| (E\d+) +\|$/gmu)];
    for (const [row, , , label] of rows) expect(evidence.has(label), row).toBe(true);
    const actual = passesOf("conforming").flatMap(({ record, check }) =>
      check.findings.filter(({ severity }) => severity === "error").map(({ rule }) => `${record.file} ${rule}`),
    );
    expect([...new Set(actual)].toSorted()).toEqual(rows.map(([, file, rule]) => `${file} ${rule}`).toSorted());
  });
});

describe.skipIf(records.length === 0)("bundles of the corpus", () => {
  test("are told from passes, and each member has a verdict of its own", () => {
    const bundles = checked.filter(({ record }) => record.class === "bundle");
    expect(bundles).toHaveLength(2);
    for (const { record, check } of bundles) {
      if (check.kind !== "bundle") throw new Error(`${record.file} is not taken for a bundle`);
      expect(check.members.length, record.file).toBeGreaterThan(1);
    }
    for (const { record, check } of checked) if (record.class !== "bundle") expect(check.kind, record.file).toBe("pass");
  });
});
