import { get } from "node:http";
import { benchValues } from "../fixture.ts";
import type { BenchWorld } from "./bench-world.ts";
import type { Measured } from "./measure-requests.ts";

/** Pages that are looked at once each, so that each pass is opened and drawn; the first of them only warm the process. */
const WARM = 30;
const LOOKED_AT = 200;

/** The page of a pass, as its first visitor gets it: bytes without the picture, and the time to the first byte. */
export async function measurePublicPage(world: BenchWorld): Promise<Measured> {
  const installation = await world.install("page", "sqlite");
  const serve = await world.serve(installation);
  try {
    const { origin } = await serve.call("address", undefined);
    const ask = createAsk(origin, await serve.call("apiKey", undefined));
    const urls: string[] = [];
    for (let index = 0; index < WARM + LOOKED_AT; index += 1) {
      const { serialNumber, ...values } = benchValues(index);
      const pass = await ask<{ passTypeIdentifier: string }>("/passes", { templateId: "typical", serialNumber, values });
      urls.push((await ask<{ url: string }>(`/passes/${pass.passTypeIdentifier}/${serialNumber}/links`, {})).url);
    }
    for (const url of urls.slice(0, WARM)) await look(url);
    const looks = [];
    // The limits of one visitor are wider than this.
    for (const url of urls.slice(WARM)) looks.push(await look(url));
    const times = looks.map(({ firstByteMs }) => firstByteMs).toSorted((one, two) => one - two);
    const late = times[Math.floor(times.length * 0.95)] ?? Number.NaN;
    const middle = times[Math.floor(times.length / 2)] ?? Number.NaN;
    const bytes = Math.max(...looks.map((one) => one.bytes));
    return {
      figures: { "page.bytesKB": bytes / 1000, "page.firstByteMs": middle },
      notes: [
        `page of a pass, ${LOOKED_AT} of them looked at once each, one after the other, nothing of them kept before: first byte after ${middle.toFixed(1)} ms in the middle and ${late.toFixed(1)} ms at the 95th percentile, ${(bytes / 1000).toFixed(1)} KB at most, uncompressed, without the picture.`,
      ],
    };
  } finally {
    await serve.call("stop", undefined);
    await serve.stop();
    await installation.remove();
  }
}

function createAsk(origin: string, key: string): <Answer>(path: string, body: unknown) => Promise<Answer> {
  return async <Answer>(path: string, body: unknown) => {
    const answer = await fetch(`${origin}/api${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
}

const AGENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

function look(url: string): Promise<{ readonly firstByteMs: number; readonly bytes: number }> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    get(url, { headers: { "user-agent": AGENT, "accept-language": "en" } }, (response) => {
      const firstByteMs = performance.now() - started;
      let bytes = 0;
      response.on("data", (chunk: Buffer) => (bytes += chunk.length));
      response.on("end", () => {
        if (response.statusCode === 200) resolve({ firstByteMs, bytes });
        else reject(new Error(`a page answered with ${response.statusCode ?? 0}`));
      });
    }).on("error", reject);
  });
}
