import {
  createMinter,
  type ImageScaler,
  type Minter,
  PassTemplate,
  type PassValues,
  type PreparedTemplate,
  type Signer,
} from "@passwright/pass";
import type { PassImageStore } from "../storage/images/image-storage.ts";
import type { StoredPass, TemplateStore } from "../storage/storage.ts";
import type { SignerBook } from "./certificates.ts";
import { DeviceError } from "./device-error.ts";
import { type IssuerKeys, issuerKeysOf, withIssuerKeys } from "./issuer-keys.ts";
import type { BuiltPass, CertificateWish, PassSource } from "./pass-source.ts";

/** What a source of passes from templates is made of. */
export interface TemplatePassSourceOptions {
  readonly templates: Pick<TemplateStore, "find">;
  readonly signers: SignerBook;
  /** Pictures of single passes; absent: there are none. */
  readonly images?: Pick<PassImageStore, "find">;
  /**
   * The webServiceURL of all passes of a type: without a part that differs from pass to pass, or one phone looks like as many
   * devices as it has passes (developer.apple.com/forums/thread/130425).
   */
  readonly webServiceURL: (passTypeIdentifier: string) => string;
  /** Epoch milliseconds: the signing time of personalization tokens. Passes have the time of their revision. */
  readonly clock: () => number;
  /** The signed barcode of a revision, for templates that use it: the same text each time. Without it they get none. */
  readonly signedBarcode?: (pass: StoredPass) => Promise<string>;
  /** Makes missing scales of images. It must give the same bytes each time, or passes differ from build to build. */
  readonly scaler?: ImageScaler;
  /** Templates that are kept ready, each with its images; 50 when absent. */
  readonly templatesKept?: number;
}

/** What one minter needs to know of one pass, in the place of values. */
type Job = { readonly values: PassValues; readonly keys: IssuerKeys };

/**
 * Builds passes from published templates. A revision freezes template version, values, certificate and signing time, so its
 * archive is the same, byte for byte, whenever and wherever it is built (RSA signatures of PKCS #1 are deterministic).
 *
 * @throws {DeviceError} when building: `ERR_DEVICE_TEMPLATE`, `ERR_DEVICE_SIGNER`, `ERR_DEVICE_VALUES`; a `PassError` of the minter.
 *
 * @example
 * ```ts
 * const source = createTemplatePassSource({
 *   templates: storage.templates,
 *   signers: createSignerBook([signer]),
 *   webServiceURL: () => "https://passes.example.com/wallet",
 *   clock: Date.now,
 * });
 * ```
 */
export function createTemplatePassSource(
  options: TemplatePassSourceOptions,
): PassSource & Required<Pick<PassSource, "certificateOf">> {
  const { templates, signers, images: imageStore, webServiceURL, clock, scaler, templatesKept = 50, signedBarcode } = options;
  const loadTemplate = keepNewest(templatesKept, (templateId: string, version: number) =>
    openTemplate(templates, templateId, version, scaler),
  );
  const prepareMinter = keepNewest(templatesKept * 2, async (form: TemplateForm, pass: StoredPass) => {
    const template = await loadTemplate(`${pass.templateId}\0${pass.templateVersion}`, pass.templateId, pass.templateVersion);
    return { template, minter: createFormMinter(template, mustFind(signers, pass), form) };
  });

  return {
    certificateOf: (wish) => signers.find(wish)?.facts.fingerprint ?? "",
    build: async (pass): Promise<BuiltPass> => {
      await takeUpNew(signers, pass);
      const { facts } = mustFind(signers, pass);
      const form: TemplateForm = pass.personalization === "open" ? "with-form" : "without-form";
      const name = `${pass.templateId}\0${pass.templateVersion}\0${facts.fingerprint}\0${form}`;
      const { template, minter } = await prepareMinter(name, form, pass);
      const keys = issuerKeysOf(pass, webServiceURL(pass.passTypeIdentifier));
      const complete = completeValues(parseValues(pass.values), template, keys);
      const values = await withSignedBarcode(complete, template, async () => signedBarcode?.(pass));
      const job: Job = { values, keys };
      const now = new Date(Math.max(pass.modifiedAt * 1000, facts.notBefore.getTime()));
      const own = (await imageStore?.find(pass, pass.revision)) ?? [];
      const images = Object.fromEntries(own.map(({ path, bytes }) => [path, bytes]));
      const chunks = await minter.mint(job, own.length === 0 ? { now } : { now, images });
      return { chunks, size: chunks.reduce((sum, { length }) => sum + length, 0) };
    },
    signToken: (pass, token) => mustFind(signers, pass).sign(new TextEncoder().encode(token), { signingTime: new Date(clock()) }),
  };
}

/** A pass asks for a sign-up until there has been one; its form and the logo of the form are files of the pass. */
type TemplateForm = "with-form" | "without-form";

const FORM_FILE = "personalization.json";
const FORM_LOGO = /^(?:.*\/)?personalizationLogo(?:@\dx)?\.png$/u;

function createFormMinter(template: PassTemplate, signer: Signer, form: TemplateForm): Minter {
  const whole = template.prepare();
  const isKept = (path: string) => form === "with-form" || (path !== FORM_FILE && !FORM_LOGO.test(path));
  const prepared: PreparedTemplate = {
    assets: whole.assets.filter(({ path }) => isKept(path)),
    names: whole.names.filter(isKept),
    render: (given, now) => {
      const { values, keys } = given as Job;
      return whole
        .render(values, now)
        .filter(({ path }) => isKept(path))
        .map((file) => (file.path === "pass.json" ? withIssuerKeys(file, keys) : file));
    },
  };
  // Of a template the minter asks for its prepared parts and nothing else.
  return createMinter({ template: { prepare: () => prepared } as PassTemplate, signer });
}

/** Templates name what the issuer knows as values of theirs, and so do their schemas; only those that do are given it. */
export function completeValues(values: PassValues, template: PassTemplate, keys: IssuerKeys): PassValues {
  const missing = Object.entries(keys).filter(([name]) => template.names.includes(name) && !Object.hasOwn(values, name));
  return missing.length === 0 ? values : { ...values, ...Object.fromEntries(missing) };
}

/** The value that templates have a signed barcode as. */
export const SIGNED_BARCODE = "signedBarcode";

/** The values with the signed barcode, where a template uses it: no value of the issuer's takes its place. */
export async function withSignedBarcode(
  values: PassValues,
  template: PassTemplate,
  sign: () => Promise<string | undefined>,
): Promise<PassValues> {
  if (!template.names.includes(SIGNED_BARCODE)) return values;
  const signed = await sign();
  return signed === undefined ? values : { ...values, [SIGNED_BARCODE]: signed };
}

function parseValues(text: string): PassValues {
  let values: unknown;
  try {
    values = JSON.parse(text);
  } catch (cause) {
    throw new DeviceError("ERR_DEVICE_VALUES", undefined, { cause });
  }
  if (typeof values !== "object" || values === null || Array.isArray(values)) throw new DeviceError("ERR_DEVICE_VALUES");
  return values as PassValues;
}

function mustFind(signers: SignerBook, wish: CertificateWish): Signer {
  const signer = signers.find(wish);
  if (signer !== undefined) return signer;
  throw new DeviceError("ERR_DEVICE_SIGNER", `There is no certificate for ${JSON.stringify(wish.passTypeIdentifier)}.`);
}

/** A revision may name a certificate that another process was given a moment ago. */
async function takeUpNew(signers: SignerBook, pass: StoredPass): Promise<void> {
  if (pass.certificateId === "" || signers.refresh === undefined) return;
  if (signers.find(pass)?.facts.fingerprint === pass.certificateId) return;
  // Where the database does not answer, what is known signs.
  await signers.refresh().catch(() => undefined);
}

async function openTemplate(
  templates: Pick<TemplateStore, "find">,
  templateId: string,
  version: number,
  scaler: ImageScaler | undefined,
): Promise<PassTemplate> {
  const found = await templates.find({ templateId, version });
  const named = `Version ${version} of the template ${JSON.stringify(templateId)}`;
  if (found === undefined) throw new DeviceError("ERR_DEVICE_TEMPLATE", `${named} is not in storage.`);
  try {
    return await PassTemplate.read(found.archive, scaler === undefined ? {} : { scaler });
  } catch (cause) {
    throw new DeviceError("ERR_DEVICE_TEMPLATE", `${named} cannot be used.`, { cause });
  }
}

/** Makes a thing once for all who ask at the same time, and keeps those used last. One that failed is tried anew. */
function keepNewest<Args extends readonly unknown[], T>(limit: number, make: (...args: Args) => Promise<T>) {
  const kept = new Map<string, Promise<T>>();
  return (name: string, ...args: Args): Promise<T> => {
    const known = kept.get(name);
    kept.delete(name);
    const value =
      known ??
      make(...args).catch((error: unknown) => {
        kept.delete(name);
        throw error;
      });
    kept.set(name, value);
    for (const oldest of kept.keys()) {
      if (kept.size <= limit) break;
      kept.delete(oldest);
    }
    return value;
  };
}
