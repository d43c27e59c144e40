import { PROTOCOL_LIMITS } from "../../protocol/limits.ts";
import { mustHold, SOURCES } from "../conformance-case.ts";
import { defineCases } from "../define-case.ts";
import { registrationBody } from "../probe.ts";

const NEVER = "The phone is not registered: it gets no pushes and no updates, and says nothing.";
const STRANGER = "Anyone can register for someone's pass and learn when it changes.";

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

export const REGISTER_CASES = /* @__PURE__ */ defineCases("register", "full", [
  {
    id: "register-new",
    does: "registers a device that is new",
    expects: "201",
    consequence: NEVER,
    source: SOURCES.service,
    run: async (probe) => probe.expectStatus(await probe.register(probe.newDevice()), 201),
  },
  {
    id: "register-again",
    does: "registers a device a second time, with the same push token",
    expects: "200",
    consequence: "Phones register again after each restart; an error is logged each time.",
    source: SOURCES.service,
    run: async (probe) => {
      const device = probe.newDevice();
      const pushToken = probe.newToken();
      await probe.register(device, { pushToken });
      probe.expectStatus(await probe.register(device, { pushToken }), 200);
    },
  },
  {
    id: "register-new-push-token",
    does: "registers a device again with another push token",
    expects: "200",
    consequence: "The phone got a new push token and is not reached any more.",
    source: SOURCES.archive,
    run: async (probe) => {
      const device = await probe.registered();
      probe.expectStatus(await probe.register(device), 200);
    },
  },
  {
    id: "register-at-once",
    does: "sends eight registrations of one new device at once",
    expects: "one 201, else 200, and one serial number in the list",
    consequence: "Two rows for one phone: it is pushed to twice, and unregistering leaves one behind.",
    source: SOURCES.service,
    run: async (probe) => {
      const device = probe.newDevice();
      const pushToken = probe.newToken();
      const answers = await Promise.all(Array.from({ length: 8 }, () => probe.register(device, { pushToken })));
      const statuses = answers.map(({ status }) => status);
      mustHold(
        statuses.every((status) => status === 200 || status === 201),
        `the statuses were ${statuses.join(", ")}`,
      );
      mustHold(statuses.filter((status) => status === 201).length === 1, `the statuses were ${statuses.join(", ")}`);
      const { serialNumbers } = await probe.mustList(device);
      mustHold(serialNumbers.length === 1, `the list names ${serialNumbers.length} serial numbers`);
    },
  },
  {
    id: "register-two-devices",
    does: "registers two devices for one pass",
    expects: "201 for both, and the pass in both lists",
    consequence: "A pass that is on a phone and a Watch, or shared, is updated on one of them only.",
    source: SOURCES.archive,
    run: async (probe) => {
      const devices = [probe.newDevice(), probe.newDevice()];
      for (const device of devices) probe.expectStatus(await probe.register(device), 201);
      for (const device of devices) {
        const { serialNumbers } = await probe.mustList(device);
        mustHold(serialNumbers.includes(probe.pass.serialNumber), "the list does not name the pass");
      }
    },
  },
  {
    id: "register-no-token",
    does: "registers without an Authorization header, then lists",
    expects: "401, and nothing in the list",
    consequence: STRANGER,
    source: SOURCES.service,
    run: async (probe) => {
      const device = probe.newDevice();
      probe.expectStatus(await probe.register(device, { token: null }), 401);
      mustHold((await probe.listed(device)) === null, "the device is registered all the same");
    },
  },
  {
    id: "register-wrong-token",
    does: "registers with a made-up token, then lists",
    expects: "401, and nothing in the list",
    consequence: STRANGER,
    source: SOURCES.service,
    run: async (probe) => {
      const device = probe.newDevice();
      probe.expectStatus(await probe.register(device, { token: probe.newToken() }), 401);
      mustHold((await probe.listed(device)) === null, "the device is registered all the same");
    },
  },
  {
    id: "register-unknown-serial",
    does: "registers for a made-up serial number with the token of the pass",
    expects: "401",
    consequence: "Rows for passes that do not exist fill the database.",
    source: SOURCES.service,
    run: async (probe) => {
      const pass = { ...probe.pass, serialNumber: probe.newDevice() };
      probe.expectStatus(await probe.register(probe.newDevice(), { pass }), 401);
    },
  },
  {
    id: "register-bad-json",
    does: "registers with a body that is no JSON",
    expects: "400, or another 4xx",
    consequence: "None for phones; a server that crashes on it can be brought down by anyone with a pass.",
    source: SOURCES.http,
    run: async (probe) => probe.expectRefusal(await probe.register(probe.newDevice(), { body: bytesOf('{"pushToken":') })),
  },
  {
    id: "register-no-push-token",
    does: "registers with {} and with a push token that is a number",
    expects: "400, or another 4xx",
    consequence: "A registration that cannot be pushed to.",
    source: SOURCES.http,
    run: async (probe) => {
      probe.expectRefusal(await probe.register(probe.newDevice(), { body: bytesOf("{}") }));
      probe.expectRefusal(await probe.register(probe.newDevice(), { body: bytesOf('{"pushToken":5}') }));
    },
  },
  {
    id: "register-huge",
    severity: "advice",
    does: "registers with a push token of one megabyte",
    expects: "413, or another 4xx",
    consequence: "Anyone with a pass can fill the database.",
    source: SOURCES.http,
    run: async (probe) => {
      const pushToken = "a".repeat(PROTOCOL_LIMITS.registrationBytes * 64);
      probe.expectRefusal(await probe.register(probe.newDevice(), { body: registrationBody(pushToken) }));
    },
  },
  {
    id: "register-after-unregister",
    does: "registers, unregisters and registers again",
    expects: "201 the second time too",
    consequence: "A pass that was removed and added again gets no updates.",
    source: SOURCES.service,
    run: async (probe) => {
      const device = await probe.registered();
      await probe.unregister(device);
      probe.expectStatus(await probe.register(device), 201);
    },
  },
]);
