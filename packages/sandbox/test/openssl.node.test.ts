import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createThrowawayAuthority, generateKeyMaterial, type IssuedCertificate } from "../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "passwright-authority-"));
afterAll(() => rmSync(folder, { recursive: true }));

const now = new Date("2026-03-01T12:00:00Z");
const authority = await createThrowawayAuthority({ now });
const key = await generateKeyMaterial("rsa-2048");
const names = { passTypeIdentifier: "pass.com.example.demo", teamIdentifier: "A1B2C3D4E5", key };

function write(name: string, data: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, data);
  return path;
}

function openssl(...args: readonly string[]): string {
  return execFileSync("openssl", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

const root = write("root.pem", authority.root.certificatePem);
const intermediate = write("intermediate.pem", authority.intermediate.certificatePem);

/** What OpenSSL says of a chain: "OK" or its reason. */
function verify(issued: Pick<IssuedCertificate, "certificatePem">, ...more: readonly string[]): string {
  const leaf = write("leaf.pem", issued.certificatePem);
  const at = String(now.getTime() / 1000);
  const args = ["verify", "-x509_strict", "-attime", at, "-CAfile", root, "-untrusted", intermediate, ...more, leaf];
  const { stdout, stderr } = spawnSync("openssl", args, { encoding: "utf8" });
  return /error \d+ at .*lookup: ?(.*)/.exec(stdout + stderr)?.[1] ?? stdout.trim().split(": ").at(-1) ?? "";
}

describe("OpenSSL", () => {
  test.each(["rsa-2048", "ec-p256", "ec-p384", "ec-p521"] as const)(
    "accepts the chain of a leaf with %s, strictly",
    async (kind) => {
      expect(verify(await authority.issuePassCertificate({ ...names, key: kind }))).toBe("OK");
    },
  );

  test("accepts a chain of EC authorities", async () => {
    const ec = await createThrowawayAuthority({ now, keyKind: "ec-p256" });
    const leaf = write("ec-leaf.pem", (await ec.issuePassCertificate(names)).certificatePem);
    const [ecRoot, ecIntermediate] = [
      write("ec-root.pem", ec.root.certificatePem),
      write("ec-int.pem", ec.intermediate.certificatePem),
    ];
    const at = String(now.getTime() / 1000);
    expect(openssl("verify", "-x509_strict", "-attime", at, "-CAfile", ecRoot, "-untrusted", ecIntermediate, leaf)).toContain("OK");
  });

  test.each([
    ["an expired leaf", { notAfter: new Date("2026-02-01T00:00:00Z") }, "certificate has expired"],
    ["a corrupt signature", { corruptSignature: true }, "certificate signature failure"],
    [
      "an unknown critical extension",
      { extensions: [{ oid: "1.2.3.4", critical: true, value: new Uint8Array([5, 0]) }] },
      "unhandled critical extension",
    ],
  ])("refuses %s", async (_name, bend, reason) => {
    expect(verify(await authority.issuePassCertificate({ ...names, ...bend }))).toBe(reason);
  });

  test("refuses an authority below one whose path length is 0", async () => {
    const below = await authority.issueAuthority({ by: authority.intermediate, subject: [["CN", "below"]], key });
    const path = write("below.pem", below.certificatePem + authority.intermediate.certificatePem);
    expect(verify(await authority.issuePassCertificate({ ...names, by: below }), "-untrusted", path)).toBe(
      "path length constraint exceeded",
    );
  });

  test("shows the certificate as it shows Apple's", async () => {
    const text = openssl(
      "x509",
      "-in",
      write("shown.pem", (await authority.issuePassCertificate(names)).certificatePem),
      "-noout",
      "-text",
    );
    expect(text).toContain("Subject: UID = pass.com.example.demo, CN = Pass Type ID: pass.com.example.demo, OU = A1B2C3D4E5");
    expect(text).toContain("TLS Web Client Authentication, 1.2.840.113635.100.4.14");
    expect(text).toMatch(/Key Usage: critical\s+Digital Signature\n/);
  });

  test("reads the key", async () => {
    const { privateKeyPem } = await authority.issuePassCertificate(names);
    expect(openssl("pkey", "-in", write("key.pem", privateKeyPem), "-check", "-noout")).toContain("Key is valid");
  });
});

describe("the list of revoked certificates", () => {
  test("is signed, dated, numbered and holds what was revoked", async () => {
    const one = await createThrowawayAuthority({ now, keys: authority.keys });
    const revoked = await one.issuePassCertificate(names);
    const kept = await one.issuePassCertificate(names);
    const list = await one.revoke(revoked.certificate, { reason: "keyCompromise" });
    const path = write("list.crl", list);
    const text = openssl("crl", "-inform", "DER", "-in", path, "-noout", "-text", "-CAfile", intermediate);
    expect(text).toMatch(/Key Compromise/);
    expect(text).toMatch(/Last Update: Mar {2}1 12:00:00 2026 GMT\s+Next Update: Mar 31 12:00:00 2026 GMT/);
    const pem = write("list.pem", openssl("crl", "-inform", "DER", "-in", path));
    const serial = openssl("x509", "-in", write("revoked.pem", revoked.certificatePem), "-noout", "-serial").trim().split("=")[1];
    expect(text).toContain(serial);
    const check = ["-crl_check", "-CRLfile", pem];
    const [ownRoot, ownIntermediate] = [
      write("own-root.pem", one.root.certificatePem),
      write("own-int.pem", one.intermediate.certificatePem),
    ];
    const own = ["-CAfile", ownRoot, "-untrusted", ownIntermediate];
    expect(verify(revoked, ...own, ...check)).toBe("certificate revoked");
    expect(verify(kept, ...own, ...check)).toBe("OK");
  });

  test("may be empty", async () => {
    const text = openssl("crl", "-inform", "DER", "-in", write("empty.crl", await authority.revocationList()), "-noout", "-text");
    expect(text).toContain("No Revoked Certificates");
  });
});
