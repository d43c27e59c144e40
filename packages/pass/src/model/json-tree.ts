import type { JsonPath } from "./json.ts";

/** Where a value stands in the text: `text.slice(start, end)` is the value as it was written. */
export interface JsonScalarNode {
  readonly kind: "scalar";
  readonly start: number;
  readonly end: number;
}

export interface JsonArrayNode {
  readonly kind: "array";
  readonly start: number;
  end: number;
  readonly items: JsonNode[];
  /** Offset of a comma behind the last item; -1 when there is none. */
  trailingComma: number;
}

export interface JsonMember {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  node: JsonNode;
}

export interface JsonObjectNode {
  readonly kind: "object";
  readonly start: number;
  end: number;
  /** In the order of the text, repeated keys as often as they stand there. */
  readonly members: JsonMember[];
  trailingComma: number;
  /** Last member by key; made when a large object is searched for the first time. */
  index: Map<string, JsonMember> | null;
}

export type JsonNode = JsonScalarNode | JsonArrayNode | JsonObjectNode;

/** Up to here a search through the members is as fast as a table. */
const LINEAR_SEARCH = 32;

/** The member that counts for `key`: the last one that has it, as in `JSON.parse` (ECMA-262 §25.5.1). */
export function findMember(node: JsonObjectNode, key: string): JsonMember | undefined {
  if (node.members.length <= LINEAR_SEARCH) return node.members.findLast((member) => member.key === key);
  node.index ??= new Map(node.members.map((member) => [member.key, member]));
  return node.index.get(key);
}

/** The node that one step leads to. */
export function stepInto(node: JsonNode, step: string | number): JsonNode | undefined {
  if (node.kind === "object" && typeof step === "string") return findMember(node, step)?.node;
  if (node.kind === "array" && typeof step === "number") return node.items[step];
  return undefined;
}

/** The node at `path`; undefined when the path leaves the tree. */
export function findNode(root: JsonNode, path: JsonPath): JsonNode | undefined {
  let node: JsonNode | undefined = root;
  for (const step of path) {
    if (node === undefined) return undefined;
    node = stepInto(node, step);
  }
  return node;
}
