import * as z from "zod";
import { name, timeOut } from "./members.ts";

const projectId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/u)
  .describe("Small letters, digits and -, beginning with a letter or digit.");

const Project = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: timeOut.nullable().describe("Null: it came with the installation."),
  archivedAt: timeOut.nullable().describe("Since when its keys no longer work; its passes go on."),
  passTypeIdentifiers: z.array(z.string()).describe("Pass types that it owns. The first project owns all that no other was given."),
});

/** Projects: what owns pass types, templates and keys. */
export const PROJECT_SCHEMAS = {
  Project,
  ProjectList: z.object({ items: z.array(Project) }),
  NewProject: z.strictObject({ id: projectId, name }),
  ProjectUpdate: z.strictObject({
    name: name.optional(),
    archived: z.boolean().optional().describe("True ends what its keys may do, false lets them again. Passes are not touched."),
  }),
} as const;
