import { randomBytes, createHash } from "node:crypto";
import { createLocalizer, PassError, type PassTemplate, type PassValues } from "@passwright/pass";
import { ApiProblem } from "../../api/api-problem.ts";
import { withBarcodeStandIn } from "../../api/handlers/barcode-stand-in.ts";
import type { ShelvedTemplate } from "../../api/template-shelf.ts";
import { completeValues } from "../../device-service/template-pass-source.ts";
import type { LinkRecord } from "../../storage/distribution/distribution-storage.ts";
import { deriveLinkToken } from "../links/link-token.ts";
import { PAGES } from "../links/public-address.ts";
import { deviceKindOf } from "./device-kind.ts";
import { assertOpen } from "./find-pass.ts";
import { type FieldFault, type FormEntries, fieldsToAsk, type FormField, readForm, translateField } from "./input-form.ts";
import { issueThroughLink, openNewest } from "./issue-through-link.ts";
import type { PageContext } from "./page-context.ts";
import { framePage } from "./page-frame.ts";
import { languageQuery, type PageAnswer, type PageRequest } from "./page-request.ts";
import { LANGUAGES } from "./page-words.ts";
import { templatePage } from "./template-page.ts";

type TemplateLink = LinkRecord & { readonly target: { readonly kind: "template" } };

export function isTemplateLink(link: LinkRecord): link is TemplateLink {
  return link.target.kind === "template";
}

const NONCE = /^[\w-]{22}$/u;
const NO_ENTRIES: FormEntries = new Map();
const NO_FAULTS: ReadonlyMap<string, FieldFault> = new Map();

/** What of a template its page shows. */
interface Shop {
  readonly opened: ShelvedTemplate;
  readonly values: PassValues;
  readonly fields: readonly FormField[];
  /** Null: the address itself tells one pass from another. */
  readonly once: string | null;
}

/** The page of a template's link, or the pass that comes of its form. @throws {PageNotice} */
export async function answerTemplateLink(context: PageContext, request: PageRequest, link: TemplateLink): Promise<PageAnswer> {
  assertOpen(link, context.clock());
  const { target, projectId } = link;
  const opened = await openNewest(context, projectId, target.templateId);
  const given = JSON.parse(target.values) as PassValues;
  const fields = fieldsToAsk(opened.template, given, target.ask);
  const once = request.entries.get("once") ?? "";
  if (request.method !== "POST" || !NONCE.test(once)) {
    const shop = { opened, values: given, fields, once: randomBytes(16).toString("base64url") };
    return answerForm(context, request, shop, request.method === "POST" ? request.entries : NO_ENTRIES, NO_FAULTS);
  }
  const read = readForm(fields, request.entries, context.zone);
  const values = { ...read.values, ...given };
  const shop = { opened, values: given, fields, once };
  const faults = new Map([...faultsOf(opened.template, fields, values), ...read.faults]);
  if (faults.size > 0) return answerForm(context, request, shop, request.entries, faults);
  const token = deriveLinkToken(context.secret, ["once", link.id, once]);
  try {
    await issueThroughLink(context, opened, {
      projectId,
      templateId: target.templateId,
      values,
      externalId: null,
      origin: { linkId: link.id, mintHash: null, source: link.source },
      actor: link.id,
      requestId: request.id,
      token,
      once: createHash("sha256")
        .update(JSON.stringify(["once", link.id, once]))
        .digest("hex"),
    });
  } catch (error) {
    if (!(error instanceof ApiProblem && error.problem === "invalid-values") || fields.length === 0) throw error;
    return answerForm(context, request, shop, request.entries, new Map(fields.map(({ name }) => [name, "wrong"])));
  }
  return redirectToPass(context, request, token);
}

/** The page with the button of a signed link whose pass is not made yet. */
export function answerMintForm(
  context: PageContext,
  request: PageRequest,
  opened: ShelvedTemplate,
  values: PassValues,
): Promise<PageAnswer> {
  return answerForm(context, request, { opened, values, fields: [], once: null }, NO_ENTRIES, NO_FAULTS);
}

/** To the page of the pass, or where it was asked for, to the pass itself. By path: whoever reaches us by another name stays there. */
export function redirectToPass(context: PageContext, request: PageRequest, token: string): PageAnswer {
  const path = `${new URL(context.publicUrl()).pathname.replace(/\/$/u, "")}${PAGES}/${token}`;
  const file = request.entries.get("show") === "pass" ? "/pass.pkpass" : "";
  return { kind: "redirect", to: `${path}${file}${languageQuery(request.languages)}` };
}

async function answerForm(
  context: PageContext,
  { languages, headers }: PageRequest,
  { opened, values, fields, once }: Shop,
  entries: FormEntries,
  faults: ReadonlyMap<string, FieldFault>,
): Promise<PageAnswer> {
  const { template } = opened;
  const preview = await previewOf(template, values, context.clock());
  // What stands in the template's own words is in the visitor's language where its pass.strings has them.
  const localizer = createLocalizer(template.assets, languages.pass);
  const text = (key: string) => localizer.text(key);
  const content = templatePage({
    title: text(template.name ?? preview.description),
    description: template.description === null ? null : text(template.description),
    organization: text(preview.organization),
    words: LANGUAGES[languages.page].words,
    device: deviceKindOf(headers),
    query: languageQuery(languages),
    fields: fields.map((field) => translateField(field, text)),
    entries,
    faults,
    once,
  });
  return { kind: "page", status: faults.size > 0 ? 422 : 200, page: framePage(languages.page, content) };
}

/** Whose pass it will be, as far as the sample tells. */
async function previewOf(template: PassTemplate, values: PassValues, now: number) {
  const text = (value: unknown) => (typeof value === "string" ? value.slice(0, 200) : "");
  try {
    const given = completeValues({ ...template.sample, ...values }, template, { serialNumber: "PREVIEW" });
    const { data } = await template.build(withBarcodeStandIn(given, template), { now: new Date(now) });
    return { organization: text(data["organizationName"]), description: text(data["description"]) };
  } catch (error) {
    if (error instanceof PassError) return { organization: "", description: "" };
    throw error;
  }
}

/** What the template itself finds wrong, by the field that it lies in. What lies in none shows at every field. */
function faultsOf(template: PassTemplate, fields: readonly FormField[], values: PassValues): ReadonlyMap<string, FieldFault> {
  const faults = new Map<string, FieldFault>();
  for (const { path } of template.validate(values)) {
    const field = fields.find((one) => one.path.every((step, index) => path[index] === step));
    if (field !== undefined) faults.set(field.name, "wrong");
  }
  return faults;
}
