import type { CertificateInspection, CertificateUse } from "@passwright/pass";
import { paint, type Io } from "../../io.ts";
import { toDay } from "../../report/signature-text.ts";
import { toPrintable, wrapColumns } from "../../terminal/text.ts";

/** Days before its end at which a certificate is due for renewal. */
const RENEWAL_DAYS = 30;
const LABEL_COLUMNS = 11;

/** A certificate as one JSON object; dates in ISO 8601. */
export function toInspectionJson(
  file: string,
  { kind, facts, uses, validNow, daysLeft, generation, isApple }: CertificateInspection,
): Readonly<Record<string, unknown>> {
  return { file, kind, uses, validNow, daysLeft, generation, isApple, ...facts };
}

const KIND_NAMES = {
  "pass-type": "Pass Type ID certificate",
  "pass-type-nfc": "Pass Type ID certificate with NFC",
  push: "push certificate of an app: cannot sign passes",
  "website-push": "website push certificate: cannot sign passes",
  "apple-pay-merchant": "Apple Pay merchant certificate: cannot sign passes",
  development: "development certificate: cannot sign passes",
  distribution: "distribution certificate: cannot sign passes",
  "developer-id": "Developer ID certificate: cannot sign passes",
  intermediate: "intermediate authority",
  root: "root authority",
  other: "certificate of a kind that passes have no use for",
} as const satisfies Record<CertificateInspection["kind"], string>;

const USE_NAMES = {
  "sign-passes": "signing passes",
  "sign-nfc-passes": "signing passes with NFC",
  "push-pass-updates": "telling devices of updates (APNs)",
  "issue-certificates": "issuing certificates",
} as const satisfies Record<CertificateUse, string>;

/** A certificate explained, in lines for a person. */
export function toInspectionLines(io: Io, file: string, inspection: CertificateInspection): string[] {
  const { facts, kind, uses, generation } = inspection;
  const rows: (readonly [label: string, text: string | null])[] = [
    ["kind", KIND_NAMES[kind]],
    ["pass type", facts.passTypeIdentifier],
    ["team", facts.teamIdentifier],
    ["name", facts.commonName],
    ["good for", uses.length === 0 ? "nothing that passes need" : uses.map((use) => USE_NAMES[use]).join(", ")],
    ["valid", `${toDay(facts.notBefore)} to ${toDay(facts.notAfter)}, ${remaining(inspection)}`],
    ["issued by", generation === null && facts.wwdr !== "not-apple" ? `Apple WWDR ${facts.wwdr}` : facts.issuer],
    ["this is", generation === null ? null : `Apple WWDR ${generation}`],
    ["of Apple", inspection.isApple ? "yes, proved by its signature" : "no"],
    ["key", facts.key],
    ["serial", facts.serialNumber],
    ["SHA-256", facts.fingerprint],
  ];
  const width = Math.max(30, io.stdout.columns - LABEL_COLUMNS - 3);
  const lines = [paint(io, io.stdout, "bold", toPrintable(file))];
  for (const [label, text] of rows) {
    if (text === null) continue;
    const painted = (line: string): string => (label === "valid" ? paint(io, io.stdout, validityColour(inspection), line) : line);
    for (const [index, line] of wrapColumns(toPrintable(text), width).entries()) {
      lines.push(`  ${(index === 0 ? label : "").padEnd(LABEL_COLUMNS)} ${painted(line)}`);
    }
  }
  return lines;
}

function validityColour({ validNow, daysLeft }: CertificateInspection): "green" | "yellow" | "red" {
  if (!validNow) return "red";
  return daysLeft < RENEWAL_DAYS ? "yellow" : "green";
}

function remaining({ validNow, daysLeft }: CertificateInspection): string {
  if (daysLeft < 0) return `expired ${-daysLeft} ${daysLeft === -1 ? "day" : "days"} ago`;
  if (!validNow) return "not valid yet";
  return `${daysLeft} ${daysLeft === 1 ? "day" : "days"} left${daysLeft < RENEWAL_DAYS ? ": renew it with passwright cert request --key" : ""}`;
}
