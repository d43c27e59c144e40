import type { ApiKey, ApiKeyList, ApiKeyUpdate, CreatedApiKey, NewApiKey } from "../api-types.ts";
import type { Call } from "../call.ts";

/** API keys of the project. */
export interface KeyClient {
  readonly list: () => Promise<ApiKeyList>;
  readonly create: (key: NewApiKey) => Promise<CreatedApiKey>;
  readonly update: (keyId: string, update: ApiKeyUpdate) => Promise<ApiKey>;
  readonly revoke: (keyId: string) => Promise<ApiKey>;
}

export function createKeyClient(call: Call): KeyClient {
  return {
    list: () => call("listKeys", {}),
    create: (body) => call("createKey", { body }),
    update: (keyId, body) => call("updateKey", { path: { keyId }, body }),
    revoke: (keyId) => call("revokeKey", { path: { keyId } }),
  };
}
