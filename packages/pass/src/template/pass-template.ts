import type { ArchiveLimits } from "../archive/archive-limits.ts";
import { prepareFile, type PreparedFile } from "../archive/prepare-file.ts";
import { readArchive } from "../archive/read-archive.ts";
import { PassError } from "../errors.ts";
import type { JsonObject } from "../model/json.ts";
import { toPassFiles, type FileSource, type PassFiles } from "../package/pass-files.ts";
import { PassPackage } from "../package/pass-package.ts";
import { prepareSmallFile } from "../package/small-file.ts";
import { listInputs, type InputField } from "./describe-inputs.ts";
import { fromDesigner, type DesignedTemplate } from "./designer-template.ts";
import { Budget, createScope, type Scope } from "./expression/scope.ts";
import { createOverrideFilter, type ImageOverrides } from "./image-overrides.ts";
import { deriveScales, type DerivedImage, type ImageScaler } from "./image-scaler.ts";
import { type BarcodePlan, planBarcodes } from "./barcode-messages.ts";
import { createInputsSchema, type InputsSchema } from "./inputs-schema.ts";
import { planJson, type JsonPlan, type PlanOptions, type RenderedJson } from "./json-plan.ts";
import { TEMPLATE_LIMITS } from "./limits.ts";
import type { ScanRule } from "./scan-rule.ts";
import { sortTemplateFiles, type TemplateFiles } from "./template-files.ts";
import { createValuesError, parseValues, type PassValues, type ValueProblem } from "./values.ts";

/** How a template is loaded. */
export interface TemplateOptions {
  /** Makes missing scales of images out of larger ones. Without it images stay as they are. */
  readonly scaler?: ImageScaler;
}

/** What may differ from pass to pass besides the values. */
export interface BuildOptions {
  /** What `now` and `fromNow` are in expressions; the present by default. */
  readonly now?: Date;
  /** Images of this pass instead of the template's. All scales and translations of a picture are replaced together. */
  readonly images?: ImageOverrides;
}

/** A file that expressions were evaluated in. */
export interface RenderedFile extends RenderedJson {
  readonly path: string;
}

/** The parts of a template's passes. */
export interface PreparedTemplate {
  /** Files that are the same in every pass, hashed and packed. */
  readonly assets: readonly PreparedFile[];
  /** Paths of the files that differ: pass.json first. */
  readonly names: readonly string[];
  /** Those files for one pass, in the order of `names`. Throws as {@link PassTemplate.build}. */
  readonly render: (values: PassValues, now: Date) => readonly RenderedFile[];
}

/**
 * A source folder whose pass.json (and personalization.json) may hold JSON-e expressions, ready to be made into passes:
 * `"value": "${gate}"`, `{"$if": "upgraded", "then": …}`. template.json beside it names the template, describes its inputs as
 * a JSON Schema and gives a sample. Templates of Apple's Pass Designer (`.pkpasstemplate`) have no expressions; their fields
 * are filled in by key: `{ fields: { gate: "B7" } }`.
 *
 * @example
 * ```ts
 * const template = await PassTemplate.fromFiles(await readFolder("boarding.pass"));
 * const pass = await template.build({ serialNumber: "1", gate: "B7", passenger: "Ada Lovelace" });
 * const signed = await pass.sign(signer, { signingTime: new Date() });
 * ```
 */
export class PassTemplate {
  /** Of template.json; null when it says none. */
  readonly name: string | null;
  readonly description: string | null;
  /** JSON Schema of the values; null when any are taken. */
  readonly inputs: JsonObject | null;
  /** Values to try the template with. */
  readonly sample: JsonObject | null;
  /** Names that the expressions use, `now` left out. */
  readonly names: readonly string[];
  /** Images, translations and other files that go into every pass. */
  readonly assets: PassFiles;
  /** Images that were made because their scale was missing. */
  readonly derived: readonly DerivedImage[];
  /** Files that do not go into a pass: `.DS_Store`, an old manifest and signature. */
  readonly ignored: readonly string[];
  /** Names that the expressions of its barcodes use. */
  readonly barcodeNames: readonly string[];
  /** Whether template.json says how passes are redeemed. */
  readonly hasScanRule: boolean;
  readonly #plans: readonly JsonPlan[];
  readonly #barcodes: BarcodePlan;
  readonly #scan: TemplateFiles["scan"];
  readonly #schema: InputsSchema | null;
  readonly #prepared: ReadonlyMap<string, PreparedFile>;

  private constructor(parts: TemplateParts) {
    const { settings } = parts.sorted;
    this.name = settings.name;
    this.description = settings.description;
    this.inputs = settings.inputs;
    this.sample = settings.sample;
    this.#plans = parts.plans;
    this.#barcodes = parts.barcodes;
    this.#scan = parts.sorted.scan;
    const used = [...parts.plans.flatMap((plan) => [...plan.names]), ...(this.#scan?.names ?? [])];
    this.names = [...new Set(used)].filter((name) => name !== "now");
    this.barcodeNames = [...parts.barcodes.names].filter((name) => name !== "now");
    this.hasScanRule = this.#scan !== null;
    this.assets = parts.sorted.assets;
    this.derived = parts.derived;
    this.ignored = parts.sorted.ignored;
    this.#schema = settings.inputs === null ? null : createInputsSchema(settings.inputs);
    this.#prepared = parts.prepared;
  }

  /**
   * A template of files: a folder (`readFolder` of `@passwright/pass/node`), an upload, a map in memory.
   *
   * @throws {PassError} `ERR_PASS_TEMPLATE_INVALID`, `ERR_PASS_TEMPLATE_EXPRESSION`, `ERR_PASS_TEMPLATE_SCHEMA`,
   * `ERR_PASS_TEMPLATE_LIMIT`; `ERR_PASS_FILE_NAME` for a path that could not be in a pass.
   *
   * @example
   * ```ts
   * const template = await PassTemplate.fromFiles({ "pass.json": '{"serialNumber": "${id}", …}', "icon.png": icon });
   * ```
   */
  static async fromFiles(files: FileSource, options: TemplateOptions = {}): Promise<PassTemplate> {
    const given = sortTemplateFiles(toPassFiles(files));
    // Pass Designer's templates without inputs of ours get some, made of their fields.
    const designed = given.isDesigned && given.settings.inputs === null ? fromDesigner(given.pass) : null;
    const sorted = designed === null ? given : adoptDesigned(given, designed);
    const planning: PlanOptions = {
      isDropped: (key) => sorted.isDesigned && key === "_id",
      ...(designed === null ? {} : { overrides: designed.overrides }),
    };
    const plans = [planJson("pass.json", sorted.pass, planning)];
    const barcodes = planBarcodes(sorted.pass, planning);
    if (sorted.personalization !== null) plans.push(planJson("personalization.json", sorted.personalization));
    const derived = options.scaler === undefined ? [] : await deriveScales(sorted.assets, options.scaler);
    const assets = new Map([...sorted.assets, ...derived.map(({ path, bytes }) => [path, bytes] as const)]);
    const prepared = new Map<string, PreparedFile>();
    for (const [path, bytes] of assets) prepared.set(path, await prepareFile(path, bytes));
    return new PassTemplate({ sorted: { ...sorted, assets }, plans, barcodes, derived, prepared });
  }

  /**
   * A template out of a ZIP archive, such as a zipped folder or a `.pkpasstemplate`.
   *
   * @throws As {@link fromFiles}; `ERR_PASS_ARCHIVE_NOT_ZIP`, `ERR_PASS_ARCHIVE_LIMIT`, `ERR_PASS_ARCHIVE_UNSAFE`.
   *
   * @example
   * ```ts
   * const template = await PassTemplate.read(await file.bytes());
   * ```
   */
  static async read(
    bytes: Uint8Array,
    options: TemplateOptions & { readonly limits?: Partial<ArchiveLimits> } = {},
  ): Promise<PassTemplate> {
    const { limits = {} } = options;
    const { files } = await readArchive(bytes, { limits });
    return PassTemplate.fromFiles(files, options);
  }

  /** Names that expressions use and the inputs do not declare: misspelt, or forgotten in template.json. Empty without inputs. */
  get undeclaredNames(): readonly string[] {
    const properties = this.inputs?.["properties"];
    if (typeof properties !== "object" || properties === null) return [];
    return this.names.filter((name) => !Object.hasOwn(properties, name));
  }

  /** The inputs one by one, for a form or a help text. Without a schema the names that the expressions use. */
  describeInputs(): readonly InputField[] {
    const schema = this.inputs ?? { required: this.names, properties: Object.fromEntries(this.names.map((name) => [name, {}])) };
    return listInputs(schema, this.sample);
  }

  /** All that is wrong with values; empty when a pass can be made of them. */
  validate(values: PassValues): readonly ValueProblem[] {
    return this.#findProblems(this.#complete(values));
  }

  /**
   * A pass of these values.
   *
   * @throws {PassError} `ERR_PASS_TEMPLATE_VALUES` with every fault and its place; `ERR_PASS_TEMPLATE_EXPRESSION` with file, line,
   * place and expression; `ERR_PASS_TEMPLATE_LIMIT`.
   *
   * @example
   * ```ts
   * const pass = await template.build({ member: "Ada" }, { images: { "thumbnail@2x.png": photo } });
   * ```
   */
  async build(values: PassValues, options: BuildOptions = {}): Promise<PassPackage> {
    const { now = new Date(), images = {} } = options;
    const texts = this.#render(values, now);
    const isReplaced = createOverrideFilter(images);
    const files = [...this.#prepared.values()].filter(({ path }) => !isReplaced(path));
    for (const [path, bytes] of Object.entries(images)) files.push(await prepareFile(path, bytes));
    const encoder = new TextEncoder();
    for (const { path, text } of texts) files.push(await prepareSmallFile(path, encoder.encode(text)));
    return PassPackage.fromPrepared(files);
  }

  /**
   * The pass of the template's sample.
   *
   * @throws As {@link build}; `ERR_PASS_TEMPLATE_INVALID` when the template wants values and has no sample.
   */
  async buildSample(options: BuildOptions = {}): Promise<PassPackage> {
    if (this.sample === null && this.names.length > 0) {
      throw new PassError("ERR_PASS_TEMPLATE_INVALID", "template.json has no sample.", {
        details: { file: "template.json", reason: "no sample" },
      });
    }
    return this.build(this.sample ?? {}, options);
  }

  /**
   * What the barcodes of a pass of these values say, each message once: what a scanner reads. Only `barcodes` and `barcode` of
   * pass.json are evaluated, and the values are not held against the inputs, so that it can be asked for a million passes.
   *
   * @throws {PassError} `ERR_PASS_TEMPLATE_EXPRESSION`, `ERR_PASS_TEMPLATE_VALUES`, `ERR_PASS_TEMPLATE_LIMIT`.
   *
   * @example
   * ```ts
   * const [message] = template.barcodeMessages({ serialNumber: "1", gate: "B7" });
   * ```
   */
  barcodeMessages(values: PassValues, options: Pick<BuildOptions, "now"> = {}): readonly string[] {
    // The same text in every pass needs no values.
    return this.#barcodes.messages(this.#scopeOf(this.#barcodes.names.size === 0 ? {} : values, options.now));
  }

  /**
   * How a pass of these values is redeemed at a door, by `scan` of template.json; null when it says nothing.
   *
   * @throws {PassError} `ERR_PASS_TEMPLATE_INVALID` when the rule comes to none with these values; as {@link barcodeMessages}.
   *
   * @example
   * ```ts
   * const rule = template.scanRule({ serialNumber: "1", visits: 10 });
   * console.log(rule?.kind, rule?.times);
   * ```
   */
  scanRule(values: PassValues, options: Pick<BuildOptions, "now"> = {}): ScanRule | null {
    if (this.#scan === null) return null;
    return this.#scan.rule(this.#scopeOf(this.#scan.names.size === 0 ? {} : values, options.now));
  }

  /** What is made once for all passes: for whoever builds archives in another way than {@link createMinter}. */
  prepare(): PreparedTemplate {
    return {
      assets: [...this.#prepared.values()],
      names: this.#plans.map(({ file }) => file),
      render: (values, now) => this.#render(values, now),
    };
  }

  #render(values: PassValues, now: Date): readonly RenderedFile[] {
    const complete = this.#complete(values);
    const problems = this.#findProblems(complete);
    if (problems.length > 0) throw createValuesError(problems);
    const time = now.toISOString();
    return this.#plans.map(({ file, render }) => {
      const { text, root } = render(createScope(complete, time, new Budget(TEMPLATE_LIMITS.steps)));
      return { path: file, text, root };
    });
  }

  #scopeOf(values: PassValues, now = new Date()): Scope {
    return createScope(this.#complete(values), now.toISOString(), new Budget(TEMPLATE_LIMITS.steps));
  }

  #complete(values: PassValues): JsonObject {
    const parsed = parseValues(values);
    return this.#schema?.applyDefaults(parsed) ?? parsed;
  }

  #findProblems(values: JsonObject): readonly ValueProblem[] {
    return this.#schema?.validate(values) ?? [];
  }
}

interface TemplateParts {
  readonly sorted: TemplateFiles;
  readonly plans: readonly JsonPlan[];
  readonly barcodes: BarcodePlan;
  readonly derived: readonly DerivedImage[];
  readonly prepared: ReadonlyMap<string, PreparedFile>;
}

function adoptDesigned(files: TemplateFiles, { pass, inputs, sample }: DesignedTemplate): TemplateFiles {
  return { ...files, pass, settings: { ...files.settings, inputs, sample: files.settings.sample ?? sample } };
}
