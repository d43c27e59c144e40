import type {
  Preview,
  PreviewRequest,
  PublishedTemplate,
  PublishRequest,
  Template,
  TemplateDetails,
  TemplateList,
  TemplateVersionList,
} from "../api-types.ts";
import type { Call } from "../call.ts";
import type { Operations, UploadBody } from "../operations.ts";

/** Templates of the project. */
export interface TemplateClient {
  readonly list: () => Promise<TemplateList>;
  readonly get: (templateId: string) => Promise<TemplateDetails>;
  /** Newest first. */
  readonly versions: (templateId: string) => Promise<TemplateVersionList>;
  /** A ZIP of its files: of the draft, or else of the newest version, unless another is asked for. */
  readonly download: (templateId: string, query?: Operations["downloadTemplate"]["query"]) => Promise<Uint8Array>;
  /** Takes a draft back. */
  readonly discardDraft: (templateId: string) => Promise<Template>;
  readonly upload: (templateId: string, template: UploadBody) => Promise<TemplateDetails>;
  /** With `rollOut` issued passes are taken to the new version by a job, whose id is told. */
  readonly publish: (templateId: string, request?: PublishRequest) => Promise<PublishedTemplate>;
  readonly preview: (templateId: string, request?: PreviewRequest) => Promise<Preview>;
  readonly downloadPreview: (templateId: string, request?: PreviewRequest) => Promise<Uint8Array>;
  /** A PNG, or what the query asks for. */
  readonly drawPreview: (
    templateId: string,
    request?: PreviewRequest,
    query?: Operations["drawPreview"]["query"],
  ) => Promise<Uint8Array>;
}

export function createTemplateClient(call: Call): TemplateClient {
  return {
    list: () => call("listTemplates", {}),
    get: (templateId) => call("getTemplate", { path: { templateId } }),
    versions: (templateId) => call("listTemplateVersions", { path: { templateId } }),
    download: (templateId, query = {}) => call("downloadTemplate", { path: { templateId }, query }),
    discardDraft: (templateId) => call("discardDraft", { path: { templateId } }),
    upload: (templateId, body) => call("uploadTemplate", { path: { templateId }, body }),
    publish: (templateId, body = {}) => call("publishTemplate", { path: { templateId }, body }),
    preview: (templateId, body = {}) => call("previewTemplate", { path: { templateId }, body }),
    downloadPreview: (templateId, body = {}) => call("downloadPreview", { path: { templateId }, body }),
    drawPreview: (templateId, body = {}, query = {}) => call("drawPreview", { path: { templateId }, body, query }),
  };
}
