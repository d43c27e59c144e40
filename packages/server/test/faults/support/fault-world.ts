import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createThrowawayAuthority, type ThrowawayAuthority } from "@passwright/sandbox";
import { type ApnsStandIn, startApnsStandIn } from "@passwright/sandbox/node";
import { PASS_TYPE, TEAM } from "../../device-service/support/test-authority.ts";
import { TEMPLATE_PASS } from "../../device-service/support/test-template.ts";
import { Counter } from "./counter.ts";

/** What stands around the servers under test: certificates, a template, and Apple's side of the push service. */
export interface FaultWorld {
  readonly folder: string;
  readonly authority: ThrowawayAuthority;
  readonly standIn: ApnsStandIn;
  /** Settings of a server of this world, as flags. */
  readonly flags: Readonly<Record<string, string>>;
  /** Is told of every push that the stand-in delivered. */
  onPush: (push: { readonly passTypeIdentifier: string; readonly pushToken: string }) => void;
  /** Resolves when so many more pushes were delivered; at once when the server that sends them ends. */
  delivered(count: number, ended: Promise<unknown>): Promise<void>;
  /** A push was delivered so lately that nobody can have recorded it. */
  readonly isPushing: boolean;
  close(): Promise<void>;
}

/** The address that all passes name; requests to it are led to a server that lives. */
export const PUBLIC_URL = "http://passes.example.com";
export const TEMPLATE = "gate";

/** As long as a worker collects outcomes before it writes them (`recordDelayMs`). */
const RECORD_DELAY_MS = 25;

const ICON = new URL("../../../../../examples/boarding.pass/icon.png", import.meta.url);

/**
 * Makes a data folder as an operator would: a certificate with its key, and a template.
 *
 * @param databaseUrl - Of PostgreSQL; absent: SQLite in the data folder.
 */
export async function openFaultWorld({ databaseUrl }: { readonly databaseUrl?: string | undefined } = {}): Promise<FaultWorld> {
  const folder = await mkdtemp(join(tmpdir(), "passwright-faults-"));
  const data = join(folder, "data");
  const template = join(data, "templates", TEMPLATE);
  const certificates = join(data, "certificates");
  await mkdir(template, { recursive: true });
  await mkdir(certificates);
  await writeFile(join(template, "pass.json"), JSON.stringify(TEMPLATE_PASS));
  for (const name of ["icon.png", "icon@2x.png"]) await writeFile(join(template, name), await readFile(ICON));
  // TLS looks at the clock of the machine: the authority is of today. Passes may be built and signed some months ahead of it.
  const authority = await createThrowawayAuthority({ keyKind: "ec-p256" });
  const issued = await authority.issuePassCertificate({ passTypeIdentifier: PASS_TYPE, teamIdentifier: TEAM });
  const pem = [issued.certificatePem, authority.intermediate.certificatePem, issued.privateKeyPem].join("\n");
  await writeFile(join(certificates, "gate.pem"), pem);
  let onPush: FaultWorld["onPush"] = () => undefined;
  let deliveredAt = Number.NEGATIVE_INFINITY;
  const counter = new Counter();
  const standIn = await startApnsStandIn({
    authority,
    onPush: (push) => {
      deliveredAt = performance.now();
      onPush(push);
      counter.add();
    },
  });
  const ca = join(folder, "apns-ca.pem");
  await writeFile(ca, standIn.ca);
  return {
    folder,
    authority,
    standIn,
    flags: {
      data,
      port: "0",
      "public-url": PUBLIC_URL,
      "apns-url": standIn.origin,
      "apns-ca": ca,
      "log-level": "error",
      "stop-seconds": "2",
      ...(databaseUrl === undefined ? {} : { database: databaseUrl }),
    },
    delivered: (count, ended) => counter.after(count, ended),
    get isPushing() {
      return performance.now() - deliveredAt < RECORD_DELAY_MS;
    },
    set onPush(take: FaultWorld["onPush"]) {
      onPush = take;
    },
    close: async () => {
      await standIn.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The token of a pass, from which it is issued and by which it is fetched. */
export function tokenOf(serialNumber: string): string {
  return `token-of-${serialNumber}-0123456789`;
}
