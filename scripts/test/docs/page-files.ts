import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassPackage, PassTemplate, type Signer, type SignOptions } from "@passwright/pass";
import { readFolder } from "@passwright/pass/node";
import { createThrowawayAuthority } from "@passwright/sandbox";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readCodeBlocks } from "./code-blocks.ts";
import { readText, ROOT } from "./repository.ts";

/** What lies in the folder before a page's commands are typed in, by page. */
export const PAGE_FILES: Readonly<Record<string, (folder: string) => void | Promise<void>>> = {
  "README.md": writeFirstExample,
  "docs/guide/why-wont-my-pass-install.md": writeBrokenPasses,
  "docs/guide/templates.md": (folder) =>
    cpSync(join(ROOT, "examples/boarding.pass"), join(folder, "boarding.pass"), { recursive: true }),
  "docs/guide/pictures.md": (folder) =>
    cpSync(join(ROOT, "examples/boarding.pass"), join(folder, "boarding.pass"), { recursive: true }),
  "docs/guide/editing-and-updating.md": writeBoardingPass,
  "docs/guide/device.md": startIssuers,
};

/** The first example, as it is pasted from the page. */
function writeFirstExample(folder: string): void {
  const first = readCodeBlocks("README.md", readText("README.md")).find(({ language }) => language === "js");
  writeFileSync(join(folder, "ticket.mjs"), first?.code ?? "");
}

const BOARDING = { passTypeIdentifier: "pass.com.example.boarding", teamIdentifier: "EXAMPLE123" };

/** A pass to edit, and what signs it anew. */
async function writeBoardingPass(folder: string): Promise<void> {
  cpSync(join(ROOT, "examples/boarding.pass"), join(folder, "boarding.pass"), { recursive: true });
  const template = await PassTemplate.fromFiles(await readFolder(join(folder, "boarding.pass")));
  const issued = await (await createThrowawayAuthority()).issuePassCertificate(BOARDING);
  const signed = await (await template.buildSample()).sign(await issued.signer(), { signingTime: new Date() });
  writeFileSync(join(folder, "boarding.pkpass"), signed.toBytes());
}

/** What happens elsewhere between two commands of a page: before a command that begins so. */
export const PAGE_EVENTS: Readonly<Record<string, Readonly<Record<string, (folder: string) => Promise<void>>>>> = {
  "docs/guide/first-pass.md": { "passwright cert import": answerAsApple },
  "docs/guide/device.md": { "passwright device refresh": openDoorsLater },
};

/** Passes with web services that answer while the commands of the page run. */
async function startIssuers(folder: string): Promise<void> {
  const program = join(ROOT, "scripts/test/docs/issuer-server.ts");
  const child = spawn(process.execPath, ["--conditions=@passwright/source", program, folder], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  await once(child.stdout, "data");
  // It ends when the folder goes.
  child.stdout.destroy();
  child.unref();
}

/** The issuer changes the ticket. */
async function openDoorsLater(folder: string): Promise<void> {
  const url = readFileSync(join(folder, ".change-url"), "utf8");
  await fetch(`${url}?serial=0001&doors=18:30`);
}

/** Apple's site, played by a throwaway authority: the certificate for the request that lies in the folder. */
async function answerAsApple(folder: string): Promise<void> {
  const authority = await createThrowawayAuthority();
  const request = readFileSync(join(folder, "pass.certSigningRequest"));
  const issued = await authority.issueFromRequest(request, {
    passTypeIdentifier: "pass.com.example.ticket",
    teamIdentifier: "EXAMPLE123",
  });
  // With its intermediate, which a signer would otherwise have to be given: only Apple's are known to it.
  writeFileSync(join(folder, "pass.cer"), `${issued.certificatePem}${authority.intermediate.certificatePem}`);
  writeFileSync(join(folder, "root.pem"), authority.root.certificatePem);
}

/** One pass for each step that a device walks, broken there. */
async function writeBrokenPasses(folder: string): Promise<void> {
  const authority = await createThrowawayAuthority();
  const ids = { passTypeIdentifier: "pass.com.example.ticket", teamIdentifier: "A1B2C3D4E5" };
  const issued = await authority.issuePassCertificate(ids);
  const signer = await issued.signer();
  const icon = readFileSync(join(ROOT, "examples/boarding.pass/icon@2x.png"));
  const icon3x = readFileSync(join(ROOT, "examples/boarding.pass/icon@3x.png"));
  const whole = PassPackage.create(
    {
      formatVersion: 1,
      ...ids,
      serialNumber: "0001",
      organizationName: "Playhouse",
      description: "Theatre ticket",
      expirationDate: "2099-12-31T23:00Z",
      eventTicket: {
        primaryFields: [{ key: "event", label: "EVENT", value: "Opening night" }],
        backFields: [{ key: "contact", label: "Contact", value: "https://playhouse.example/contact" }],
      },
    },
    { "icon@2x.png": icon, "icon@3x.png": icon3x },
  );
  const write = (name: string, bytes: Uint8Array | string): void => writeFileSync(join(folder, name), bytes);
  const now: SignOptions = { signingTime: new Date() };
  const good = await whole.sign(signer, now);
  const altered = (files: Readonly<Record<string, Uint8Array | string>>): Promise<Uint8Array> =>
    PassPackage.fromFiles(new Map<string, Uint8Array | string>([...good.files, ...Object.entries(files)])).toBytes();
  const text = (path: string): string => new TextDecoder().decode(good.files.get(path));

  write("root.pem", authority.root.certificatePem);
  write("good.pkpass", good.toBytes());
  write("error-page.pkpass", "<!doctype html><title>Not found</title>");
  write("unsigned.pkpass", await whole.toBytes());
  const inFolder = new Map([...good.files].map(([path, bytes]) => [`ticket/${path}`, bytes] as const));
  write("folder.pkpass", await PassPackage.fromFiles(inFolder).toBytes());
  write(
    "comma.pkpass",
    await signAnything({ ...Object.fromEntries(good.files), "pass.json": text("pass.json").replace('"0001",', '"0001"') }, signer),
  );
  const optimized = new Uint8Array([...icon, 0]);
  write("optimized.pkpass", await altered({ "icon@2x.png": optimized }));
  const manifest = JSON.stringify({ ...(JSON.parse(text("manifest.json")) as object), "icon@2x.png": sha1(optimized) });
  write("new-manifest.pkpass", await altered({ "icon@2x.png": optimized, "manifest.json": manifest }));
  write("junk.pkpass", await altered({ ".DS_Store": "Bud1" }));
  const allow = { allow: { otherIdentity: true, incomplete: true }, ...now };
  write(
    "other-team.pkpass",
    (await whole.edit((editor) => editor.setValue("teamIdentifier", "Z9Y8X7W6V5")).sign(signer, allow)).toBytes(),
  );
  write("no-description.pkpass", (await whole.edit((editor) => editor.removeValue("description")).sign(signer, allow)).toBytes());

  const lastYear = new Date(Date.now() - 600 * 86_400_000);
  const old = await createThrowawayAuthority({ now: lastYear, keys: authority.keys });
  const oldSigner = await (await old.issuePassCertificate(ids)).signer();
  write("last-year.pkpass", (await whole.sign(oldSigner, { signingTime: lastYear })).toBytes());
  write("last-year-root.pem", old.root.certificatePem);

  // Signed by hand, as many scripts do it, and the intermediate forgotten.
  mkdirSync(join(folder, ".by-hand"));
  const byHand = (name: string): string => join(folder, ".by-hand", name);
  writeFileSync(byHand("manifest.json"), good.files.get("manifest.json") ?? "");
  writeFileSync(byHand("cert.pem"), issued.certificatePem);
  writeFileSync(byHand("key.pem"), issued.privateKeyPem);
  const command = "cms -sign -binary -in manifest.json -signer cert.pem -inkey key.pem -outform DER -out signature -md sha256";
  spawnSync("openssl", command.split(" "), { cwd: join(folder, ".by-hand") });
  write("no-wwdr.pkpass", await altered({ signature: readFileSync(byHand("signature")) }));
  write("wwdr.pem", authority.intermediate.certificatePem);
}

/** A manifest and a signature around files that no signer of ours would take. */
async function signAnything(files: Readonly<Record<string, Uint8Array | string>>, signer: Signer): Promise<Uint8Array> {
  const rest = Object.entries(files).filter(([path]) => path !== "manifest.json" && path !== "signature");
  const manifest = new TextEncoder().encode(
    JSON.stringify(Object.fromEntries(rest.map(([path, content]) => [path, sha1(content)]))),
  );
  const signature = await signer.sign(manifest, { signingTime: new Date() });
  return PassPackage.fromFiles([...rest, ["manifest.json", manifest], ["signature", signature]]).toBytes();
}

function sha1(content: Uint8Array | string): string {
  return createHash("sha1").update(content).digest("hex");
}
