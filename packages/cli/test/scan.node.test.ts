import { expect, test } from "vitest";
import { PassPackage } from "@passwright/pass";
import { startIssuer } from "./support/issuer-server.ts";

const SCANNED = {
  pass: {
    barcodes: [{ format: "PKBarcodeFormatQR", messageEncoding: "iso-8859-1", message: "T-${serialNumber}" }],
  },
  settings: { scan: { kind: "once", show: { Gate: "${gate}" } } },
};

const SIGNED = {
  pass: {
    barcodes: [{ format: "PKBarcodeFormatQR", messageEncoding: "iso-8859-1", message: "${signedBarcode}" }],
  },
  settings: { scan: { kind: "unlimited" } },
};

test("a hand scanner types lines, and each is told whether to let in", async () => {
  const { world } = await startIssuer(SCANNED);
  const api = (args: readonly string[], stdin = "") => world.run(["api", ...args], { fetch, stdin });
  await api(["templates", "push", "gate.pass", "--publish"]);
  for (const serial of ["A", "B"]) await api(["passes", "create", "gate", "--serial", serial, "--set", "gate=B7"]);
  const trial = await api(["scan", "T-A", "--dry-run"]);
  expect(trial).toMatchObject({ code: 0, stdout: "ALLOWED  Valid\n         Gate: B7\n" });
  const lines = await api(["scan", "-", "--gate", "north"], "T-A\r\nT-A\nT-B\n\nT-none");
  expect(lines.code).toBe(0);
  expect(lines.stdout).toMatch(
    /^ALLOWED {2}Valid\n +Gate: B7\nREFUSED {2}Used already: .* UTC, north\n +Gate: B7\nALLOWED.*\n.*\nREFUSED {2}Not a pass of ours\n$/u,
  );
  expect(await api(["scan", "T-A", "--json"])).toMatchObject({ code: 1, json: [{ allowed: false, reason: "already-used" }] });

  const listed = await api(["scans", "list", "--serial", "B", "--json"]);
  expect(listed.json).toMatchObject([{ serialNumber: "B", gate: "north", allowed: true }]);
  expect((await api(["scans", "list", "--limit", "1"])).stdout).toContain("already-used");
  expect((await api(["scans", "counts", "gate"])).stdout).toMatch(/^all +2 +2$/mu);
  expect((await api(["undo-scan", listed.json[0].scanId])).stdout).toContain("B can be scanned again");
  expect((await api(["scan", "T-B"])).code).toBe(0);
});

test("a scanner whose answer is lost asks again, and the door goes on when there is none", async () => {
  const { world } = await startIssuer(SCANNED);
  await world.run(["api", "templates", "push", "gate.pass", "--publish"], { fetch });
  await world.run(["api", "passes", "create", "gate", "--serial", "A", "--set", "gate=B7"], { fetch });
  let asked = 0;
  // The server hears the scan, and its answer does not arrive.
  const losing: typeof fetch = async (...given) => {
    const answer = await fetch(...given);
    asked += 1;
    if (asked === 1) throw new TypeError("fetch failed");
    return answer;
  };
  expect(await world.run(["api", "scan", "T-A"], { fetch: losing })).toMatchObject({ code: 0 });
  expect(asked).toBe(2);
  const away: typeof fetch = () => Promise.reject(new TypeError("fetch failed"));
  const door = await world.run(["api", "scan", "-"], { fetch: away, stdin: "T-A\nT-B\n" });
  expect(door.stdout.match(/^NO ANSWER/gmu)).toHaveLength(2);
  expect(door.code).toBe(0);
});

test("a signed barcode is verified without the server, by a copy of its keys", async () => {
  const { world, origin } = await startIssuer(SIGNED);
  const run = (...args: string[]) => world.run(args, { fetch });
  await run("api", "templates", "push", "gate.pass", "--publish");
  await run("api", "passes", "create", "gate", "--serial", "A", "--set", "gate=B7", "-o", "a.pkpass");
  const { data } = await PassPackage.read(await world.read("a.pkpass"));
  const { message } = (data["barcodes"] as unknown as readonly { readonly message: string }[])[0]!;
  const address = `${origin}/.well-known/jwks.json`;
  const keySet = await (await fetch(address)).text();
  await world.write("keys.json", keySet);
  const offline = await world.run(["barcode", "verify", message, "--jwks", "keys.json", "--json"]);
  expect(offline).toMatchObject({ code: 0, json: [{ valid: true, payload: expect.stringMatching(/^[0-9a-f]{16}$/u) }] });
  expect((await run("barcode", "verify", message, "--jwks", address)).stdout).toMatch(/^VALID {2}payload [0-9a-f]{16}, key /u);
  const forged = await world.run(["barcode", "verify", `${message.slice(0, -4)}000.`, "--jwks", "keys.json"]);
  expect(forged).toMatchObject({ code: 1, stdout: "INVALID  forged, or changed since it was signed\n" });
  expect((await world.run(["barcode", "verify", "TICKET", "--jwks", "keys.json", "--json"])).json).toEqual([
    { valid: false, because: "not-signed" },
  ]);
  await world.write("none.json", "[1]");
  for (const keys of ["none.json", "missing.json"]) {
    expect((await world.run(["barcode", "verify", message, "--jwks", keys])).code).toBe(2);
  }
  expect((await run("api", "barcode-keys", "list")).stdout).toMatch(/signing/u);
  expect((await run("api", "barcode-keys", "rotate")).stdout).toContain("signs from");
  const [first] = (await run("api", "barcode-keys", "list", "--json")).json;
  expect((await run("api", "barcode-keys", "retire", first.kid)).code).not.toBe(0);
});
