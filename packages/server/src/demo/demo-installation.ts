import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readFolder } from "@passwright/pass/node";
import { holdCertificate } from "../certificates/held-certificate.ts";
import type { ArchiveStore } from "../device-service/archive-store.ts";
import type { HttpListener } from "../http/device-listener.ts";
import { deriveAuthenticationToken } from "../installation/authentication-token.ts";
import type { DataFolder } from "../installation/data-folder.ts";
import { publishTemplate } from "../installation/publish-templates.ts";
import type { Logger } from "../logging/logger.ts";
import type { Issuer } from "../process/issuer.ts";
import type { PassKey, Storage } from "../storage/storage.ts";
import { createDemoListener } from "./demo-listener.ts";
import { playStory, type StoryStep } from "./demo-story.ts";
import { PushWaiters } from "./push-waiters.ts";

/** A throwaway Apple for one process: authority, certificate, APNs stand-in and a sample pass. */
export interface DemoInstallation {
  readonly issuer: Issuer;
  readonly sample: PassKey;
  /** PEM of the throwaway root, for `--trust`. */
  readonly rootFile: string;
  createListener(parts: { readonly archives: ArchiveStore; readonly log: Logger; readonly wake: () => void }): HttpListener;
  /** Changes the gate of the sample pass and tells its devices. */
  changeGate(gate: string): Promise<void>;
  /** Plays the life of a pass against a server that runs this demo. */
  play(origin: string, signal: AbortSignal): AsyncGenerator<StoryStep, void, undefined>;
  close(): Promise<void>;
}

const IDENTITY = { passTypeIdentifier: "pass.com.example.boarding", teamIdentifier: "EXAMPLE123" };
const SAMPLE = { passTypeIdentifier: IDENTITY.passTypeIdentifier, serialNumber: "TA-000123" };
const TEMPLATE_ID = "demo-boarding-pass";
const FIRST_GATE = "B7";
const STORY_GATE = "F12";
/** Where `passwright device listen --push-port 8410` takes pushes: devices that told no port of their own are tried there. */
const DEVICE_PORT = 8410;

/** Opens the demo of a data folder; what it needs of the sandbox is loaded here, so that a real server never does. */
export async function openDemo(options: {
  readonly folder: DataFolder;
  readonly storage: Storage;
  readonly clock: () => number;
}): Promise<DemoInstallation> {
  const { folder, storage, clock } = options;
  const { openAuthorityFolder, startApnsStandIn } = await import("@passwright/sandbox/node");
  const authorityFolder = join(folder.path, "throwaway-authority");
  const now = new Date(clock());
  const authority = await openAuthorityFolder(authorityFolder, { now });
  const certificate = await authority.issuePassCertificate(IDENTITY);
  const { certificate: leaf, intermediate, key } = certificate;
  const held = await holdCertificate({ certificate: leaf, privateKey: key.pkcs8, intermediate }, { source: "demo" }, now);
  await issueSample(storage, folder.secret, clock());
  const waiters = new PushWaiters();
  const devicePorts = new Map<string, number>();
  const standIn = await startApnsStandIn({ authority, clock, onPush: (push) => waiters.take(push) });
  let wake: () => void = () => undefined;

  const changeGate = async (gate: string): Promise<void> => {
    for (const pushToken of await tokensOfDevices(storage)) {
      standIn.connectDevice(pushToken, `http://127.0.0.1:${devicePorts.get(pushToken) ?? DEVICE_PORT}/push`);
    }
    await setGate(storage, gate, clock(), "now");
    wake();
  };
  const setDevicePort = async (pushToken: string, port: number): Promise<boolean> => {
    // A page in a browser on this machine can send requests here, but knows no token.
    if (!(await tokensOfDevices(storage)).includes(pushToken)) return false;
    devicePorts.set(pushToken, port);
    return true;
  };
  return {
    issuer: {
      files: { stamp: async () => "demo", load: async () => [held] },
      apns: { origin: standIn.origin, ca: standIn.ca },
      authorities: authority.intermediates,
    },
    sample: SAMPLE,
    rootFile: join(authorityFolder, "root.pem"),
    createListener: (parts) => {
      wake = parts.wake;
      return createDemoListener({ ...parts, storage, sample: SAMPLE, changeGate, setDevicePort });
    },
    changeGate,
    play: async function* (origin, signal) {
      // So that the story has something to tell, however often it is played.
      await setGate(storage, FIRST_GATE, clock(), "none");
      const { trustAnchors, intermediates } = authority;
      yield* playStory(
        {
          passUrl: `${origin}/demo/pass`,
          trustAnchors,
          intermediates,
          changeGate,
          nextPush: (pushToken, until) => waiters.next(pushToken, until),
          now: () => new Date(clock()),
        },
        STORY_GATE,
        signal,
      );
    },
    close: () => standIn.close(),
  };
}

async function issueSample(storage: Storage, secret: string, now: number): Promise<void> {
  const files = await readFolder(fileURLToPath(new URL("../../assets/demo.pass", import.meta.url)));
  const { version } = await publishTemplate(storage, TEMPLATE_ID, files, now);
  if ((await storage.passes.find(SAMPLE)) !== undefined) return;
  const { sample } = JSON.parse(new TextDecoder().decode(files.get("template.json"))) as { readonly sample: object };
  await storage.passes.create(
    [
      {
        ...SAMPLE,
        authenticationToken: deriveAuthenticationToken(secret, SAMPLE),
        templateId: TEMPLATE_ID,
        templateVersion: version,
        values: JSON.stringify({ ...sample, gate: FIRST_GATE }),
      },
    ],
    { now },
  );
}

async function setGate(storage: Storage, gate: string, now: number, kind: "now" | "none"): Promise<void> {
  const pass = await storage.passes.find(SAMPLE);
  if (pass === undefined) return;
  const values = JSON.parse(pass.values) as Readonly<Record<string, unknown>>;
  if (values["gate"] === gate) return;
  const change = { serialNumber: SAMPLE.serialNumber, values: JSON.stringify({ ...values, gate }) };
  await storage.passes.change(SAMPLE.passTypeIdentifier, [change], { now, push: { kind } });
}

/** Push tokens of the devices that hold the sample pass. */
async function tokensOfDevices(storage: Storage): Promise<readonly string[]> {
  const registrations = await storage.registrations.of(SAMPLE);
  return registrations.filter(({ client }) => client === "apple").map(({ pushToken }) => pushToken);
}
