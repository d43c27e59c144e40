import { connect } from "node:net";
import { expect, test } from "vitest";
import { isSameToken } from "../../src/device-service/authorise.ts";
import { openDeviceWorld, tokenOf } from "./support/device-world.ts";
import { PASS_TYPE } from "./support/test-authority.ts";

/** The whole answer as it comes over the wire, but for what differs each time. */
function ask(port: number, path: string, headers: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let text = "";
    socket.on("data", (chunk) => (text += chunk.toString("latin1")));
    socket.on("close", () => resolve(text.replace(/^(?:x-request-id|date): .*\r\n/gimu, "")));
    socket.on("error", reject);
    socket.write([`GET ${path} HTTP/1.1`, "host: x", "connection: close", ...headers, "", ""].join("\r\n"));
  });
}

test("an unknown pass and a wrong token are refused with the same bytes", async () => {
  const world = await openDeviceWorld();
  await world.issue("1");
  await world.issue("2");
  const path = (serial: string, type = PASS_TYPE) => `/wallet/v1/passes/${type}/${serial}`;
  const answers = [
    await ask(world.port, path("1"), []),
    await ask(world.port, path("1"), [`authorization: ApplePass ${tokenOf("2")}`]),
    await ask(world.port, path("1"), [`authorization: ApplePass ${tokenOf("1").slice(0, -1)}`]),
    await ask(world.port, path("1"), [`authorization: Basic ${tokenOf("1")}`]),
    await ask(world.port, path("unknown"), [`authorization: ApplePass ${tokenOf("1")}`]),
    await ask(world.port, path("1", "pass.com.example.other"), [`authorization: ApplePass ${tokenOf("1")}`]),
    await ask(world.port, path("1"), [`authorization: ApplePass ${"x".repeat(5000)}`]),
  ];
  expect(answers[0]).toMatch(/^HTTP\/1\.1 401 Unauthorized\r\nwww-authenticate: ApplePass\r\ncontent-length: 0\r\n/u);
  expect(new Set(answers).size).toBe(1);
});

test("an unknown pass costs the same steps as a wrong token: one look-up, nothing written, no body read", async () => {
  const steps: string[] = [];
  const world = await openDeviceWorld({
    replace: ({ storage }) => ({
      storage: {
        ...storage,
        passes: {
          ...storage.passes,
          findVersion: (key) => {
            steps.push("version");
            return storage.passes.findVersion(key);
          },
          find: () => {
            throw new Error("not needed");
          },
        },
        registrations: {
          ...storage.registrations,
          register: () => {
            throw new Error("not allowed");
          },
        },
      },
    }),
  });
  await world.issue("1");
  for (const serial of ["1", "unknown"]) {
    const { status } = await fetch(`${world.url}/v1/devices/d/registrations/${PASS_TYPE}/${serial}`, {
      method: "POST",
      headers: { authorization: "ApplePass wrong-token-0123456789" },
      body: "not even JSON",
    });
    expect(status).toBe(401);
  }
  expect(steps).toEqual(["version", "version"]);
});

test("tokens are the same only when they are equal", () => {
  const texts = ["", "a", "a\0", "b", "a".repeat(256), "a".repeat(257), "a".repeat(300), "\u{141}", "A", "\u{141}".repeat(300)];
  for (const [index, given] of texts.entries()) {
    for (const [other, expected] of texts.entries())
      expect(isSameToken(given, expected), `${index} ${other}`).toBe(index === other);
  }
});
