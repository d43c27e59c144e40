type Json = { readonly [key: string]: unknown };

/** The TypeScript of a JSON Schema, as far as the API's own schemas go; anything else fails, so that no type is made up. */
export function toTypeScript(schema: Json, indent = ""): string {
  const reference = schema["$ref"];
  if (typeof reference === "string") return reference.slice(reference.lastIndexOf("/") + 1);
  if (Array.isArray(schema["enum"])) return schema["enum"].map((value: unknown) => JSON.stringify(value)).join(" | ");
  if ("const" in schema) return JSON.stringify(schema["const"]);
  const choices = schema["anyOf"] ?? schema["oneOf"];
  if (Array.isArray(choices)) return choices.map((one: unknown) => toTypeScript(one as Json, indent)).join(" | ");
  const { type } = schema;
  if (Array.isArray(type)) return type.map((one: unknown) => toTypeScript({ ...schema, type: one }, indent)).join(" | ");
  switch (type) {
    case "string":
    case "boolean":
    case "null":
      return type;
    case "integer":
    case "number":
      return "number";
    case "array": {
      const item = toTypeScript(schema["items"] as Json, indent);
      return `readonly ${/^\w+$/u.test(item) ? item : `(${item})`}[]`;
    }
    case "object":
      return toObject(schema, indent);
    default:
      throw new Error(`no TypeScript for ${JSON.stringify(schema).slice(0, 200)}`);
  }
}

function toObject({ properties, required = [], additionalProperties: others }: Json, indent: string): string {
  if (typeof properties !== "object" || properties === null) {
    const isTyped = typeof others === "object" && others !== null && Object.keys(others).length > 0;
    return `{ readonly [name: string]: ${isTyped ? toTypeScript(others as Json, indent) : "unknown"} }`;
  }
  const inner = `${indent}  `;
  const lines: string[] = [];
  for (const [name, schema] of Object.entries(properties as Readonly<Record<string, Json>>)) {
    const { description } = schema;
    if (typeof description === "string") lines.push(`${inner}/** ${description} */`);
    const mark = (required as readonly string[]).includes(name) ? "" : "?";
    lines.push(`${inner}readonly ${name}${mark}: ${toTypeScript(schema, inner)};`);
  }
  return `{\n${lines.join("\n")}\n${indent}}`;
}
