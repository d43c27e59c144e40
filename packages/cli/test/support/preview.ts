import { basename, join } from "node:path";
import { onTestFinished } from "vitest";
import { TEST_NOW } from "../../../pass/test/support/authority.ts";
import type { Io, TextSink } from "../../src/io.ts";
import type { PreviewServer } from "../../src/preview/preview-server.ts";
import type { PreviewView } from "../../src/preview/preview-state.ts";
import { runPreview } from "../../src/preview/run-preview.ts";
import type { FaceOptions } from "../../src/render/draw-face.ts";
import { cardSource } from "./sources.ts";
import { createWorld, type World } from "./world.ts";

/** A preview that runs in this process until its test ends. */
export interface RunningPreview {
  readonly world: World;
  readonly folder: string;
  readonly url: string;
  /** What the folder was, each time it was read. */
  readonly views: PreviewView[];
  /** Writes a file of the source folder. */
  save(path: string, content: Uint8Array | string): Promise<void>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests reach into it as they expect it to be
  getJson(path: string): Promise<any>;
  stop(): Promise<void>;
}

const SINK: TextSink = { write: () => undefined, isTerminal: false, columns: 80 };

interface StartOptions {
  readonly name?: string;
  readonly locales?: readonly string[];
  readonly face?: Partial<FaceOptions>;
}

/** Previews a folder of files; the card of the other tests by default. */
export async function startPreview(
  files: ReadonlyMap<string, Uint8Array | string> = cardSource(),
  { name = "card.pass", locales = [], face = {} }: StartOptions = {},
): Promise<RunningPreview> {
  const world = await createWorld();
  await world.writeAll(name, files);
  const interrupt = new AbortController();
  const io: Io = {
    stdout: SINK,
    stderr: SINK,
    async *openStdin() {
      // Nothing comes.
    },
    readStdin: async () => new Uint8Array(),
    askSecret: async () => null,
    environment: {},
    workingDirectory: world.folder,
    now: () => TEST_NOW,
    fetch,
    signal: interrupt.signal,
  };
  const views: PreviewView[] = [];
  const { promise: started, resolve } = Promise.withResolvers<PreviewServer>();
  const ended = runPreview(io, {
    path: join(world.folder, name),
    port: 0,
    locales,
    face: () => ({ dark: false, layout: "carousel", timeZone: "UTC", now: TEST_NOW, ...face }),
    onView: (view, server) => {
      views.push(view);
      resolve(server);
    },
  });
  const { url } = await Promise.race([started, ended.then(() => Promise.reject(new Error("the preview ended")))]);
  const stop = async (): Promise<void> => {
    interrupt.abort();
    await ended;
  };
  onTestFinished(stop);
  const get = (path: string, headers = {}): Promise<Response> => fetch(new URL(path, url), { headers });
  return {
    world,
    folder: basename(name),
    url,
    views,
    save: (path, content) => world.write(join(name, path), content),
    get,
    getJson: async (path) => (await get(path)).json(),
    stop,
  };
}
