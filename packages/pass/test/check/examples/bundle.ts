import { buildRawZip } from "../../support/raw-zip.ts";
import { createPackageKit } from "../package-kit.ts";
import { exampleFiles, toBytes } from "../run-example.ts";

/** A bundle that a rule is tried on. */
export interface BundleExample {
  /** What is in it, for people. */
  readonly about: string;
  readonly make: () => Promise<Uint8Array>;
  readonly fileName?: string;
}

export interface BundleRuleExamples {
  readonly triggers: BundleExample;
  readonly passes: BundleExample;
}

/** A signed pass with this serial number. */
export const signedPass = async (serialNumber: string): Promise<Uint8Array> =>
  (await createPackageKit(exampleFiles({ pass: { serialNumber } }))).build();

export const packBundle = (files: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> =>
  buildRawZip(Object.entries(files).map(([name, content]) => ({ name, content })));

const GOOD: BundleExample = {
  about: "Two signed passes, `a.pkpass` and `b.pkpass`.",
  make: async () => packBundle({ "a.pkpass": await signedPass("1"), "b.pkpass": await signedPass("2") }),
};

const many = async (count: number) => {
  const files: Record<string, Uint8Array> = {};
  for (let index = 0; index < count; index += 1) files[`${index}.pkpass`] = await signedPass(String(index));
  return packBundle(files);
};

/** Examples of the rules about bundles, by rule id. */
export const BUNDLE_EXAMPLES: Readonly<Record<string, BundleRuleExamples>> = {
  "bundle-readable": {
    triggers: { about: "A text instead of a ZIP archive.", make: async () => toBytes("not a ZIP archive") },
    passes: GOOD,
  },
  "bundle-count": {
    triggers: { about: "Eleven signed passes.", make: () => many(11) },
    passes: { about: "Ten signed passes.", make: () => many(10) },
  },
  "bundle-size": {
    // One byte over: 15 entries of 10 MB, stored, and never opened as passes.
    triggers: {
      about: "Fifteen files of ten megabytes, not packed.",
      make: async () =>
        packBundle(Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`${index}.bin`, new Uint8Array(10_000_001)]))),
    },
    passes: GOOD,
  },
  "bundle-empty": { triggers: { about: "An archive without files.", make: async () => packBundle({}) }, passes: GOOD },
  "bundle-content": {
    triggers: {
      about: "A signed pass, a file `pass.txt`, and a `b.pkpass` that is no archive.",
      make: async () =>
        packBundle({ "a.pkpass": await signedPass("1"), "pass.txt": toBytes("x"), "b.pkpass": toBytes("no archive") }),
    },
    passes: GOOD,
  },
  "bundle-junk": {
    triggers: {
      about: "A signed pass, `.DS_Store` and `__MACOSX/._a.pkpass`.",
      make: async () =>
        packBundle({ "a.pkpass": await signedPass("1"), ".DS_Store": toBytes("x"), "__MACOSX/._a.pkpass": toBytes("x") }),
    },
    passes: GOOD,
  },
  "bundle-same-id": {
    triggers: {
      about: "One signed pass twice, as `a.pkpass` and `b.pkpass`.",
      async make() {
        const pass = await signedPass("1");
        return packBundle({ "a.pkpass": pass, "b.pkpass": pass });
      },
    },
    passes: GOOD,
  },
  "bundle-file-ext": {
    triggers: { ...GOOD, about: "Two signed passes in a file `tickets.zip`.", fileName: "tickets.zip" },
    passes: GOOD,
  },
};
