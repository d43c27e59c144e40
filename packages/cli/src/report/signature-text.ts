import type { SignatureReport } from "@passwright/pass";

/** The facts about a signature as labelled lines; never one of them drawn from another. */
export function describeSignature(report: SignatureReport): readonly (readonly [label: string, text: string])[] {
  if (!report.readable) return [["signature", `cannot be read: ${report.problem ?? "unknown"}`]];
  const rows: (readonly [string, string])[] = [["signature", signatureFacts(report).join(", ")]];
  const { signer } = report;
  if (signer !== null) {
    const team = signer.teamIdentifier === null ? "" : `, team ${signer.teamIdentifier}`;
    const name = signer.passTypeIdentifier ?? signer.commonName ?? signer.subject;
    rows.push(["signer", `${name}${team}${signer.allowsNfc ? ", with NFC" : ""}`]);
    rows.push(["valid", `${toDay(signer.notBefore)} to ${toDay(signer.notAfter)}${report.validNow ? "" : validity(report)}`]);
  }
  rows.push(["chain", chainText(report)]);
  rows.push(["revocation", revocationText(report)]);
  return rows;
}

function signatureFacts({ integrity, signingTime, digest }: SignatureReport): string[] {
  return [
    integrity ? "holds over manifest.json" : "does NOT hold over manifest.json",
    signingTime === null ? "states no time" : `made ${toDay(signingTime)}`,
    digest === null ? "unknown digest" : digest.toUpperCase().replace(/^SHA(\d)/, "SHA-$1"),
  ];
}

function validity({ chain, validAtSigning }: SignatureReport): string {
  if (!chain) return "";
  if (validAtSigning === null) return " (not valid today)";
  return validAtSigning ? " (not valid today; it was when signed)" : " (not valid today, and was not when signed)";
}

function chainText({ chain, chainFromEmbedded, chainProblem, wwdr, certificates }: SignatureReport): string {
  if (!chain) return `does not hold: ${chainProblem ?? "leads to no root that is trusted"}`;
  const root = certificates.at(-1)?.commonName ?? "a trusted root";
  const through = wwdr === null || wwdr === "not-apple" ? "" : `WWDR ${wwdr} to `;
  return `${through}${root}, ${chainFromEmbedded ? "complete in the file" : "completed by a certificate that is not in the file"}`;
}

function revocationText({ revocation, revoked }: SignatureReport): string {
  if (revocation === "revoked") return `REVOKED${revoked === undefined ? "" : ` on ${toDay(revoked.at)} (${revoked.reason})`}`;
  return revocation === "good" ? "checked: not on the list given" : "not checked (--crl FILE checks it against a list)";
}

/** 2026-11-21, in UTC. */
export function toDay(date: Date): string {
  return Number.isNaN(date.getTime()) ? "?" : date.toISOString().slice(0, 10);
}
