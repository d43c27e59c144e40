import type * as z from "zod";
import { DEFAULT_PROJECT, type Project } from "../../../storage/issuer/issuer-storage.ts";
import type { ApiAnswer, ApiCall } from "../../api-context.ts";
import { ApiProblem } from "../../api-problem.ts";
import type { SCHEMAS } from "../../contract/schemas.ts";
import { passTypeIdentifier as passTypeSchema } from "../../contract/schemas/certificate-schemas.ts";
import { parseBy } from "../../parse-json-body.ts";
import { json, toKey, toOptionalTime } from "../answers.ts";
import { auditOf } from "../audit-of.ts";
import { makeKey, revokeKeyOf } from "../keys.ts";

export async function listProjects(call: ApiCall): Promise<ApiAnswer> {
  const projects = await call.storage.access.projects();
  return json({ items: await Promise.all(projects.map((project) => toProject(call, project))) });
}

export async function createProject(call: ApiCall<unknown, z.output<typeof SCHEMAS.NewProject>>): Promise<ApiAnswer> {
  const { storage, body, clock } = call;
  const project = { ...body, createdAt: clock() };
  const audit = auditOf(call, "createProject", body.id);
  if ((await storage.access.createProject(project, { audit })) === "exists") {
    throw new ApiProblem("project-conflict", `There is a project ${body.id}.`);
  }
  return json(await toProject(call, project), 201);
}

export async function getProject(call: ApiCall): Promise<ApiAnswer> {
  return json(await toProject(call, await findProject(call)));
}

export async function updateProject(call: ApiCall<unknown, z.output<typeof SCHEMAS.ProjectUpdate>>): Promise<ApiAnswer> {
  const { storage, body, clock } = call;
  const { id, archivedAt = null } = await findProject(call);
  if (body.archived === true && (id === DEFAULT_PROJECT || id === call.key.projectId)) {
    throw new ApiProblem("project-conflict", "Neither the first project nor that of the key itself can be archived.");
  }
  const since = body.archived === true ? (archivedAt ?? clock()) : null;
  const change = {
    ...(body.name !== undefined && { name: body.name }),
    ...(body.archived !== undefined && { archivedAt: since }),
  };
  await storage.access.updateProject(id, change, { audit: auditOf(call, "updateProject", id) });
  return getProject(call);
}

export async function assignPassType(call: ApiCall): Promise<ApiAnswer> {
  const { storage, params } = call;
  const project = await findProject(call);
  const passType = parseBy(passTypeSchema, params["passTypeIdentifier"], "passTypeIdentifier");
  if ((await storage.access.projectOf(passType)) !== project.id) {
    const [published, drafts] = await Promise.all([storage.templates.newest(), storage.issuing.drafts()]);
    const hasTemplates = [...published, ...drafts].some(({ passTypeIdentifier }) => passTypeIdentifier === passType);
    const hasPasses = (await storage.passes.page({ passTypeIdentifier: passType, limit: 1 })).length > 0;
    // Records, receipts and the audit log of its passes are those of the project that issued them.
    if (hasTemplates || hasPasses) {
      throw new ApiProblem("project-conflict", `${passType} has templates or passes of another project, which stay there.`);
    }
  }
  await storage.access.assignPassType(passType, project.id, {
    audit: auditOf(call, "assignPassType", `${project.id} ${passType}`),
  });
  return json(await toProject(call, project));
}

export async function listProjectKeys(call: ApiCall): Promise<ApiAnswer> {
  const { id } = await findProject(call);
  return json({ items: (await call.storage.access.keys(id)).map(toKey) });
}

export async function createProjectKey(call: ApiCall<unknown, z.output<typeof SCHEMAS.NewApiKey>>): Promise<ApiAnswer> {
  return makeKey(call, (await findProject(call)).id, "createProjectKey");
}

export async function revokeProjectKey(call: ApiCall): Promise<ApiAnswer> {
  return revokeKeyOf(call, (await findProject(call)).id, "revokeProjectKey");
}

/** @throws {ApiProblem} `not-found`. */
async function findProject({ storage, params }: ApiCall): Promise<Project> {
  const project = (await storage.access.projects()).find(({ id }) => id === params["projectId"]);
  if (project === undefined) throw new ApiProblem("not-found", "There is no such project.");
  return project;
}

async function toProject({ storage, certificates }: ApiCall, { id, name, createdAt, archivedAt = null }: Project) {
  const assigned = await storage.access.assignedPassTypes();
  const elsewhere = new Set(assigned.map(({ passTypeIdentifier }) => passTypeIdentifier));
  const own = assigned.filter(({ projectId }) => projectId === id).map(({ passTypeIdentifier }) => passTypeIdentifier);
  if (id === DEFAULT_PROJECT) own.push(...certificates.passTypeIdentifiers().filter((type) => !elsewhere.has(type)));
  return {
    id,
    name,
    createdAt: createdAt === 0 ? null : toOptionalTime(createdAt),
    archivedAt: toOptionalTime(archivedAt),
    passTypeIdentifiers: [...new Set(own)].toSorted(),
  };
}
