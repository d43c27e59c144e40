import { PassBundle, PassPackage } from "@passwright/pass";
import { expect, test } from "vitest";
import { inspectLightly } from "@passwright/wallet";
import { openWorld } from "../support/open-world.ts";
import { passJson, signPass, TEST_PASS_TYPE } from "../support/issuer.ts";

test("a pass that installs is added, and registered where it gets its updates", async () => {
  const { wallet, service } = await openWorld();
  const { added, refused, events } = await wallet.add(await service.issue(passJson("A-1")));
  expect(refused).toEqual([]);
  expect(added).toMatchObject([{ replaced: null, check: { installs: "yes" }, updates: { kind: "updates" } }]);
  expect(wallet.passes).toMatchObject([
    { passTypeIdentifier: TEST_PASS_TYPE, serialNumber: "A-1", style: "boardingPass", organizationName: "Example Air" },
  ]);
  expect(events.map(({ kind }) => kind)).toEqual(["registered", "listed", "unchanged"]);
  expect(service.registrations).toMatchObject([{ serialNumber: "A-1", pushToken: wallet.pushToken, client: "apple" }]);
});

test("what a device refuses is refused, with the step's reason, and nothing is kept", async () => {
  const { wallet, service } = await openWorld();
  const bytes = await signPass(passJson("A-1"));
  const { files } = await PassPackage.read(bytes);
  const altered = new Map(files).set("pass.json", new TextEncoder().encode(JSON.stringify(passJson("A-2"))));
  const broken = [
    new Uint8Array([1, 2, 3]),
    await signPass(passJson("A-1", { description: undefined })),
    await signPass(passJson("A-1", { passTypeIdentifier: "pass.com.example.other" })),
    await PassPackage.fromFiles(altered).toBytes(),
  ];
  for (const input of broken) {
    const { added, refused } = await wallet.add(input);
    expect(added).toEqual([]);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.because).not.toBe("");
  }
  expect(wallet.passes).toEqual([]);
  expect(service.requests).toEqual([]);
});

test("a pass of another authority is refused", async () => {
  const { wallet } = await openWorld({ trustAnchors: [], intermediates: [] });
  const { refused } = await wallet.add(await signPass(passJson("A-1")));
  expect(refused[0]?.check?.refusedAt).toBe("chain");
});

test("the same type and serial number replaces, and tells what changed", async () => {
  const { wallet, service, store } = await openWorld();
  await wallet.add(await service.issue(passJson("A-1")));
  const [first] = wallet.passes;
  const newer = await signPass(passJson("A-1", { description: "Another" }));
  const { added } = await wallet.add(newer);
  expect(added[0]?.replaced?.digest).toBe(first!.digest);
  expect(added[0]?.changes?.comparison.values).toMatchObject([{ pointer: "/description" }]);
  expect(wallet.passes).toHaveLength(1);
  expect(await store.readPass(first!.digest)).toBeNull();
  expect(await wallet.read(wallet.passes[0]!)).toEqual(newer);
  expect(service.requests.filter((line) => line.startsWith("POST /v1/devices"))).toHaveLength(1);
});

test("a bundle adds all its passes, and tells of those that do not install", async () => {
  const { wallet, service } = await openWorld();
  const good = [await service.issue(passJson("A-1")), await service.issue(passJson("A-2"))];
  const bad = await signPass(passJson("A-3", { description: undefined }));
  const bundle = await PassBundle.create([...good, bad]);
  const addition = await wallet.add(bundle.toBytes(), { fileName: "journey.pkpasses" });
  expect(addition.added.map(({ pass }) => pass.serialNumber)).toEqual(["A-1", "A-2"]);
  expect(addition.refused).toHaveLength(1);
  expect(addition.refused[0]?.name).toMatch(/A-3/u);
  expect(service.registrations.map(({ serialNumber }) => serialNumber).toSorted()).toEqual(["A-1", "A-2"]);
});

test.each([
  [{ webServiceURL: undefined }, "no-service"],
  [{ authenticationToken: undefined }, "no-token"],
  [{ authenticationToken: "short" }, "short-token"],
  [{ webServiceURL: "http://passes.example.com" }, "insecure"],
  [{ webServiceURL: "https://user:secret@passes.example.com" }, "credentials"],
  [{ serialNumber: ".." }, "bad-identifier"],
] as const)("a pass that cannot be kept up to date is added and not registered: %j", async (changes, because) => {
  const { wallet, service } = await openWorld();
  const { added } = await wallet.add(await signPass(passJson("A-1", changes)));
  expect(added[0]?.updates).toEqual({ kind: "never", because });
  await wallet.refresh();
  expect(service.requests).toEqual([]);
});

test("a wallet in developer mode registers by plain http", async () => {
  const { wallet, service } = await openWorld({ developerMode: true });
  await wallet.add(await service.issue(passJson("A-1", { webServiceURL: "http://passes.example.com/wallet" })));
  expect(service.registrations).toHaveLength(1);
});

test("an unknown pass is not held", async () => {
  const { wallet } = await openWorld();
  expect(() => wallet.get(TEST_PASS_TYPE, "A-1")).toThrow(expect.objectContaining({ code: "ERR_WALLET_NOT_HELD" }));
});

test("a light look takes what a device would check", async () => {
  const { wallet } = await openWorld({ inspect: inspectLightly, trustAnchors: [] });
  expect((await wallet.add(await signPass(passJson("A-1")))).added).toHaveLength(1);
  expect((await wallet.add(await signPass(passJson("", {})))).refused[0]?.because).toBe("no identifiers");
  expect((await wallet.add(new Uint8Array(10))).refused[0]?.because).toBe("unreadable");
});
