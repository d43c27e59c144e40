import { MEDIA_TYPES } from "@passwright/wallet/protocol";
import * as z from "zod";
import { EVENT_TYPES, type EventType } from "../../webhooks/event-types.ts";
import { COMMON_PROBLEMS, type ProblemName, PROBLEMS } from "./problems.ts";
import { ROUTES } from "./routes.ts";
import type { Route } from "./routes/route.ts";
import { SCHEMAS } from "./schemas.ts";
import { EVENTS } from "./schemas/event-schemas.ts";
import { templateId } from "./schemas/members.ts";

type Json = { readonly [key: string]: unknown };

/** Words for the steps of paths. */
const STEPS: Readonly<Record<string, string>> = {
  keyId: "Id of the key.",
  certificateId: "Id of the certificate or request.",
  projectId: "Id of the project.",
  templateId: "Id of the template.",
  passTypeIdentifier: "Pass type, such as pass.com.example.gate.",
  serialNumber: "Serial number.",
  webhookId: "Id of the endpoint.",
  eventId: "Id of the event.",
  jobId: "Id of the job.",
  imageName: "Name of the picture, without scale and ending: thumbnail, strip, background …",
  scanId: "Id that the server gave the scan.",
  kid: "Id of the key.",
  linkId: "Id of the link.",
  mintKeyId: "Id of the mint key.",
  mailId: "Id of the mail.",
};

/** PKCS#10 (RFC 5967); JSON, one object a line. */
export const REQUEST_TYPE = "application/pkcs10";
export const LINES_TYPE = "application/x-ndjson";
const EVENT_STREAM = "text/event-stream";
const PROBLEM_TYPE = "application/problem+json";

/** The description of the API (OpenAPI 3.1), made of the schemas that requests are checked by. */
export function toOpenApi(): Json {
  const registry = z.registry<{ readonly id: string }>();
  for (const [id, schema] of Object.entries(SCHEMAS)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io: "input", uri: (id) => `#/components/schemas/${id}`, target: "draft-2020-12" });
  const components = Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _schema, $id: _id, ...schema }]) => [id, schema]),
  );
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of ROUTES) (paths[route.path] ??= {})[route.method.toLowerCase()] = toOperation(route);
  return {
    openapi: "3.1.1",
    info: {
      title: "Passwright issuer API",
      version: "0.1.0",
      description: "Templates, passes and keys of an installation. Errors are problem documents (RFC 9457).",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/api" }],
    tags: [...new Set(ROUTES.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    webhooks: toWebhooks(),
    components: {
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: "An API key: pw_live_… or, of a demo, pw_test_…" },
      },
      schemas: components,
    },
  };
}

/** What the server sends by itself, to addresses that asked for it. */
function toWebhooks(): Json {
  const header = (name: string, description: string) => ({
    name,
    in: "header",
    required: true,
    description,
    schema: { type: "string" },
  });
  const parameters = [
    header("webhook-id", "Id of the event; the same in every attempt."),
    header("webhook-timestamp", "Of the attempt, in seconds since 1970."),
    header(
      "webhook-signature",
      "`v1,` and the base64 of HMAC-SHA-256 over id, timestamp and body with full stops between; one for each secret, with spaces between.",
    ),
  ];
  return Object.fromEntries(
    Object.entries(EVENTS).map(([type, schema]) => [
      type,
      {
        post: {
          operationId: type,
          tags: ["Webhooks"],
          summary: EVENT_TYPES[type as EventType],
          security: [],
          parameters,
          requestBody: { required: true, content: { "application/json": { schema: toReference(schema) } } },
          responses: {
            "2XX": { description: "Taken. Anything else is tried again, for three days; 410 disables the endpoint." },
          },
        },
      },
    ]),
  );
}

function toOperation(route: Route): Json {
  const { id, tag, summary, scope, query, body, isBodyOptional = false, takesIdempotencyKey = false, answers } = route;
  const parameters = [...toPathParameters(route.path), ...(query === undefined ? [] : toQueryParameters(query))];
  if (takesIdempotencyKey) {
    parameters.push({
      name: "Idempotency-Key",
      in: "header",
      required: false,
      description: "Any text of yours: the same request with the same key makes one pass, for 24 hours.",
      schema: { type: "string", minLength: 1, maxLength: 255 },
    });
  }
  return {
    operationId: id,
    tags: [tag],
    summary,
    security: scope === null ? [] : [{ apiKey: [scope] }],
    ...(parameters.length > 0 && { parameters }),
    ...(body !== undefined && { requestBody: { required: !isBodyOptional, content: toBodyContent(body) } }),
    responses: {
      ...Object.fromEntries(
        answers.map(({ status, what, body: answer }) => [String(status), { description: what, content: toAnswerContent(answer) }]),
      ),
      ...toProblemAnswers(route),
    },
  };
}

function toPathParameters(path: string): Json[] {
  return [...path.matchAll(/\{(\w+)\}/gu)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    description: STEPS[name] ?? name,
    schema: name === "templateId" ? toInlineSchema(templateId) : { type: "string", minLength: 1 },
  }));
}

function toQueryParameters(query: z.ZodType): Json[] {
  const { properties = {} } = toInlineSchema(query) as { readonly properties?: Readonly<Record<string, Json>> };
  return Object.entries(properties).map(([name, { description, ...schema }]) =>
    Object.assign({ name, in: "query", required: false }, typeof description === "string" ? { description, schema } : { schema }),
  );
}

function toInlineSchema(schema: z.ZodType): Json {
  // What a coerced number takes is text; what it means is a number.
  const { $schema: _schema, ...rest } = z.toJSONSchema(schema, { io: "output", target: "draft-2020-12" });
  return rest;
}

function toBodyContent(body: NonNullable<Route["body"]>): Json {
  if (body === "rows") {
    return {
      "application/x-ndjson": { schema: { description: "A JobCreateRow or JobUpdateRow a line." } },
      "text/csv": { schema: { description: "With a header: columns of the row, and inputs of the template." } },
    };
  }
  if (body === "image") return { "image/png": { schema: {} }, "image/jpeg": { schema: {} }, "image/webp": { schema: {} } };
  if (body !== "template") return { "application/json": { schema: toReference(body) } };
  return {
    "application/zip": { schema: {} },
    "multipart/form-data": {
      schema: {
        type: "object",
        description: "The files of the template, each with its path as file name: pass.json, icon.png, de.lproj/pass.strings.",
        additionalProperties: true,
      },
    },
  };
}

function toAnswerContent(body: Route["answers"][number]["body"]): Json {
  if (body === "pass") return { [MEDIA_TYPES.pass]: { schema: {} } };
  if (body === "request") return { [REQUEST_TYPE]: { schema: {} } };
  if (body === "lines") return { [LINES_TYPE]: { schema: {} } };
  if (body === "csv") return { "text/csv": { schema: {} } };
  if (body === "picture") return { "image/png": { schema: {} }, "image/svg+xml": { schema: {} } };
  if (body === "bundle") return { [MEDIA_TYPES.bundle]: { schema: {} } };
  if (body === "template") return { "application/zip": { schema: {} } };
  if (body === "results") return { [LINES_TYPE]: { schema: toReference(SCHEMAS.JobResult) } };
  if (body === "events") return { [EVENT_STREAM]: { schema: toReference(SCHEMAS.Job) } };
  if (body === "document") return { "application/json": { schema: { type: "object" } } };
  return { "application/json": { schema: toReference(body) } };
}

function toReference(schema: z.ZodType): Json {
  const id = Object.entries(SCHEMAS).find(([, known]) => known === schema)?.[0];
  if (id === undefined) throw new Error("a schema of a route has no name in SCHEMAS");
  return { $ref: `#/components/schemas/${id}` };
}

function toProblemAnswers({ scope, problems, body }: Route): Json {
  const names: ProblemName[] = [...COMMON_PROBLEMS, ...problems];
  if (scope !== null) names.push("unauthenticated", "forbidden");
  if (typeof body === "object") names.push("body-too-large", "unsupported-media-type");
  const byStatus = new Map<number, ProblemName[]>();
  for (const name of new Set(names)) byStatus.set(PROBLEMS[name].status, [...(byStatus.get(PROBLEMS[name].status) ?? []), name]);
  return Object.fromEntries(
    [...byStatus]
      .toSorted(([one], [two]) => one - two)
      .map(([status, some]) => [
        String(status),
        {
          description: `${some.map((name) => `\`${name}\``).join(", ")}.`,
          content: { [PROBLEM_TYPE]: { schema: toReference(SCHEMAS.Problem) } },
        },
      ]),
  );
}
