import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseCertificate } from "../../../src/signature/certificate.ts";
import { isListAbout, parseRevocationList } from "../../../src/signature/crl.ts";
import { revoke } from "./forge.ts";
import { createWorld } from "./world.ts";

/** Lists of revoked certificates between OpenSSL and us, both ways. */
const run = promisify(execFile);

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "passwright-crl-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("a list that OpenSSL wrote is read: its times, its entries, its signature", async () => {
  const at = (name: string): string => join(folder, name);
  const request = [
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-keyout",
    at("key.pem"),
    "-subj",
    "/C=US/CN=Lister",
    "-days",
    "30",
  ];
  await run("openssl", [...request, "-addext", "keyUsage=critical,keyCertSign,cRLSign", "-outform", "DER", "-out", at("ca.cer")]);
  await run("openssl", ["x509", "-inform", "DER", "-in", at("ca.cer"), "-out", at("ca.pem")]);
  const revoked = [
    "R\t300101000000Z\t260201030405Z,keyCompromise\t0A\tunknown\t/CN=one",
    "R\t300101000000Z\t260202000000Z\t00F00D\tunknown\t/CN=two",
    "V\t300101000000Z\t\t0B\tunknown\t/CN=three",
  ];
  await writeFile(at("index.txt"), `${revoked.join("\n")}\n`);
  await writeFile(at("number"), "01\n");
  const settings = ["[ca]", "default_ca=a", "[a]", `database=${at("index.txt")}`, `crlnumber=${at("number")}`, "default_md=sha256"];
  await writeFile(at("ca.cnf"), `${[...settings, "crl_extensions=e", "[e]", "authorityKeyIdentifier=keyid"].join("\n")}\n`);
  const files = ["-cert", at("ca.pem"), "-keyfile", at("key.pem"), "-out", at("list.pem")];
  await run("openssl", ["ca", "-gencrl", "-config", at("ca.cnf"), "-crldays", "7", ...files]);
  await run("openssl", ["crl", "-in", at("list.pem"), "-outform", "DER", "-out", at("list.crl")]);

  const list = parseRevocationList(new Uint8Array(await readFile(at("list.crl"))));
  expect(list.find("0A")).toEqual({ at: new Date("2026-02-01T03:04:05Z"), reason: "keyCompromise" });
  expect(list.find("F00D")).toEqual({ at: new Date("2026-02-02T00:00:00Z"), reason: "unspecified" });
  expect(list.find("0B")).toBe(null);
  expect((list.nextUpdate?.getTime() ?? 0) - list.thisUpdate.getTime()).toBe(7 * 86_400_000);
  const issuer = parseCertificate(new Uint8Array(await readFile(at("ca.cer"))));
  expect(await isListAbout(list, issuer, issuer)).toBe(true);
  const stranger = parseCertificate((await createWorld()).root.der);
  expect(await isListAbout(list, issuer, stranger)).toBe(false);
});

test("a list that the tests forge is one that OpenSSL reads and believes", async () => {
  const { root, intermediate } = await createWorld();
  const path = join(folder, "forged.crl");
  await writeFile(path, await revoke({ issuer: root, revoked: [{ serialNumber: intermediate.serialNumber, reason: 4 }] }));
  await writeFile(join(folder, "root.cer"), root.der);
  await run("openssl", ["x509", "-inform", "DER", "-in", join(folder, "root.cer"), "-out", join(folder, "root.pem")]);
  const { stdout, stderr } = await run("openssl", [
    "crl",
    "-inform",
    "DER",
    "-in",
    path,
    "-CAfile",
    join(folder, "root.pem"),
    "-noout",
    "-text",
  ]);
  expect(`${stdout}${stderr}`).toMatch(/verify OK[^]*Superseded|Superseded[^]*verify OK/);
});
