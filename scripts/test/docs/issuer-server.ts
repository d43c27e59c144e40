/**
 * Two issuers with web services, for the page about the wallet without a phone: a program of its own, for the test waits while
 * commands run. Writes passes into the folder that it is given, prints a line when it is ready, and ends with the folder.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { type JsonObject, PassPackage, type Signer } from "@passwright/pass";
import { createThrowawayAuthority } from "@passwright/sandbox";
import { ReferenceService } from "../../../packages/wallet/test/support/reference-service.ts";

const IDS = { passTypeIdentifier: "pass.com.example.hall", teamIdentifier: "A1B2C3D4E5" };
const EXAMPLES = new URL("../../../examples/boarding.pass/", import.meta.url);
/** The path that the reference service answers at. */
const BASE = "/wallet";

const now = (): Date => new Date();

/** Signs with an authority of today: the pages are read today. */
class HallService extends ReferenceService {
  readonly #signer: Signer;

  constructor(signer: Signer) {
    super(now);
    this.#signer = signer;
  }

  protected override async build(json: JsonObject): Promise<Uint8Array> {
    const icons = ["icon@2x.png", "icon@3x.png"].map((name) => [name, readFileSync(new URL(name, EXAMPLES))] as const);
    const source = PassPackage.fromFiles([["pass.json", JSON.stringify(json)], ...icons]);
    return (await source.sign(this.#signer, { signingTime: now() })).toBytes();
  }
}

/** Answers unregister with 204, as many servers do. */
class ShakyService extends HallService {
  protected override async unregister(...args: Parameters<HallService["unregister"]>): Promise<Response> {
    await super.unregister(...args);
    return new Response(null, { status: 204 });
  }
}

function ticket(serialNumber: string, webServiceURL: string, doors: string): JsonObject {
  return {
    formatVersion: 1,
    ...IDS,
    serialNumber,
    webServiceURL,
    organizationName: "Harbour Hall",
    description: "Concert ticket",
    authenticationToken: `ticket-token-${serialNumber}`,
    relevantDates: [{ date: "2030-09-14T19:30+02:00" }],
    locations: [{ latitude: 59.9075, longitude: 10.7531, relevantText: "The hall is around the corner" }],
    eventTicket: {
      headerFields: [{ key: "doors", label: "DOORS", value: doors, changeMessage: "Doors now open at %@" }],
      primaryFields: [{ key: "event", label: "EVENT", value: "Opening night" }],
      backFields: [{ key: "contact", label: "Contact", value: "https://hall.example/contact" }],
    },
  };
}

async function start(service: HallService): Promise<string> {
  const holder = { url: "" };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = Buffer.concat(await request.toArray());
    const { method = "GET", url = "/" } = request;
    if (url.startsWith("/change?")) {
      const values = new URL(url, holder.url).searchParams;
      const serialNumber = values.get("serial") ?? "";
      await service.change({ ...IDS, serialNumber }, ticket(serialNumber, holder.url, values.get("doors") ?? ""));
      response.end();
      return;
    }
    const headers = new Headers(request.headers as Record<string, string>);
    const sent = new Request(`http://localhost${url}`, {
      method,
      headers,
      body: method === "GET" || method === "HEAD" ? null : body,
    });
    const result = await service.fetch(sent);
    response.writeHead(result.status, Object.fromEntries(result.headers)).end(new Uint8Array(await result.arrayBuffer()));
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  holder.url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}${BASE}`;
  return holder.url;
}

const [folder = "."] = process.argv.slice(2);
const authority = await createThrowawayAuthority();
const signer = await (await authority.issuePassCertificate(IDS)).signer();
writeFileSync(join(folder, "root.pem"), authority.root.certificatePem);
for (const [name, service] of [
  ["ticket.pkpass", new HallService(signer)],
  ["shaky.pkpass", new ShakyService(signer)],
] as const) {
  const url = await start(service);
  writeFileSync(join(folder, name), await service.issue(ticket("0001", url, "18:00")));
  if (name === "ticket.pkpass") writeFileSync(join(folder, ".change-url"), `${new URL(url).origin}/change`);
}
console.log("ready");
// Also when the test was killed: the folder goes, or the time.
const end = Date.now() + 180_000;
setInterval(() => {
  if (!existsSync(folder) || Date.now() > end) process.exit();
}, 200);
