import { expect } from "vitest";
import type { CertificateRequestRecord } from "../../../src/storage/certificates/certificate-storage.ts";
import { createRule, type OpenTestStorage } from "./rule.ts";

const AUDIT = { at: 5, projectId: "default", actor: "local", action: "requestCertificate", object: "x", requestId: "" } as const;
const options = { audit: AUDIT };
const request = (id: string): CertificateRequestRecord => ({
  id,
  passTypeIdentifier: "pass.com.example.a",
  publicKey: `key of ${id}`,
  request: "-----BEGIN CERTIFICATE REQUEST-----",
  sealedKey: `sealed ${id}`,
  createdAt: 7,
});
const certificate = (id: string, fingerprint = `print of ${id}`) => ({
  ...request(id),
  certificate: new Uint8Array([48, 0, 255]),
  intermediate: new Uint8Array([48, 1]),
  fingerprint,
});

/** Certificates, sealed keys, warnings. */
export function certificateStoreContract(open: OpenTestStorage): void {
  const rule = createRule(open);

  rule("a request gets its certificate, whose bytes come back as they were", async ({ storage: { certificates, access } }) => {
    expect(await certificates.list()).toEqual([]);
    expect(await certificates.addRequest(request("a"), options)).toBe("added");
    expect(await certificates.addRequest(request("a"), options)).toBe("exists");
    expect(await certificates.list()).toEqual([{ ...request("a"), certificate: null, intermediate: null, fingerprint: null }]);
    expect(await certificates.save(certificate("a"), options)).toBe("saved");
    const [kept] = await certificates.list();
    expect({ ...kept, certificate: [...kept!.certificate!], intermediate: [...kept!.intermediate!] }).toEqual({
      ...certificate("a"),
      certificate: [48, 0, 255],
      intermediate: [48, 1],
    });
    expect(await access.audit({ projectId: "default", limit: 10 })).toHaveLength(2);
  });

  rule("a certificate is kept once, and a row takes no second one", async ({ storage: { certificates } }) => {
    expect(await certificates.save(certificate("a"), options)).toBe("saved");
    expect(await certificates.save(certificate("b", "print of a"), options)).toBe("exists");
    expect(await certificates.save(certificate("a", "another"), options)).toBe("exists");
    expect((await certificates.list()).map(({ id }) => id)).toEqual(["a"]);
  });

  rule("of many that bring the same certificate at once one is told that it did", async ({ storage, openAnother }) => {
    const other = await openAnother();
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        (index % 2 === 0 ? storage : other).certificates.save(certificate(`c${index}`, "one"), options),
      ),
    );
    expect(results.filter((result) => result === "saved")).toHaveLength(1);
    expect(await storage.certificates.list()).toHaveLength(1);
  });

  rule("every process sees that certificates have come or gone", async ({ storage, openAnother }) => {
    const other = await openAnother();
    const versions = [await other.certificates.version()];
    await storage.certificates.addRequest(request("a"), options);
    expect(await other.certificates.version()).toBe(versions[0]);
    await storage.certificates.save(certificate("a"), options);
    versions.push(await other.certificates.version());
    expect(await storage.certificates.remove("a", options)).toBe("removed");
    versions.push(await other.certificates.version());
    expect(new Set(versions).size).toBe(3);
    expect(await storage.certificates.remove("a", options)).toBe("absent");
    expect(await storage.certificates.remove("\0", options)).toBe("absent");
    expect(await other.certificates.version()).toBe(versions[2]);
  });

  rule("a warning is given for the first time once, and once a day after that, whoever asks", async ({ storage, openAnother }) => {
    const other = await openAnother();
    const notice = {
      fingerprint: "f",
      passTypeIdentifier: "pass.a",
      kind: "certificate-expires",
      threshold: 30,
      expiresAt: 2,
      at: 1,
    };
    const tell = (day: number, threshold = 30) =>
      Promise.all([storage, other, storage, other].map((one) => one.certificates.noteNotice({ ...notice, day, threshold })));
    expect((await tell(10)).toSorted()).toEqual(["first", "told", "told", "told"]);
    expect(await tell(10)).toEqual(["told", "told", "told", "told"]);
    expect((await tell(11)).toSorted()).toEqual(["again", "told", "told", "told"]);
    expect((await tell(11, 7)).toSorted()).toEqual(["first", "told", "told", "told"]);
    // A clock that was set back gives no warning again.
    expect(await tell(9)).toEqual(["told", "told", "told", "told"]);
  });

  rule("secrets are sealed anew all together, or not at all when one has changed", async ({ storage: { certificates } }) => {
    await certificates.addRequest(request("a"), options);
    await certificates.addRequest(request("b"), options);
    const rows = await certificates.sealed();
    expect(rows).toEqual(
      ["a", "b"].map((row) => ({ column: "certificates.sealed_key", purpose: "certificate-key", row, sealed: `sealed ${row}` })),
    );
    const resealed = rows.map((row) => Object.assign({ resealed: `new ${row.row}` }, row));
    const stale = resealed.map((row) => (row.row === "b" ? Object.assign({}, row, { sealed: "older" }) : row));
    await expect(certificates.reseal(stale)).rejects.toMatchObject({ code: "ERR_STORAGE_FAILED" });
    expect((await certificates.list()).map(({ sealedKey }) => sealedKey)).toEqual(["sealed a", "sealed b"]);
    await certificates.reseal(resealed);
    expect((await certificates.list()).map(({ sealedKey }) => sealedKey)).toEqual(["new a", "new b"]);
  });

  rule("keys of a project that is archived are none, until it is taken back", async ({ storage: { access } }) => {
    await access.createProject({ id: "brand", name: "Brand", createdAt: 3 }, options);
    const key = {
      id: "k",
      projectId: "brand",
      name: "K",
      hint: "pw_live_abcd",
      scopes: ["read"],
      createdAt: 4,
      hash: "ab".repeat(32),
    };
    await access.createKey({ ...key, expiresAt: 99 }, options);
    expect(await access.findKey(key.hash)).toMatchObject({ id: "k", expiresAt: 99 });
    expect(await access.updateProject("brand", { archivedAt: 9 }, options)).toBe("updated");
    expect(await access.findKey(key.hash)).toBeUndefined();
    expect(await access.updateProject("brand", { archivedAt: null, name: "Brand 2" }, options)).toBe("updated");
    expect(await access.findKey(key.hash)).toMatchObject({ id: "k" });
    expect(await access.updateKey({ id: "k", projectId: "brand" }, { name: "New", expiresAt: null }, options)).toBe("updated");
    expect(await access.findKey(key.hash)).toMatchObject({ name: "New", expiresAt: null });
    expect(await access.updateKey({ id: "k", projectId: "default" }, { name: "Stolen" }, options)).toBe("absent");
    expect(await access.updateProject("none", { name: "x" }, options)).toBe("absent");
    await access.assignPassType("pass.b", "brand", options);
    expect(await access.assignedPassTypes()).toEqual([{ passTypeIdentifier: "pass.b", projectId: "brand" }]);
    expect((await access.projects()).map(({ id, name, archivedAt }) => [id, name, archivedAt])).toEqual([
      ["brand", "Brand 2", null],
      ["default", "Default", null],
    ]);
  });
}
