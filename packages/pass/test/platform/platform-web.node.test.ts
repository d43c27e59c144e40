import { afterEach, expect, test, vi } from "vitest";
import { platform } from "../../src/platform/platform.web.ts";
import { describePlatform } from "./platform-contract.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

// Node's WebCrypto and streams stand for those of servers and workers that have nothing else.
describePlatform("the platform of Web standards, in Node", platform);

test("without WebCrypto (a page that is not served by https) nothing passes as a signature that does not verify", async () => {
  vi.stubGlobal("crypto", {});
  const bytes = new Uint8Array();
  const missing = { code: "ERR_PASS_RUNTIME" };
  await expect(platform.verify({ scheme: "rsa", digest: "sha256" }, bytes, bytes, bytes)).rejects.toMatchObject(missing);
  await expect(platform.digest("sha1", bytes)).rejects.toMatchObject(missing);
  await expect((async () => platform.createSignBytes({ scheme: "rsa", digest: "sha256" }, bytes))()).rejects.toMatchObject(missing);
});

test("without compression streams the reason is said", async () => {
  vi.stubGlobal("DecompressionStream", undefined);
  vi.stubGlobal("CompressionStream", undefined);
  await expect(platform.inflateRaw(new Uint8Array(), 1)).rejects.toMatchObject({ code: "ERR_PASS_RUNTIME" });
  await expect(platform.deflateRaw(new Uint8Array())).rejects.toMatchObject({ code: "ERR_PASS_RUNTIME" });
});
