import type * as z from "zod";
import { ApiProblem } from "./api-problem.ts";
import { API_LIMITS } from "./contract/schemas/api-limits.ts";

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
  // No recursion: how deep it goes is up to whoever sent it.
  for (const left = [value]; left.length > 0;) {
    const one = left.pop();
    if (typeof one !== "object" || one === null) continue;
    if (Object.hasOwn(one, "__proto__")) return true;
    left.push(...Object.values(one));
  }
  return false;
}

/** Whether a text of JSON nests deeper than anything means: what walks through values must not run out of stack. */
export function nestsTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isInString) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) isInString = false;
    } else if (code === QUOTE) isInString = true;
    else if (code === BRACKET || code === BRACE) {
      depth += 1;
      if (depth > API_LIMITS.jsonDepth) return true;
    } else if (code === BRACKET + 2 || code === BRACE + 2) depth -= 1;
  }
  return false;
}

const [QUOTE, BACKSLASH, BRACKET, BRACE] = [0x22, 0x5c, 0x5b, 0x7b] as const;

const TOO_DEEP = `it nests deeper than ${API_LIMITS.jsonDepth} levels`;

function readJson(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (nestsTooDeep(text)) throw new SyntaxError(TOO_DEEP);
    const value: unknown = JSON.parse(text);
    // Only such texts can hold one; to look into all would take longer than reading them.
    if (MAY_HOLD_PROTO.test(text) && holdsProto(value)) throw new SyntaxError("a member is called __proto__");
    return value;
  } catch (error) {
    // What JSON.parse says quotes the body, and a body may hold anything.
    const isOurs = error instanceof SyntaxError && (error.message === TOO_DEEP || error.message.includes("__proto__"));
    const reason = isOurs ? error.message : "it is no JSON in UTF-8";
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
