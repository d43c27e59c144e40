import type {
  CreatedLink,
  CreatedMintKey,
  Link,
  LinkPage,
  MintKey,
  MintKeyList,
  NewMintKey,
  NewPassLink,
  NewTemplateLink,
} from "../api-types.ts";
import type { Call } from "../call.ts";
import type { Operations } from "../operations.ts";
import { type PassName, toPath } from "./pass-client.ts";

/** Public links of the project, and keys that sign links. */
export interface LinkClient {
  readonly createForPass: (pass: PassName, link?: NewPassLink) => Promise<CreatedLink>;
  readonly createForTemplate: (templateId: string, link?: NewTemplateLink) => Promise<CreatedLink>;
  readonly list: (query?: Operations["listLinks"]["query"]) => Promise<LinkPage>;
  readonly revoke: (linkId: string) => Promise<Link>;
  readonly mintKeys: () => Promise<MintKeyList>;
  readonly createMintKey: (key?: NewMintKey) => Promise<CreatedMintKey>;
  readonly revokeMintKey: (mintKeyId: string) => Promise<MintKey>;
}

export function createLinkClient(call: Call): LinkClient {
  return {
    createForPass: (pass, body = {}) => call("createPassLink", { path: toPath(pass), body }),
    createForTemplate: (templateId, body = {}) => call("createTemplateLink", { path: { templateId }, body }),
    list: (query) => call("listLinks", { query: query ?? {} }),
    revoke: (linkId) => call("revokeLink", { path: { linkId } }),
    mintKeys: () => call("listMintKeys", {}),
    createMintKey: (body = {}) => call("createMintKey", { body }),
    revokeMintKey: (mintKeyId) => call("revokeMintKey", { path: { mintKeyId } }),
  };
}
