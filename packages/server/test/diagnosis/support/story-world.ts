import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import type { JsonObject } from "@passwright/pass";
import { createThrowawayAuthority, type ThrowawayAuthority } from "@passwright/sandbox";
import { type ApnsStandIn, startApnsStandIn } from "@passwright/sandbox/node";
import { type Fetch, Wallet } from "@passwright/wallet";
import { createIssuerClient, type IssuerClient, type Pass, type Timeline } from "../../../src/client/index.ts";
import { readConfig } from "../../../src/config/read-config.ts";
import { type RunningServer, startServer } from "../../../src/process/start-server.ts";
import { packApiTemplate, PASS_TYPE } from "../../api/support/api-world.ts";

const TEAM = "A1B2C3D4E5";
const MINUTE = 60_000;

/** A server, a stand-in for APNs and phones, on one clock that can be set forward. */
export interface StoryWorld {
  readonly server: RunningServer;
  readonly client: IssuerClient;
  readonly standIn: ApnsStandIn;
  readonly authority: ThrowawayAuthority;
  readonly now: () => number;
  /** The stay of a phone or a push is over. */
  wait(minutes: number): void;
  issue(templateId?: string): Promise<Pass>;
  /** A phone that takes pushes while it is on. */
  openPhone(options?: { readonly fetch?: Fetch; readonly isOn?: boolean }): Promise<Phone>;
  /** Issues a pass and puts it onto a phone. */
  install(phone: Phone, templateId?: string): Promise<Pass>;
  /** Waits until the diagnosis begins with a code, and gives the story. */
  expectFirst(pass: Pass, code: Timeline["findings"][number]["code"]): Promise<Timeline>;
  close(): Promise<void>;
}

export interface Phone {
  readonly wallet: Wallet;
  isOn: boolean;
}

export async function openStoryWorld(flags: Readonly<Record<string, string>> = {}): Promise<StoryWorld> {
  const folder = await mkdtemp(join(tmpdir(), "passwright-story-"));
  const authority = await createThrowawayAuthority({ now: new Date() });
  let offset = 0;
  const now = () => Date.now() + offset;
  const phones = new Map<string, Phone>();
  const standIn = await startApnsStandIn({
    authority,
    onPush: ({ pushToken, passTypeIdentifier }) => {
      const phone = phones.get(pushToken);
      if (phone?.isOn === true) void phone.wallet.push(passTypeIdentifier);
    },
  });
  await writeFile(join(folder, "apns.pem"), standIn.ca);
  await mkdir(join(folder, "certificates"), { mode: 0o700 });
  const { certificatePem, privateKeyPem } = await authority.issuePassCertificate({
    passTypeIdentifier: PASS_TYPE,
    teamIdentifier: TEAM,
  });
  const chain = authority.intermediates.map(
    (der) => `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString("base64")}\n-----END CERTIFICATE-----\n`,
  );
  await writeFile(join(folder, "certificates", "pass.pem"), [certificatePem, privateKeyPem, ...chain].join("\n"));
  const config = readConfig({
    flags: { data: folder, port: "0", "apns-url": standIn.origin, "apns-ca": join(folder, "apns.pem"), ...flags },
    workingDirectory: folder,
  });
  const server = await startServer(config, { writeLog: () => undefined, clock: now });
  const client = createIssuerClient({ server: server.origin, apiKey: server.firstKey ?? "" });
  await client.templates.upload("gate", await packApiTemplate());
  await client.templates.publish("gate");
  await client.templates.upload("quiet", await packApiTemplate(QUIET));
  await client.templates.publish("quiet");

  const issue = (templateId = "gate") => client.passes.create({ templateId, values: { gate: "A1" } });
  return {
    server,
    client,
    standIn,
    authority,
    now,
    wait: (minutes) => {
      offset += minutes * MINUTE;
    },
    issue,
    openPhone: async ({ fetch: ask = (request: Request) => fetch(request), isOn = true } = {}) => {
      const wallet = await Wallet.open({
        fetch: ask,
        now: () => new Date(now()),
        developerMode: true,
        trustAnchors: authority.trustAnchors,
        intermediates: authority.intermediates,
      });
      const phone: Phone = { wallet, isOn };
      phones.set(wallet.pushToken, phone);
      return phone;
    },
    install: async (phone, templateId) => {
      const pass = await issue(templateId);
      const { refused } = await phone.wallet.add(await client.passes.download(pass));
      expect(refused).toEqual([]);
      await phone.wallet.runDue();
      return pass;
    },
    expectFirst: async (pass, code) => {
      const ask = () => client.activity.timeline(pass);
      await expect.poll(async () => (await ask()).findings[0]?.code, { timeout: 15_000, interval: 50 }).toBe(code);
      return ask();
    },
    close: async () => {
      await server.stop();
      await standIn.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A template whose field says nothing when it changes. */
const QUIET: JsonObject = {
  storeCard: { headerFields: [{ key: "gate", label: "Gate", value: { $eval: "gate" } }] },
};
