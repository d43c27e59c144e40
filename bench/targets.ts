/** A figure that `npm run bench` measures, under the name it has in `results.json`. */
export interface Target {
  readonly name: string;
  readonly area: string;
  readonly what: string;
  readonly unit: string;
  readonly bound: "at least" | "at most";
  readonly value: number;
}

export const TARGETS: readonly Target[] = [
  {
    name: "mint.vsRsaLimit",
    area: "mint",
    what: "Passes minted per second, as a share of the RSA-2048 signatures that all cores make (`openssl speed -multi`)",
    unit: "×",
    bound: "at least",
    value: 0.7,
  },
  {
    name: "mint.vsPasskitGenerator",
    area: "mint",
    what: "Passes per second against passkit-generator 3.6.1",
    unit: "×",
    bound: "at least",
    value: 120,
  },
  {
    name: "mint.vsPassJs",
    area: "mint",
    what: "Passes per second against @walletpass/pass-js 7.2.0",
    unit: "×",
    bound: "at least",
    value: 2.5,
  },
  {
    name: "mint.bigVsSmall",
    area: "mint",
    what: "Time of a pass with 2 MB of images against one with 174 KB",
    unit: "×",
    bound: "at most",
    value: 1.3,
  },
  {
    name: "mint.peakRssMB",
    area: "mint",
    what: "Peak memory while 100,000 passes stream through a counting sink and 10,000 to disk",
    unit: "MB",
    bound: "at most",
    value: 160,
  },
  { name: "check.ms", area: "check", what: "Full check of a 180 KB pass, median", unit: "ms", bound: "at most", value: 8 },
  { name: "verify.ms", area: "check", what: "Verifying its signature alone, median", unit: "ms", bound: "at most", value: 3 },
  {
    name: "check.corpusS",
    area: "check",
    what: "110 real passes checked by one process of the command line",
    unit: "s",
    bound: "at most",
    value: 4,
  },
  {
    name: "size.signKB",
    area: "size",
    what: "`import { PassPackage, Signer }` bundled for a browser, gzip",
    unit: "KB",
    bound: "at most",
    value: 90,
  },
  {
    name: "size.passKB",
    area: "size",
    what: "All of `@passwright/pass` without PKCS#12, gzip",
    unit: "KB",
    bound: "at most",
    value: 180,
  },
];
