import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createThrowawayAuthority } from "@passwright/sandbox";
import { readConfig, startServer } from "@passwright/server";
import { expect, onTestFinished, test } from "vitest";
import { createWorld } from "./support/world.ts";

const PASS_TYPE = "pass.com.example.gate";
const NAMES = { passTypeIdentifier: PASS_TYPE, teamIdentifier: "A1B2C3D4E5" };
const SECRET = "ab".repeat(32);

async function startIssuer() {
  const outer = await createWorld();
  const authority = await createThrowawayAuthority({ now: new Date() });
  await writeFile(join(outer.folder, "trust.pem"), authority.intermediate.certificatePem);
  const flags = { data: join(outer.folder, "data"), port: "0", trust: "trust.pem" };
  const config = readConfig({ flags, workingDirectory: outer.folder });
  const server = await startServer(config, { writeLog: () => undefined });
  let isRunning = true;
  const stop = async () => {
    if (isRunning) await server.stop();
    isRunning = false;
  };
  onTestFinished(stop);
  const environment = { PASSWRIGHT_SERVER: server.origin, PASSWRIGHT_API_KEY: server.firstKey ?? "" };
  const world = await createWorld({ now: () => new Date(), environment });
  const api = (...args: string[]) => world.run(["api", ...args], { fetch });
  return { authority, server, world, api, stop, data: config.dataFolder };
}

test("a certificate is requested, uploaded, imported, listed and deleted", async () => {
  const { authority, world, api } = await startIssuer();
  expect((await api("certificates", "list")).stderr).toBe("no certificates\n");
  const requested = await api("certificates", "request", PASS_TYPE, "--name", "Example Air", "--country", "DE");
  expect(requested).toMatchObject({ code: 0, stderr: "" });
  expect(requested.stdout).toContain("Its key stays on the server");
  expect((await api("certificates", "list")).stdout).toMatch(/^cert_[0-9a-f]{18} +pass\.com\.example\.gate +requested +– +api$/mu);
  const request = new TextDecoder().decode(await world.read(`${PASS_TYPE}.certSigningRequest`));
  const issued = await authority.issueFromRequest(request, NAMES);
  await world.write("pass.cer", issued.certificate);
  const uploaded = await api("certificates", "upload", "pass.cer");
  expect(uploaded.stdout).toMatch(/^signs +new passes and changes from now on$/mu);
  expect((await api("pass-types", "list")).stdout).toMatch(/^pass\.com\.example\.gate +A1B2C3D4E5 +1 /mu);

  const soon = new Date(Date.now() + 5 * 86_400_000);
  const other = await authority.issuePassCertificate({ ...NAMES, passTypeIdentifier: "pass.com.example.soon", notAfter: soon });
  await world.write("pair.pem", `${other.certificatePem}${other.privateKeyPem}`);
  const [imported] = (await api("certificates", "import", "pair.pem", "--json")).json as { id: string; warnings: object[] }[];
  expect(imported?.warnings).toMatchObject([{ kind: "certificate-expires", threshold: 7 }]);
  const listed = await api("certificates", "list");
  expect(listed.code).toBe(1);
  expect(listed.stderr).toMatch(/The certificate of pass\.com\.example\.soon expires on/u);
  expect((await api("certificates", "list", "--type", PASS_TYPE)).code).toBe(0);
  expect((await api("certificates", "delete", imported?.id ?? "")).stdout).toContain("is deleted");
  expect((await api("certificates", "upload", "pair.pem")).code).not.toBe(0);
});

test("projects are made, given pass types and keys, renamed and archived", async () => {
  const { server, api, world } = await startIssuer();
  expect((await api("projects", "create", "brand", "Brand")).stdout).toMatch(/^name +Brand$/mu);
  expect((await api("projects", "assign", "brand", "pass.com.example.brand")).stdout).toContain("pass.com.example.brand");
  const key = (await api("projects", "create-key", "brand", "Shop", "--scope", "admin")).stdout.trim();
  expect(key).toMatch(/^pw_live_/u);
  const environment = { PASSWRIGHT_SERVER: server.origin, PASSWRIGHT_API_KEY: key };
  const brand = await createWorld({ now: () => new Date(), environment });
  expect((await brand.run(["api", "keys", "list"], { fetch })).stdout).toContain("Shop");
  expect((await brand.run(["api", "projects", "list"], { fetch })).code).not.toBe(0);
  expect((await api("projects", "rename", "brand", "Brand 2")).stdout).toContain("Brand 2");
  expect((await api("projects", "archive", "brand")).stdout).toContain("archived");
  expect((await brand.run(["api", "keys", "list"], { fetch })).code).not.toBe(0);
  expect((await api("projects", "archive", "brand", "--undo")).stdout).not.toContain("archived");
  expect((await brand.run(["api", "keys", "list"], { fetch })).code).toBe(0);
  const [{ id = "" } = {}] = (await api("projects", "keys", "brand", "--json")).json as { id?: string }[];
  expect((await api("keys", "update", id, "--name", "stolen")).code).not.toBe(0);
  expect((await brand.run(["api", "keys", "update", id, "--name", "Till", "--expires", "2099-01-01"], { fetch })).stdout).toContain(
    "Till",
  );
  expect((await api("projects", "revoke-key", "brand", id)).stdout).toContain("is revoked");
  expect((await api("projects", "list")).stdout).toMatch(/^default/mu);
  expect(world).toBeDefined();
});

test("keys of a stopped server are sealed under a new secret, and told how many", async () => {
  const { world, api, stop, data } = await startIssuer();
  await api("certificates", "request", PASS_TYPE, "--name", "Example Air", "-o", "one.csr");
  const reseal = (environment: Record<string, string>) =>
    createWorld({ environment }).then((fresh) => fresh.run(["cert", "reseal", "--data", data]));
  expect((await reseal({ PASSWRIGHT_SECRET: SECRET })).stderr).toContain("The server has this data open.");
  await stop();
  expect((await reseal({ PASSWRIGHT_SECRET: SECRET })).stdout).toBe(
    "1 secrets are sealed anew; 0 were under the new secret already\n",
  );
  expect((await reseal({ PASSWRIGHT_SECRET: "cd".repeat(32) })).stderr).toContain("sealed under the secret");
  expect(await world.list()).toContain("one.csr");
});
