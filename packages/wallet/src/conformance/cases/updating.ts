import { digestOf } from "../../device/digest.ts";
import { parseHttpDate } from "../../protocol/http-date.ts";
import { mustHold, SOURCES } from "../conformance-case.ts";
import { defineCases } from "../define-case.ts";
import type { Probe } from "../probe.ts";

const LOST = "The update never arrives on phones that hold the version before.";

/** What a phone holds after a list and a get. */
async function synchronise(probe: Probe, device: string) {
  const { lastUpdated } = await probe.mustList(device);
  const answer = await probe.getPass();
  probe.expectStatus(answer, 200);
  return { tag: lastUpdated, lastModified: answer.headers.get("last-modified") ?? undefined, digest: await digestOf(answer.body) };
}

/** Asks for the pass as a phone that holds a version does. */
async function fetchAfter(probe: Probe, held: Awaited<ReturnType<typeof synchronise>>) {
  const answer = await probe.getPass(held.lastModified === undefined ? {} : { since: held.lastModified });
  mustHold(answer.status === 200, `the changed pass was answered with ${answer.status}`);
  const digest = await digestOf(answer.body);
  mustHold(digest !== held.digest, "the pass is the one from before the change");
  return { answer, digest };
}

export const UPDATE_CASES = /* @__PURE__ */ defineCases("update", "full", [
  {
    id: "change-listed",
    needs: ["change"],
    does: "changes the pass and lists with the tag from before",
    expects: "200 with the serial number",
    consequence: LOST,
    source: SOURCES.service,
    run: async (probe) => {
      const device = await probe.registered();
      const { tag } = await synchronise(probe, device);
      await probe.change();
      const { serialNumbers } = await probe.mustList(device, tag);
      mustHold(serialNumbers.includes(probe.pass.serialNumber), "the list does not name the pass");
    },
  },
  {
    id: "change-moves-tag",
    needs: ["change"],
    does: "changes the pass and compares the tags of the lists before and after",
    expects: "another tag, with which nothing is listed",
    consequence: "The phone fetches the same pass after every push; its log says that the lastUpdated tag remained the same.",
    source: SOURCES.devices,
    run: async (probe) => {
      const device = await probe.registered();
      const { tag } = await synchronise(probe, device);
      await probe.change();
      const { lastUpdated } = await probe.mustList(device, tag);
      mustHold(lastUpdated !== tag, "the tag remained the same");
      mustHold((await probe.listed(device, lastUpdated)) === null, "the pass is listed again behind its own tag");
    },
  },
  {
    id: "change-fetched",
    needs: ["change"],
    does: "changes the pass and gets it with the Last-Modified from before",
    expects: "200 with the new pass and a later Last-Modified",
    consequence: LOST,
    source: SOURCES.service,
    run: async (probe) => {
      const held = await synchronise(probe, await probe.registered());
      await probe.change();
      const { answer } = await fetchAfter(probe, held);
      const [before, after] = [held.lastModified, answer.headers.get("last-modified")].map((text) =>
        parseHttpDate(text ?? "", probe.now),
      );
      const isLater = before !== null && before !== undefined && after !== null && after !== undefined && after > before;
      mustHold(isLater, "Last-Modified did not move on");
    },
  },
  {
    id: "change-twice-in-a-second",
    needs: ["change"],
    does: "changes the pass, fetches it, changes it again at once, and lists and gets with what the first change gave",
    expects: "the second change is listed and fetched",
    consequence: `${LOST} Tags and dates with seconds lose a second change within the same second.`,
    source: SOURCES.http,
    run: async (probe) => {
      const device = await probe.registered();
      await probe.change();
      const held = await synchronise(probe, device);
      await probe.change();
      const { serialNumbers } = await probe.mustList(device, held.tag);
      mustHold(serialNumbers.includes(probe.pass.serialNumber), "the list does not name the pass");
      await fetchAfter(probe, held);
    },
  },
  {
    id: "change-listed-then-fetched",
    needs: ["change"],
    does: "changes the pass three times at once, and gets it when it is listed",
    expects: "never 304 for a listed pass, and the last version in the end",
    consequence: "The phone is told of an update and then told that there is none.",
    source: SOURCES.devices,
    run: async (probe) => {
      const device = await probe.registered();
      const held = await synchronise(probe, device);
      await Promise.all([probe.change(), probe.change(), probe.change()]);
      await probe.mustList(device, held.tag);
      const { digest } = await fetchAfter(probe, held);
      mustHold(digest === (await digestOf((await probe.getPass()).body)), "the pass is not the last version");
    },
  },
  {
    id: "change-while-listing",
    needs: ["change"],
    does: "changes the pass while a phone lists again and again with the tag it got",
    expects: "every change is listed behind the tag of an earlier list",
    consequence: `${LOST} A tag that was taken before the change was committed hides it.`,
    source: SOURCES.service,
    run: async (probe) => {
      const device = await probe.registered();
      let tag = (await probe.mustList(device)).lastUpdated;
      for (let round = 0; round < 4; round += 1) {
        const changing = probe.change();
        const during = await probe.listed(device, tag);
        await changing;
        const after = await probe.listed(device, during?.lastUpdated ?? tag);
        const isListed = [during, after].some((list) => list?.serialNumbers.includes(probe.pass.serialNumber) === true);
        mustHold(isListed, "the change is in no list");
        tag = after?.lastUpdated ?? during?.lastUpdated ?? tag;
      }
    },
  },
  {
    id: "change-two-passes",
    needs: ["second-pass", "change"],
    does: "changes one pass, then the other, and lists with the tag from before",
    expects: "both serial numbers",
    consequence: "The phone is told of the newest change only and keeps the other pass as it was.",
    source: SOURCES.service,
    run: async (probe) => {
      const device = await probe.registered();
      await probe.register(device, { pass: probe.second });
      const { lastUpdated } = await probe.mustList(device);
      await probe.change(probe.pass);
      await probe.wait(1100);
      await probe.change(probe.second);
      const { serialNumbers } = await probe.mustList(device, lastUpdated);
      for (const { serialNumber } of [probe.pass, probe.second]) {
        mustHold(serialNumbers.includes(serialNumber), `the list does not name ${JSON.stringify(serialNumber)}`);
      }
    },
  },
  {
    id: "change-other-pass-only",
    needs: ["second-pass", "change"],
    does: "registers for two passes, changes one and lists with the tag from before",
    expects: "the changed pass only",
    consequence: "Each update makes the phone fetch every pass of the issuer; the log says that they were unchanged.",
    source: SOURCES.devices,
    run: async (probe) => {
      const device = await probe.registered();
      await probe.register(device, { pass: probe.second });
      const { lastUpdated } = await probe.mustList(device);
      await probe.change(probe.pass);
      const { serialNumbers } = await probe.mustList(device, lastUpdated);
      mustHold(!serialNumbers.includes(probe.second.serialNumber), "the list names the pass that did not change");
    },
  },
]);

export const PUSH_CASES = /* @__PURE__ */ defineCases("push", "full", [
  {
    id: "push-after-change",
    needs: ["change", "pushes"],
    does: "changes the pass and looks for a push to the registered token",
    expects: "a push with the pass type as topic",
    consequence: "Phones learn of the update at the next restart, or never.",
    source: SOURCES.guide,
    run: async (probe) => {
      const pushToken = probe.newToken();
      await probe.registered({ pushToken });
      await probe.change();
      const push = (await probe.pushes()).find((seen) => seen.pushToken === pushToken);
      mustHold(push !== undefined, "there was no push to the device");
      mustHold(push.topic === probe.pass.passTypeIdentifier, `the topic was ${JSON.stringify(push.topic)}`);
    },
  },
  {
    id: "push-newest-token",
    needs: ["change", "pushes"],
    does: "registers again with another push token and changes the pass",
    expects: "a push to the new token, none to the old",
    consequence: "The phone is not reached any more, or the push service is told of a token that is gone.",
    source: SOURCES.archive,
    run: async (probe) => {
      const [old, current] = [probe.newToken(), probe.newToken()];
      const device = await probe.registered({ pushToken: old });
      await probe.register(device, { pushToken: current });
      await probe.change();
      const tokens = new Set((await probe.pushes()).map(({ pushToken }) => pushToken));
      mustHold(tokens.has(current), "there was no push to the new token");
      mustHold(!tokens.has(old), "there was a push to the old token");
    },
  },
  {
    id: "push-newest-token-everywhere",
    needs: ["second-pass", "change", "pushes"],
    does: "registers two passes, then one of them again with another push token, and changes the other",
    expects: "a push to the new token: it is the device's",
    consequence: "The phone is reached for one of its passes only.",
    source: SOURCES.archive,
    run: async (probe) => {
      const [old, current] = [probe.newToken(), probe.newToken()];
      const device = await probe.registered({ pushToken: old });
      await probe.register(device, { pass: probe.second, pushToken: old });
      await probe.register(device, { pass: probe.second, pushToken: current });
      await probe.change();
      const tokens = new Set((await probe.pushes()).map(({ pushToken }) => pushToken));
      mustHold(tokens.has(current), "there was no push to the new token");
    },
  },
  {
    id: "push-not-after-unregister",
    needs: ["change", "pushes"],
    does: "unregisters a device and changes the pass",
    expects: "no push to its token",
    consequence: "The phone is woken for a pass that it does not hold.",
    source: SOURCES.service,
    run: async (probe) => {
      const pushToken = probe.newToken();
      const device = await probe.registered({ pushToken });
      await probe.unregister(device);
      await probe.change();
      const isPushed = (await probe.pushes()).some((seen) => seen.pushToken === pushToken);
      mustHold(!isPushed, "there was a push to the device");
    },
  },
]);
