import type { TemplateShelf } from "../api/template-shelf.ts";
import { createValueCheck, type ValueCheck } from "./check-values.ts";

/** Checks of the versions of one template, as they are needed. */
export interface ValueChecks {
  /** Opens versions, so that {@link find} has them. */
  prepare(versions: Iterable<number>): Promise<void>;
  /** Null where there is no such version. */
  readonly find: (version: number) => ValueCheck | null;
}

export function createValueChecks(options: {
  readonly shelf: TemplateShelf;
  readonly templateId: string;
  readonly passTypeIdentifier: string;
  readonly webServiceURL: string;
  /** Of the installation, in hex. */
  readonly secret: string;
}): ValueChecks {
  const { shelf, templateId, passTypeIdentifier } = options;
  const known = new Map<number, ValueCheck | null>();
  return {
    prepare: async (versions) => {
      for (const version of new Set(versions)) {
        if (known.has(version)) continue;
        const opened = await shelf.open(templateId, version);
        // Templates may change their pass type where they lie in the data folder; a pass cannot.
        const isUsable = opened?.passTypeIdentifier === passTypeIdentifier;
        known.set(version, isUsable ? createValueCheck(opened.template, options) : null);
      }
    },
    find: (version) => known.get(version) ?? null,
  };
}
