import type * as z from "zod";
import { ApiProblem } from "./api-problem.ts";

/**
 * Reads a body of JSON. `__proto__` is a member like any other to JSON and a way into prototypes for whatever copies it, so
 * no body may hold one.
 *
 * @throws {ApiProblem} `invalid-request` with every fault.
 */
export function parseJsonBody<Schema extends z.ZodType>(bytes: Uint8Array, schema: Schema): z.output<Schema> {
  return parseBy(schema, bytes.length === 0 ? {} : readJson(bytes), "body");
}

/** A text without these holds no member of this name, escaped or not. */
export const MAY_HOLD_PROTO = /__proto__|\\u/u;

/** Whether a member is called `__proto__`, at any depth. */
export function holdsProto(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.hasOwn(value, "__proto__") || Object.values(value).some(holdsProto);
}

function readJson(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    // Only such texts can hold one; to look into all would take longer than reading them.
    if (MAY_HOLD_PROTO.test(text) && holdsProto(value)) throw new SyntaxError("a member is called __proto__");
    return value;
  } catch (error) {
    // What JSON.parse says quotes the body, and a body may hold anything.
    const reason = error instanceof SyntaxError && error.message.includes("__proto__") ? error.message : "it is no JSON in UTF-8";
    throw new ApiProblem("invalid-request", `The body cannot be read: ${reason}.`);
  }
}

/** @throws {ApiProblem} `invalid-request`. */
export function parseBy<Schema extends z.ZodType>(schema: Schema, value: unknown, where: string): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => ({
    place: [where, ...path.map(String)].join("."),
    message,
  }));
  throw new ApiProblem("invalid-request", `${faults[0]?.place ?? where}: ${faults[0]?.message ?? "is not valid"}`, { faults });
}
