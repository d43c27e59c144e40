import type {
  ApiKey,
  ApiKeyList,
  CreatedApiKey,
  NewApiKey,
  NewProject,
  Project,
  ProjectList,
  ProjectUpdate,
} from "../api-types.ts";
import type { Call } from "../call.ts";

/** Projects of the installation, and their keys: for keys with the scope installation. */
export interface ProjectClient {
  readonly list: () => Promise<ProjectList>;
  readonly get: (projectId: string) => Promise<Project>;
  readonly create: (project: NewProject) => Promise<Project>;
  readonly update: (projectId: string, update: ProjectUpdate) => Promise<Project>;
  readonly assignPassType: (projectId: string, passTypeIdentifier: string) => Promise<Project>;
  readonly keys: (projectId: string) => Promise<ApiKeyList>;
  readonly createKey: (projectId: string, key: NewApiKey) => Promise<CreatedApiKey>;
  readonly revokeKey: (projectId: string, keyId: string) => Promise<ApiKey>;
}

export function createProjectClient(call: Call): ProjectClient {
  return {
    list: () => call("listProjects", {}),
    get: (projectId) => call("getProject", { path: { projectId } }),
    create: (body) => call("createProject", { body }),
    update: (projectId, body) => call("updateProject", { path: { projectId }, body }),
    assignPassType: (projectId, passTypeIdentifier) => call("assignPassType", { path: { projectId, passTypeIdentifier } }),
    keys: (projectId) => call("listProjectKeys", { path: { projectId } }),
    createKey: (projectId, body) => call("createProjectKey", { path: { projectId }, body }),
    revokeKey: (projectId, keyId) => call("revokeProjectKey", { path: { projectId, keyId } }),
  };
}
