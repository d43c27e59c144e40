import {
  type BundleCheck,
  checkFile,
  type CheckOptions,
  type JsonObject,
  type JsonValue,
  PassBundle,
  type PassCheck,
  PassPackage,
} from "@passwright/pass";

/** A pass that a device would install, with what a wallet needs to know of it. */
export interface InstallablePass {
  readonly bytes: Uint8Array;
  readonly data: JsonObject;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly check: PassCheck | null;
}

/** A pass that a device refuses. */
export interface RefusedPass {
  /** Its path in the bundle; null for a pass on its own. */
  readonly name: string | null;
  readonly check: PassCheck | null;
  readonly because: string;
}

/** What a file holds. */
export interface Inspection {
  /** The check of a bundle as a whole; null for a pass on its own, or when nothing was checked. */
  readonly bundle: BundleCheck | null;
  readonly accepted: readonly InstallablePass[];
  readonly refused: readonly RefusedPass[];
}

/** Looks at a file as installing does. A load generator may bring one that looks less closely. */
export type Inspect = (bytes: Uint8Array, fileName: string | null) => Promise<Inspection>;

/**
 * Installing as a device does it: the verdict of the whole check, now. A pass that installs only on devices which hold a
 * missing intermediate installs here, for this one holds them all.
 *
 * @example
 * ```ts
 * const inspect = createInspect(() => ({ now: new Date() }));
 * const { accepted, refused } = await inspect(bytes, "ticket.pkpass");
 * ```
 */
export function createInspect(options: () => CheckOptions): Inspect {
  return async (bytes, fileName) => {
    const check = await checkFile(bytes, { ...options(), ...(fileName !== null && { fileName }) });
    if (check.kind === "pass") return inspectPass(bytes, null, check);
    return inspectBundle(bytes, check);
  };
}

/**
 * Only opens the file: no signature is verified, and what a device refuses may be taken. For load generators, where the
 * checking would be the load.
 */
export const inspectLightly: Inspect = async (bytes) => inspectPass(bytes, null, null);

async function inspectBundle(bytes: Uint8Array, bundle: BundleCheck): Promise<Inspection> {
  const inspections: Inspection[] = [];
  if (bundle.installs === "yes") {
    const { passes } = await PassBundle.read(bytes);
    const byPath = new Map(passes.map((pass) => [pass.path, pass.bytes]));
    for (const { name, check } of bundle.members) {
      const member = byPath.get(name);
      if (member !== undefined) inspections.push(await inspectPass(member, name, check));
    }
  }
  const because = bundle.findings.find(({ effect }) => effect === "refuses")?.rule ?? "empty";
  return {
    bundle,
    accepted: inspections.flatMap(({ accepted }) => accepted),
    refused:
      inspections.length > 0
        ? inspections.flatMap(({ refused }) => refused)
        : [{ name: null, check: null, because: `bundle: ${because}` }],
  };
}

async function inspectPass(bytes: Uint8Array, name: string | null, check: PassCheck | null): Promise<Inspection> {
  const refuse = (because: string): Inspection => ({ bundle: null, accepted: [], refused: [{ name, check, because }] });
  if (check?.installs === "no") return refuse(check.steps.find(({ outcome }) => outcome === "refused")?.because.join(", ") ?? "");
  let pass: PassPackage;
  let data: JsonObject;
  try {
    pass = await PassPackage.read(bytes);
    ({ data } = pass);
  } catch {
    return refuse("unreadable");
  }
  // Without them it could not be told from others. A check has seen to that; a light look has not.
  if (textOf(data["passTypeIdentifier"]) === "" || textOf(data["serialNumber"]) === "") return refuse("no identifiers");
  return { bundle: null, accepted: [{ bytes, data, files: pass.files, check }], refused: [] };
}

/** A text of pass.json; empty when it is none. */
export function textOf(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : "";
}
