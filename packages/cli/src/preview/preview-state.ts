import type { PassCheck, PassPackage } from "@passwright/pass";
import { listLanguages, type PassLanguage } from "../render/pass-languages.ts";
import type { SourceReading } from "./read-source.ts";
import type { SourceProblem } from "./source-problem.ts";

/** What the page shows at a time. */
export interface PreviewView {
  /** Grows with each change of the folder. */
  readonly version: number;
  /** The last pass that the folder made; null when it never made one. */
  readonly pass: PassPackage | null;
  /** Why the folder makes none now: `pass` is an older one. */
  readonly problem: SourceProblem | null;
  readonly check: PassCheck | null;
  readonly languages: readonly PassLanguage[];
  readonly isTemplate: boolean;
}

/** Keeps what the page shows, and tells those who look at it when that changes. */
export class PreviewState {
  #view: PreviewView;
  readonly #listeners = new Set<(version: number) => void>();

  constructor(first: SourceReading) {
    this.#view = toView(1, first, null);
  }

  get view(): PreviewView {
    return this.#view;
  }

  /** Takes a new reading; the last good pass stays when it has none. */
  update(reading: SourceReading): void {
    this.#view = toView(this.#view.version + 1, reading, this.#view);
    for (const listener of this.#listeners) listener(this.#view.version);
  }

  /** @returns how to stop listening */
  listen(listener: (version: number) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  get listeners(): number {
    return this.#listeners.size;
  }
}

function toView(version: number, { pass, problem, check, isTemplate }: SourceReading, before: PreviewView | null): PreviewView {
  const shown = pass ?? before?.pass ?? null;
  // A folder that is gone has no findings; the last ones would speak of what is no more.
  return { version, pass: shown, problem, check, languages: shown === null ? [] : listLanguages(shown.files.keys()), isTemplate };
}
