import { PassTemplate } from "@passwright/pass";
import type { Storage } from "../storage/storage.ts";

/** A template that can be used. */
export interface ShelvedTemplate {
  readonly template: PassTemplate;
  readonly passTypeIdentifier: string;
  /** Null: a draft. */
  readonly version: number | null;
}

/** Templates that were opened lately. */
export interface TemplateShelf {
  /** A published version. Rejects with what opening it failed with. */
  open(templateId: string, version: number): Promise<ShelvedTemplate | undefined>;
  /** Does a trial of a template with a certificate, once: what it throws is thrown, and tried again next time. */
  tryOnce(
    trial: { readonly templateId: string; readonly version: number; readonly fingerprint: string },
    work: () => Promise<unknown>,
  ): Promise<void>;
}

const KEPT = 20;
/** Trials that are remembered; a number as bound of memory. */
const TRIED = 1000;

/** Keeps the templates that were used last: a published version never changes. */
export function createTemplateShelf(templates: Pick<Storage["templates"], "find">): TemplateShelf {
  const kept = new Map<string, ShelvedTemplate>();
  const tried = new Set<string>();
  return {
    tryOnce: async ({ templateId, version, fingerprint }, work) => {
      const name = `${templateId}\0${version}\0${fingerprint}`;
      if (tried.has(name)) return;
      await work();
      if (tried.size >= TRIED) tried.clear();
      tried.add(name);
    },
    open: async (templateId, version) => {
      const name = `${templateId}\0${version}`;
      const known = kept.get(name);
      kept.delete(name);
      const found = known === undefined ? await templates.find({ templateId, version }) : undefined;
      const opened =
        known ??
        (found === undefined
          ? undefined
          : { template: await PassTemplate.read(found.archive), passTypeIdentifier: found.passTypeIdentifier, version });
      if (opened !== undefined) kept.set(name, opened);
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break;
        kept.delete(oldest);
      }
      return opened;
    },
  };
}
