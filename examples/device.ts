/** A phone and an issuer in one process: an update travels from the issuer's data to the lock screen. */
import { PassPackage } from "@passwright/pass";
import { createThrowawayAuthority } from "@passwright/sandbox";
import { Wallet } from "@passwright/wallet";
import { buildListBody, formatHttpDate, matchRequest, MEDIA_TYPES } from "@passwright/wallet/protocol";
import { readFile } from "node:fs/promises";

const authority = await createThrowawayAuthority();
const ids = { passTypeIdentifier: "pass.com.example.gate", teamIdentifier: "A1B2C3D4E5" };
const signer = await (await authority.issuePassCertificate(ids)).signer();
const service = { webServiceURL: "https://wallet.example.com", authenticationToken: "a-token-of-16-characters" };
const field = { key: "gate", label: "GATE", value: "B7", changeMessage: "Your gate is now %@" };
const about = { formatVersion: 1 as const, serialNumber: "1", organizationName: "Tern Air", description: "Boarding pass" };
const boardingPass = { transitType: "PKTransitTypeAir", headerFields: [field] } as const;
const icon = await readFile(`${import.meta.dirname}/boarding.pass/icon@2x.png`);
let pass = PassPackage.create({ ...about, ...ids, ...service, boardingPass }, { "icon@2x.png": icon });
let revision = 1;

/** The issuer's web service, for one pass and without asking for its token. */
async function answer(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const match = matchRequest(request.method, pathname, search);
  const endpoint = match.kind === "found" ? match.request.endpoint : null;
  if (endpoint === "list") return new Response(buildListBody({ serialNumbers: ["1"], lastUpdated: String(revision) }));
  if (endpoint !== "getPass") return new Response(null, { status: endpoint === "register" ? 201 : 200 });
  const signed = await pass.sign(signer, { signingTime: new Date() });
  const headers = { "content-type": MEDIA_TYPES.pass, "last-modified": formatHttpDate(new Date(revision * 1000)) };
  return new Response(new Uint8Array(signed.toBytes()), { headers });
}

const wallet = await Wallet.open({ fetch: answer, trustAnchors: authority.trustAnchors });
await wallet.add((await pass.sign(signer, { signingTime: new Date() })).toBytes());
pass = pass.edit((editor) => editor.setField("gate", "F12"));
revision += 1;
for (const event of await wallet.push(ids.passTypeIdentifier))
  if (event.kind === "updated") for (const { device, text } of event.notices) console.log(`${device}: ${text}`);
