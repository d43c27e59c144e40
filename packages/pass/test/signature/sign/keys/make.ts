/**
 * Makes the key files and PKCS#12 files of this folder with OpenSSL and a throwaway authority, once:
 * `node --conditions=@passwright/source packages/pass/test/signature/sign/keys/make.ts`. The keys protect nothing.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createThrowawayAuthority } from "@passwright/sandbox";

const folder = import.meta.dirname;
const secret = ["-passout", "pass:correct horse"];
const legacy = ["-provider", "legacy", "-provider", "default"];

function openssl(...args: readonly string[]): string {
  return execFileSync("openssl", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

const toPkcs8 = (out: string, ...how: readonly string[]) =>
  openssl("pkcs8", "-topk8", "-in", "rsa-pkcs8.pem", "-out", out, ...secret, ...how);

openssl("genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", "rsa-pkcs8.pem");
openssl("rsa", "-in", "rsa-pkcs8.pem", "-traditional", "-out", "rsa-pkcs1.pem");
openssl("pkey", "-in", "rsa-pkcs8.pem", "-pubout", "-out", "rsa-public.pem");
openssl("rsa", "-in", "rsa-pkcs8.pem", "-RSAPublicKey_out", "-out", "rsa-public-pkcs1.pem");
openssl("req", "-new", "-key", "rsa-pkcs8.pem", "-subj", "/CN=Example", "-out", "rsa-request.pem");

toPkcs8("rsa-aes256.pem");
toPkcs8("rsa-aes128-sha1.pem", "-v2", "aes-128-cbc", "-v2prf", "hmacWithSHA1");
toPkcs8("rsa-aes256-sha512.pem", "-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA512");
toPkcs8("rsa-3des.pem", "-v2", "des3");
toPkcs8("rsa-scrypt.pem", "-scrypt");
toPkcs8("rsa-pbe-3des.pem", "-v1", "PBE-SHA1-3DES", ...legacy);
toPkcs8("rsa-pbe-2des.pem", "-v1", "PBE-SHA1-2DES", ...legacy);
toPkcs8("rsa-pbe-rc2-128.pem", "-v1", "PBE-SHA1-RC2-128", ...legacy);
toPkcs8("rsa-pbe-rc2-40.pem", "-v1", "PBE-SHA1-RC2-40", ...legacy);
toPkcs8("rsa-pbe-rc4.pem", "-v1", "PBE-SHA1-RC4-128", ...legacy);
toPkcs8("rsa-pbe-md5-des.pem", "-v1", "PBE-MD5-DES", ...legacy);
toPkcs8("rsa-pbe-sha1-des.pem", "-v1", "PBE-SHA1-DES", ...legacy);
for (const cipher of ["des", "des3", "aes128", "aes192", "aes256", "camellia128"]) {
  const out = `rsa-old-${cipher}.pem`;
  openssl("rsa", "-in", "rsa-pkcs8.pem", "-traditional", `-${cipher}`, "-out", out, ...secret, ...legacy);
}

openssl("ecparam", "-name", "prime256v1", "-genkey", "-out", "ec-sec1.pem");
openssl("pkcs8", "-topk8", "-nocrypt", "-in", "ec-sec1.pem", "-out", "ec-pkcs8.pem");
openssl("ec", "-in", "ec-sec1.pem", "-no_public", "-out", "ec-no-public.pem");
openssl("ec", "-in", "ec-sec1.pem", "-param_enc", "explicit", "-out", "ec-explicit.pem");
openssl("genpkey", "-algorithm", "ED25519", "-out", "ed25519.pem");
openssl("genpkey", "-algorithm", "RSA-PSS", "-pkeyopt", "rsa_keygen_bits:2048", "-out", "rsa-pss.pem");
execFileSync("ssh-keygen", ["-q", "-t", "rsa", "-b", "2048", "-N", "", "-C", "example", "-f", `${folder}/openssh.pem`]);

const authority = await createThrowawayAuthority({ now: new Date("2026-03-01T12:00:00Z") });
const { certificatePem } = await authority.issueFromRequest(openssl("req", "-in", "rsa-request.pem"), {
  passTypeIdentifier: "pass.com.example.passwright",
  teamIdentifier: "A1B2C3D4E5",
});
writeFileSync(`${folder}/leaf.pem`, certificatePem);
writeFileSync(`${folder}/intermediate.pem`, authority.intermediate.certificatePem);
writeFileSync(`${folder}/chain.pem`, authority.root.certificatePem + authority.intermediate.certificatePem);

const toPkcs12 = (out: string, ...how: readonly string[]) =>
  openssl(
    "pkcs12",
    "-export",
    "-inkey",
    "rsa-pkcs8.pem",
    "-in",
    "leaf.pem",
    "-certfile",
    "chain.pem",
    "-out",
    out,
    ...secret,
    ...how,
  );

toPkcs12("new.p12", "-name", "Pass Type ID");
toPkcs12("keychain.p12", "-legacy", "-name", "Pass Type ID");
toPkcs12("3des.p12", "-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-macalg", "sha1", ...legacy);
toPkcs12("sha512.p12", "-macalg", "sha512", "-iter", "10000");
toPkcs12("plain.p12", "-keypbe", "NONE", "-certpbe", "NONE");
toPkcs12("no-mac.p12", "-nomac");
openssl("pkcs12", "-export", "-nokeys", "-in", "chain.pem", "-out", "no-key.p12", ...secret);
openssl("pkcs12", "-export", "-nocerts", "-inkey", "rsa-pkcs8.pem", "-out", "no-certificate.p12", ...secret);
openssl("pkcs12", "-export", "-inkey", "rsa-pkcs8.pem", "-in", "leaf.pem", "-out", "empty.p12", "-passout", "pass:");
openssl(
  "pkcs12",
  "-export",
  "-legacy",
  "-inkey",
  "rsa-pkcs8.pem",
  "-in",
  "leaf.pem",
  "-out",
  "unicode.p12",
  "-passout",
  "pass:Größe€",
);
writeFileSync(`${folder}/bag-attributes.pem`, openssl("pkcs12", "-in", "new.p12", "-nodes", "-passin", "pass:correct horse"));
