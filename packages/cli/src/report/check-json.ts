import {
  describeFinding,
  toJsonPointer,
  type BundleCheck,
  type Delivery,
  type Finding,
  type Installs,
  type InstallStep,
  type PassCheck,
  type SignatureReport,
} from "@passwright/pass";

/** One line of `passwright check --json`; its JSON Schema is `docs/reference/cli/check.schema.json`. */
export interface CheckLine {
  readonly file: string;
  /** Will Wallet install it today? null for a source folder, which is still to be signed. */
  readonly installs: Installs | null;
  /** Would it have installed on the day it was signed? */
  readonly installedWhenSigned: Installs | null;
  /** The first step that refuses today. */
  readonly refusedAt: InstallStep | null;
  readonly style: string | null;
  readonly signature: SignatureLine | null;
  readonly findings: readonly FindingLine[];
  /** How it was served; for a web address alone. */
  readonly delivery?: DeliveryLine;
}

export interface DeliveryLine {
  readonly status: number;
  readonly contentType: string | null;
  /** Bytes that came. */
  readonly length: number;
  readonly redirects: readonly { readonly url: string; readonly status: number; readonly location: string }[];
  /** Statuses of HEAD and POST, where they were tried. */
  readonly methods: Readonly<Record<string, number>>;
}

export interface SignatureLine {
  readonly integrity: boolean;
  readonly chain: boolean;
  readonly chainFromEmbedded: boolean;
  readonly identity: boolean | null;
  readonly validAtSigning: boolean | null;
  readonly validNow: boolean;
  /** ISO 8601 in UTC. */
  readonly signingTime: string | null;
  readonly wwdr: string | null;
  readonly digest: string | null;
  readonly revocation: "not-checked" | "good" | "revoked";
}

export interface FindingLine {
  readonly rule: string;
  readonly severity: string;
  readonly effect: string;
  /** null: the pass as a whole. `path` is a JSON Pointer inside the file; lines and columns count from 1. */
  readonly where: {
    readonly file: string | null;
    readonly path: string | null;
    readonly line: number | null;
    readonly column: number | null;
  } | null;
  readonly message: string;
  readonly fix: string;
}

/** The lines of a checked file: one for a pass; one for a bundle and one for each of its members (`a.pkpasses!b.pkpass`). */
export function toCheckLines(
  file: string,
  result: PassCheck | BundleCheck,
  delivery: Delivery | null,
  deliveryFindings: readonly Finding[],
): CheckLine[] {
  const [first, ...members] = result.kind === "pass" ? [toPassLine(file, result)] : toBundleLines(file, result);
  if (first === undefined) return [];
  const served = delivery === null ? {} : { delivery: toDeliveryLine(delivery) };
  return [{ ...first, findings: [...first.findings, ...deliveryFindings.map(toFindingLine)], ...served }, ...members];
}

function toBundleLines(file: string, result: BundleCheck): CheckLine[] {
  const members = result.members.map((member) => toPassLine(`${file}!${member.name}`, member.check));
  const bundle: CheckLine = {
    file,
    // A program that reads this line alone must not take a bundle of refused passes for a good one.
    installs: worst([result.installs, ...members.map(({ installs }) => installs)]),
    installedWhenSigned: worst([result.installs, ...members.map(({ installedWhenSigned }) => installedWhenSigned)]),
    refusedAt: result.installs === "no" ? "archive" : (members.find(({ refusedAt }) => refusedAt !== null)?.refusedAt ?? null),
    style: null,
    signature: null,
    findings: result.findings.map(toFindingLine),
  };
  return [bundle, ...members];
}

function worst(verdicts: readonly (Installs | null)[]): Installs {
  return (["no", "depends"] as const).find((verdict) => verdicts.includes(verdict)) ?? "yes";
}

function toDeliveryLine({ status, headers, length, redirects, methods }: Delivery): DeliveryLine {
  return { status, contentType: headers["content-type"] ?? null, length, redirects, methods: { ...methods } };
}

function toPassLine(file: string, check: PassCheck): CheckLine {
  return {
    file,
    installs: check.installs,
    installedWhenSigned: check.installedWhenSigned,
    refusedAt: check.refusedAt,
    style: check.style,
    signature: check.signature === null ? null : toSignatureLine(check.signature),
    findings: check.findings.map(toFindingLine),
  };
}

function toSignatureLine(report: SignatureReport): SignatureLine {
  const { integrity, chain, chainFromEmbedded, identity, validAtSigning, validNow, signingTime, wwdr, digest, revocation } = report;
  return {
    integrity,
    chain,
    chainFromEmbedded,
    identity,
    validAtSigning,
    validNow,
    signingTime: signingTime?.toISOString() ?? null,
    wwdr,
    digest,
    revocation,
  };
}

/** A finding as one JSON object. */
export function toFindingLine(finding: Finding): FindingLine {
  const { message, fix } = describeFinding(finding);
  const { file, path, line, column } = finding.where;
  const isWhole = file === undefined && path === undefined;
  return {
    rule: finding.rule,
    severity: finding.severity,
    effect: finding.effect,
    where: isWhole
      ? null
      : { file: file ?? null, path: path === undefined ? null : toJsonPointer(path), line: line ?? null, column: column ?? null },
    message,
    fix,
  };
}
