import { PassPackage } from "@passwright/pass";
import { type DeviceEvent, Wallet } from "@passwright/wallet";
import { PASS_TYPE } from "../../device-service/support/test-authority.ts";
import { type FaultWorld, PUBLIC_URL, tokenOf } from "./fault-world.ts";
import type { Ledger } from "./ledger.ts";

/** Devices of a world, which live in this process and talk HTTP to whichever server lives. */
export interface Fleet {
  readonly devices: readonly FleetDevice[];
  readonly faults: readonly string[];
  readonly updates: number;
  /** Installs and registers the pass, as tapping "Add" does. */
  add(device: FleetDevice, serialNumber: string): Promise<void>;
  /** Takes it away and unregisters it. */
  remove(device: FleetDevice, serialNumber: string): Promise<void>;
  /** Devices do what is due: what failed is tried again. They never ask by themselves. */
  runDue(): Promise<void>;
  /** Waits for what devices are doing. */
  settle(): Promise<void>;
  /** How the passes of a device differ from what they should be: the count in each pass by its serial number. */
  differences(device: FleetDevice, truth: ReadonlyMap<string, number>): Promise<readonly string[]>;
}

export interface FleetDevice {
  readonly name: string;
  readonly wallet: Wallet;
  /** The tag of the newest list. */
  tag: number | null;
  /** Registered as the server said, with the moment of it. */
  readonly registered: Map<string, number>;
}

export interface FleetOptions {
  readonly world: FaultWorld;
  readonly ledger: Ledger;
  readonly size: number;
  /** The server that a request goes to; null while none lives. */
  readonly origin: () => string | null;
  readonly clock: () => number;
}

/** What a fault of the network or a server that is away looks like; all else is a fault of the server. */
const PATIENT_STATUSES: ReadonlySet<number> = new Set([503]);

const NO_SERVER = "no server answers";

/** What `fetch` says when a server goes away. */
const NETWORK: ReadonlySet<string> = new Set(["fetch failed", "terminated", NO_SERVER]);

export async function openFleet(options: FleetOptions): Promise<Fleet> {
  const fleet = new RunningFleet(options);
  await fleet.open(options.size);
  return fleet;
}

class RunningFleet implements Fleet {
  readonly devices: FleetDevice[] = [];
  readonly faults: string[] = [];
  updates = 0;
  readonly #options: FleetOptions;
  readonly #busy = new Set<Promise<unknown>>();
  /** Counts what happens, so that a listing can be told to have begun before or after a registration. */
  #moment = 0;

  constructor(options: FleetOptions) {
    this.#options = options;
  }

  async open(size: number): Promise<void> {
    const { world, clock } = this.#options;
    const { trustAnchors, intermediates } = world.authority;
    for (let index = 0; index < size; index += 1) {
      const name = `device ${index}`;
      const registered = new Map<string, number>();
      const wallet = await Wallet.open({
        fetch: (request) => this.#fetch(device, request),
        developerMode: true,
        trustAnchors,
        intermediates,
        now: () => new Date(clock()),
        requestTimeout: 10_000,
        compareUpdates: false,
        onEvent: (event) => this.#take(device, event),
      });
      const device: FleetDevice = { name, wallet, tag: null, registered };
      this.devices.push(device);
    }
    const byToken = new Map(this.devices.map((device) => [device.wallet.pushToken, device]));
    world.onPush = ({ passTypeIdentifier, pushToken }) => {
      const device = byToken.get(pushToken);
      if (device !== undefined) void this.#do(device, () => device.wallet.push(passTypeIdentifier));
    };
  }

  async add(device: FleetDevice, serialNumber: string): Promise<void> {
    const url = `${PUBLIC_URL}/wallet/v1/passes/${PASS_TYPE}/${serialNumber}`;
    const headers = { authorization: `ApplePass ${tokenOf(serialNumber)}` };
    await this.#do(device, async () => {
      // A person taps again when the page does not load.
      for (let bytes: Uint8Array | undefined; bytes === undefined;) {
        bytes = await this.#download(new Request(url, { headers })).catch(waitAfterFault);
        if (bytes === undefined) continue;
        const { refused } = await device.wallet.add(bytes);
        for (const { because } of refused) this.faults.push(`${device.name} refuses ${serialNumber}: ${because}`);
      }
    });
  }

  async #download(request: Request): Promise<Uint8Array> {
    const response = await this.#send(request);
    if (PATIENT_STATUSES.has(response.status)) throw new TypeError(NO_SERVER);
    return new Uint8Array(await response.arrayBuffer());
  }

  async remove(device: FleetDevice, serialNumber: string): Promise<void> {
    device.registered.delete(serialNumber);
    await this.#do(device, () => device.wallet.remove({ passTypeIdentifier: PASS_TYPE, serialNumber }));
  }

  async runDue(): Promise<void> {
    await Promise.all(this.devices.map((device) => this.#do(device, () => device.wallet.runDue())));
  }

  async settle(): Promise<void> {
    while (this.#busy.size > 0) await Promise.all(this.#busy);
  }

  async differences({ name, wallet }: FleetDevice, truth: ReadonlyMap<string, number>): Promise<readonly string[]> {
    const differences: string[] = [];
    for (const pass of wallet.passes) {
      const wanted = truth.get(pass.serialNumber);
      const held = await countOf(await wallet.read(pass));
      if (held !== wanted) differences.push(`${name} shows ${held} on ${pass.serialNumber}, which is at ${wanted}`);
    }
    return differences;
  }

  /** Does something on a device; what goes wrong on the way to the server is no fault, all else is. */
  async #do(device: FleetDevice, work: () => Promise<unknown>): Promise<void> {
    const done = work().catch((error: unknown) => {
      if (!isNetworkFault(error)) this.faults.push(`${device.name}: ${String(error)}`);
    });
    this.#busy.add(done);
    await done;
    this.#busy.delete(done);
  }

  /** A list is judged by what was registered before it was asked for. */
  async #fetch(device: FleetDevice, request: Request): Promise<Response> {
    const isList = request.method === "GET" && new URL(request.url).pathname.includes("/registrations/");
    if (!isList) return this.#send(request);
    const [since, before] = [new URL(request.url).searchParams.get("passesUpdatedSince"), this.#moment];
    const response = await this.#send(request);
    if (response.status !== 200) return response;
    const text = await response.text();
    const body = JSON.parse(text) as { readonly serialNumbers: readonly string[]; readonly lastUpdated: string };
    this.#options.ledger.note({
      device: device.name,
      since: since === null ? null : Number(since),
      tag: Number(body.lastUpdated),
      serialNumbers: new Set(body.serialNumbers),
      registered: [...device.registered].filter(([, moment]) => moment <= before).map(([serialNumber]) => serialNumber),
    });
    return new Response(text, { status: response.status, headers: response.headers });
  }

  #send(request: Request): Promise<Response> {
    const origin = this.#options.origin();
    if (origin === null) return Promise.reject(new TypeError(NO_SERVER));
    return fetch(new Request(request.url.replace(PUBLIC_URL, origin), request));
  }

  #take(device: FleetDevice, event: DeviceEvent): void {
    switch (event.kind) {
      case "registered":
        this.#moment += 1;
        if (!device.registered.has(event.pass.serialNumber)) device.registered.set(event.pass.serialNumber, this.#moment);
        return;
      case "unregistered":
        device.registered.delete(event.serialNumber);
        return;
      case "listed": {
        const tag = event.lastUpdated === null ? device.tag : Number(event.lastUpdated);
        if (device.tag !== null && tag !== null && tag < device.tag) {
          this.faults.push(`the tag of ${device.name} goes back from ${device.tag} to ${tag}`);
        }
        device.tag = tag;
        return;
      }
      case "updated":
        this.updates += 1;
        return;
      case "failed":
        if (event.fault.kind === "network") return;
        if (event.fault.kind === "status" && PATIENT_STATUSES.has(event.fault.status)) return;
        this.faults.push(`${device.name}: ${event.task.kind} failed: ${JSON.stringify(event.fault)}`);
        return;
      case "unchanged":
      case "logged":
        return;
    }
  }
}

function isNetworkFault(error: unknown): boolean {
  return error instanceof TypeError && NETWORK.has(error.message);
}

async function waitAfterFault(error: unknown): Promise<undefined> {
  if (!isNetworkFault(error)) throw error;
  await new Promise((resolve) => {
    setTimeout(resolve, 50);
  });
}

/** The count that stands on the face of a pass. */
async function countOf(bytes: Uint8Array): Promise<number> {
  const { data } = (await PassPackage.read(bytes)) as { readonly data: FaceData };
  return Number(/\d+/u.exec(data.storeCard?.headerFields?.[0]?.value ?? "")?.[0] ?? Number.NaN);
}

interface FaceData {
  readonly storeCard?: { readonly headerFields?: readonly { readonly value?: string }[] };
}
