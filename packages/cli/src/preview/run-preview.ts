import { basename } from "node:path";
import type { Io } from "../io.ts";
import type { FaceOptions } from "../render/draw-face.ts";
import { FacePictures } from "./face-pictures.ts";
import { printFolder } from "./folder-print.ts";
import { type PreviewServer, startPreviewServer } from "./preview-server.ts";
import { PreviewState, type PreviewView } from "./preview-state.ts";
import { readSource } from "./read-source.ts";
import { toViewStart } from "./view-options.ts";
import { watchFolder } from "./watch-folder.ts";

export interface PreviewOptions {
  /** The folder. */
  readonly path: string;
  /** 0: any port that is free. */
  readonly port: number;
  /** Languages that were asked for by name. */
  readonly locales: readonly string[];
  /** What every picture is drawn with, asked for each time. */
  readonly face: () => FaceOptions;
  /** Told once, and then at each change. */
  readonly onView: (view: PreviewView, server: PreviewServer) => void;
}

/** Shows a folder on a page until Ctrl-C. */
export async function runPreview(io: Io, { path, port, locales, face, onView }: PreviewOptions): Promise<void> {
  const name = basename(path);
  // Before the files are read: what changes meanwhile is a change.
  const known = await printFolder(path);
  const state = new PreviewState(await readSource(io, path, name));
  const pictures = new FacePictures(state, face);
  const server = await startPreviewServer({ port, name, locales, start: toViewStart(face()), state, pictures });
  try {
    onView(state.view, server);
    await watchFolder(
      path,
      known,
      async () => {
        state.update(await readSource(io, path, name));
        onView(state.view, server);
      },
      { signal: io.signal },
    );
  } finally {
    server.close();
  }
}
