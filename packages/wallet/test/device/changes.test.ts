import { PassPackage } from "@passwright/pass";
import { expect, test } from "vitest";
import { NOTICE_WORDS } from "@passwright/wallet";
import { openWorld } from "../support/open-world.ts";
import { atGate, passJson, signPass } from "../support/issuer.ts";

test("changes are told per field, with the notices of phone and Watch", async () => {
  const { wallet } = await openWorld({ locale: "de" });
  const before = await PassPackage.read(await signPass(passJson("A-1")));
  const after = await PassPackage.read(await signPass(atGate("A-1", "F12")));
  const { comparison, notices } = wallet.changes(before, after);
  expect(comparison.fields).toMatchObject([
    { key: "gate", label: "Flugsteig", before: "B7", after: "F12", notification: "Neuer Flugsteig: F12", silence: null },
  ]);
  expect(notices).toEqual([
    {
      device: "phone",
      kind: "update",
      places: ["lock-screen"],
      title: "Example Air",
      text: "Neuer Flugsteig: F12",
      opensBy: "swipe",
      button: null,
    },
    {
      device: "watch",
      kind: "update",
      places: ["message", "notification-center"],
      title: "Example Air",
      text: "Neuer Flugsteig: F12",
      opensBy: "button",
      button: NOTICE_WORDS.viewPass,
    },
  ]);
});

test("a silent change makes no notice, several changes make a general one in Wallet's own words", async () => {
  const { wallet } = await openWorld({ words: { ...NOTICE_WORDS, passChanged: "Changed." } });
  const fields = (gate: string, seat: string, silent: string) =>
    passJson("A-1", {
      boardingPass: {
        transitType: "PKTransitTypeAir",
        headerFields: [{ key: "gate", value: gate, changeMessage: "Gate %@" }],
        secondaryFields: [
          { key: "seat", value: seat, changeMessage: "Seat %@" },
          { key: "silent", value: silent },
        ],
      },
    });
  const read = async (json: ReturnType<typeof fields>) => PassPackage.read(await signPass(json));
  const before = await read(fields("B7", "1A", "x"));
  expect(wallet.changes(before, await read(fields("B7", "1A", "y"))).notices).toEqual([]);
  expect(wallet.changes(before, await read(fields("F12", "2B", "x"))).notices.map(({ text }) => text)).toEqual([
    "Changed.",
    "Changed.",
  ]);
});

test("broken passes are compared as far as they can be read", async () => {
  const { wallet } = await openWorld();
  const broken = { files: new Map([["pass.json", new TextEncoder().encode("{")]]) };
  expect(wallet.changes(broken, broken).notices).toEqual([]);
});
