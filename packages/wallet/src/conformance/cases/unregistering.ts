import { mustHold, SOURCES } from "../conformance-case.ts";
import { defineCases } from "../define-case.ts";

const GHOST = "The issuer goes on pushing to a phone that removed the pass.";

export const UNREGISTER_CASES = /* @__PURE__ */ defineCases("unregister", "full", [
  {
    id: "unregister",
    does: "unregisters a device",
    expects: "200 (204 is not documented)",
    consequence: "The phone logs an error and tries again later, and again.",
    source: SOURCES.service,
    run: async (probe) => probe.expectStatus(await probe.unregister(await probe.registered()), 200),
  },
  {
    id: "unregister-again",
    does: "unregisters a device twice",
    expects: "200 the second time too",
    consequence: "The first answer got lost on the way, and the phone tries for ever.",
    source: SOURCES.service,
    run: async (probe) => {
      const device = await probe.registered();
      await probe.unregister(device);
      probe.expectStatus(await probe.unregister(device), 200);
    },
  },
  {
    id: "unregister-ends",
    does: "unregisters a device and lists",
    expects: "204",
    consequence: GHOST,
    source: SOURCES.service,
    run: async (probe) => {
      const device = await probe.registered();
      await probe.unregister(device);
      probe.expectStatus(await probe.list(device), 204);
    },
  },
  {
    id: "unregister-one",
    needs: ["second-pass"],
    does: "registers one device for two passes, unregisters one and lists",
    expects: "the other pass only",
    consequence: "Removing one pass ends the updates of another.",
    source: SOURCES.service,
    run: async (probe) => {
      const device = await probe.registered();
      await probe.register(device, { pass: probe.second });
      await probe.unregister(device);
      const { serialNumbers } = await probe.mustList(device);
      mustHold(serialNumbers.join("\n") === probe.second.serialNumber, `the list names ${serialNumbers.length} passes`);
    },
  },
  {
    id: "unregister-other-device-stays",
    does: "registers two devices, unregisters one and lists for the other",
    expects: "200 with the pass",
    consequence: "Removing a pass from one phone ends its updates on all others.",
    source: SOURCES.service,
    run: async (probe) => {
      const [gone, stays] = [await probe.registered(), await probe.registered()];
      await probe.unregister(gone);
      const { serialNumbers } = await probe.mustList(stays);
      mustHold(serialNumbers.includes(probe.pass.serialNumber), "the list does not name the pass");
    },
  },
  {
    id: "unregister-no-token",
    does: "unregisters without an Authorization header, then lists",
    expects: "401, and still registered",
    consequence: "Anyone can end the updates of someone's pass.",
    source: SOURCES.service,
    run: async (probe) => {
      const device = await probe.registered();
      probe.expectStatus(await probe.unregister(device, { token: null }), 401);
      await probe.mustList(device);
    },
  },
  {
    id: "unregister-wrong-token",
    does: "unregisters with a made-up token, then lists",
    expects: "401, and still registered",
    consequence: "Anyone can end the updates of someone's pass.",
    source: SOURCES.service,
    run: async (probe) => {
      const device = await probe.registered();
      probe.expectStatus(await probe.unregister(device, { token: probe.newToken() }), 401);
      await probe.mustList(device);
    },
  },
]);
