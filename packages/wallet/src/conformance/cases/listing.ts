import { MEDIA_TYPES, mediaTypeOf } from "../../protocol/media-types.ts";
import { mustHold, SOURCES } from "../conformance-case.ts";
import { defineCases } from "../define-case.ts";

const BLIND = "The phone asks after each push and is never told what to fetch.";

export const LIST_READING_CASES = /* @__PURE__ */ defineCases("list", "read-only", [
  {
    id: "list-unknown-device",
    does: "lists for a device that never registered",
    expects: "204",
    consequence: "The phone logs an error and tries again, for each of its services after each restart.",
    source: SOURCES.service,
    run: async (probe) => probe.expectStatus(await probe.list(probe.newDevice()), 204),
  },
  {
    id: "list-unknown-device-tag",
    does: "lists for a device that never registered, with a tag",
    expects: "204",
    consequence: "The phone logs an error and tries again.",
    source: SOURCES.service,
    run: async (probe) => probe.expectStatus(await probe.list(probe.newDevice(), "1"), 204),
  },
  {
    id: "list-unknown-type",
    does: "lists for a pass type that does not exist",
    expects: "204",
    consequence: "The phone logs an error and tries again.",
    source: SOURCES.service,
    severity: "advice",
    run: async (probe) => {
      const passTypeIdentifier = `${probe.pass.passTypeIdentifier}.unknown`;
      const deviceLibraryIdentifier = probe.newDevice();
      const answer = await probe.send({ endpoint: "list", deviceLibraryIdentifier, passTypeIdentifier, passesUpdatedSince: null });
      probe.expectStatus(answer, 204);
    },
  },
]);

export const LIST_CASES = /* @__PURE__ */ defineCases("list", "full", [
  {
    id: "list",
    does: "lists, without a token and without a tag, after registering",
    expects: "200 with the serial number and a lastUpdated that is a text",
    consequence: BLIND,
    source: SOURCES.service,
    run: async (probe) => {
      const device = await probe.registered();
      const { serialNumbers, lastUpdated } = await probe.mustList(device);
      mustHold(serialNumbers.includes(probe.pass.serialNumber), "the list does not name the pass");
      mustHold(lastUpdated !== "", "lastUpdated is empty");
    },
  },
  {
    id: "list-media-type",
    severity: "advice",
    does: "looks at the Content-Type of the list",
    expects: MEDIA_TYPES.json,
    consequence: "Other clients may not read it.",
    source: SOURCES.service,
    run: async (probe) => {
      const type = mediaTypeOf((await probe.list(await probe.registered())).headers.get("content-type"));
      mustHold(type === MEDIA_TYPES.json, `Content-Type was ${JSON.stringify(type)}`);
    },
  },
  {
    id: "list-own-tag",
    does: "lists with the tag of the list before, nothing having changed",
    expects: "204",
    consequence:
      "Every push makes every phone fetch every pass; the log says that passes were unchanged or the tag remained the same.",
    source: SOURCES.service,
    run: async (probe) => {
      const device = await probe.registered();
      const { lastUpdated } = await probe.mustList(device);
      probe.expectStatus(await probe.list(device, lastUpdated), 204);
    },
  },
  {
    id: "list-tag-stable",
    does: "lists twice without a tag, a second apart, nothing having changed",
    expects: "the same lastUpdated",
    consequence: "A tag that is the clock hides what is committed later with an earlier time.",
    source: SOURCES.service,
    run: async (probe) => {
      const device = await probe.registered();
      const first = await probe.mustList(device);
      await probe.wait(1100);
      const second = await probe.mustList(device);
      mustHold(first.lastUpdated === second.lastUpdated, "lastUpdated moved although nothing changed");
    },
  },
  {
    id: "list-tag-in-url",
    severity: "advice",
    does: "looks at the characters of lastUpdated",
    expects: "letters, digits, point, hyphen and underscore",
    consequence: "A plus sign or a space comes back altered: the service does not know its own tag any more.",
    source: SOURCES.service,
    run: async (probe) => {
      const { lastUpdated } = await probe.mustList(await probe.registered());
      mustHold(/^[\w.-]*$/u.test(lastUpdated), `lastUpdated is ${JSON.stringify(lastUpdated.slice(0, 100))}`);
    },
  },
  {
    id: "list-unknown-tag",
    does: "lists with a tag that the service never gave",
    expects: "200 with all passes, as without a tag",
    consequence:
      "After a move to other software, phones come with tags of the old one: an error keeps them without updates for ever.",
    source: SOURCES.service,
    run: async (probe) => {
      const device = await probe.registered();
      const { serialNumbers } = await probe.mustList(device, "not-a-tag");
      mustHold(serialNumbers.includes(probe.pass.serialNumber), "the list does not name the pass");
    },
  },
  {
    id: "list-empty-tag",
    severity: "advice",
    does: "lists with an empty passesUpdatedSince",
    expects: "200 with all passes, as without a tag",
    consequence: "Clients that send the name without a value get an error.",
    source: SOURCES.service,
    run: async (probe) => {
      const device = await probe.registered();
      const { serialNumbers } = await probe.mustList(device, "");
      mustHold(serialNumbers.includes(probe.pass.serialNumber), "the list does not name the pass");
    },
  },
  {
    id: "list-other-device",
    does: "registers one device and lists for another",
    expects: "204",
    consequence: "Phones are told of passes that they do not hold; the log says: Update requested for unregistered serial number.",
    source: SOURCES.service,
    run: async (probe) => {
      await probe.registered();
      probe.expectStatus(await probe.list(probe.newDevice()), 204);
    },
  },
  {
    id: "list-all-passes",
    needs: ["second-pass"],
    does: "registers one device for two passes that changed at different times, and lists without a tag",
    expects: "both serial numbers",
    consequence: "The phone is told of the newest pass only and keeps the others as they were.",
    source: SOURCES.service,
    run: async (probe) => {
      const device = await probe.registered();
      await probe.register(device, { pass: probe.second });
      const { serialNumbers } = await probe.mustList(device);
      for (const { serialNumber } of [probe.pass, probe.second]) {
        mustHold(serialNumbers.includes(serialNumber), `the list does not name ${JSON.stringify(serialNumber)}`);
      }
    },
  },
  {
    id: "list-then-get",
    does: "lists without a tag, then gets the pass without If-Modified-Since",
    expects: "200, never 304",
    consequence: "The phone lacks the pass that it was told of and is not given it.",
    source: SOURCES.service,
    run: async (probe) => {
      await probe.mustList(await probe.registered());
      probe.expectStatus(await probe.getPass(), 200);
    },
  },
]);
