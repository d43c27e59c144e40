/** One top-level declaration of a `.d.ts` file. */
export interface Declaration {
  readonly name: string;
  /** Without comments and private members. */
  readonly text: string;
  readonly references: ReadonlySet<string>;
}

/** Where a name of a file comes from: another file of the package (`./…`) or another package. */
export interface Binding {
  readonly from: string;
  /** The name there. */
  readonly name: string;
}

/** What a `.d.ts` file declares, imports and hands on. */
export interface DeclarationFile {
  readonly declarations: ReadonlyMap<string, Declaration>;
  readonly imports: ReadonlyMap<string, Binding>;
  /** `export { … } from "…"`, by the name under which it is exported. */
  readonly reexports: ReadonlyMap<string, Binding>;
}

/** Reads a declaration file as `tsc` writes it: one statement after the other, four spaces of indentation. */
export function parseDeclarationFile(text: string): DeclarationFile {
  const declarations = new Map<string, Declaration>();
  const imports = new Map<string, Binding>();
  const reexports = new Map<string, Binding>();
  for (const statement of splitStatements(withoutComments(text))) {
    const link = /^(?<kind>import|export) (?:type )?\{(?<names>[^}]*)\} from "(?<from>[^"]+)"/u.exec(statement)?.groups;
    if (link !== undefined) {
      const target = link["kind"] === "import" ? imports : reexports;
      for (const [name, binding] of readBindings(link["names"] ?? "", link["from"] ?? "")) target.set(name, binding);
      continue;
    }
    const name = DECLARATION.exec(statement)?.groups?.["name"];
    if (name === undefined) {
      if (/^export \{\s*\};?$/u.test(statement)) continue;
      throw new Error(`no declaration of a known form: ${statement.slice(0, 200)}`);
    }
    // Overloads of a function belong together.
    const before = declarations.get(name);
    const whole = before === undefined ? statement : `${before.text}\n${statement}`;
    declarations.set(name, { name, text: whole, references: readReferences(whole, name) });
  }
  return { declarations, imports, reexports };
}

const DECLARATION =
  /^(?:export )?(?:declare )?(?:abstract )?(?:const|let|function|class|interface|type|namespace) (?<name>[A-Za-z_$][\w$]*)/u;

function* readBindings(names: string, from: string): Generator<readonly [string, Binding]> {
  for (const item of names.split(",")) {
    const parts = /^\s*(?:type )?(?<name>[\w$]+)(?: as (?<alias>[\w$]+))?\s*$/u.exec(item)?.groups;
    if (parts?.["name"] !== undefined) yield [parts["alias"] ?? parts["name"], { from, name: parts["name"] }];
  }
}

/** Names of types and values in a declaration; those of members and parameters (before `:` or a bracket) are not. */
function readReferences(text: string, own: string): ReadonlySet<string> {
  const plain = text.replaceAll(/"(?:[^"\\]|\\.)*"/gu, '""');
  const names = plain.match(/(?<![\w$.])[A-Za-z_$][\w$]*(?![\w$]|\??:|\()/gu) ?? [];
  return new Set(names.filter((name) => name !== own));
}

/** Comments go, and what of a class is private with them; texts that look like comments stay. */
function withoutComments(text: string): string {
  const tokens = /"(?:[^"\\]|\\.)*"|`[^`]*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/gu;
  const bare = text.replaceAll(tokens, (token) => (token.startsWith("/") ? "" : token));
  const lines = bare.split("\n").filter((line) => line.trim() !== "" && line.trim() !== "#private;");
  return lines.map((line) => line.trimEnd()).join("\n");
}

/** A statement begins at the margin, where no bracket is open. */
function splitStatements(text: string): readonly string[] {
  const statements: string[] = [];
  let current: string[] = [];
  let depth = 0;
  for (const line of text.split("\n")) {
    if (
      depth === 0 &&
      current.length > 0 &&
      /^(?:import|export|declare|interface|type|abstract|const|function|class)\b/u.test(line)
    ) {
      statements.push(current.join("\n"));
      current = [];
    }
    current.push(line);
    const plain = line.replaceAll(/"(?:[^"\\]|\\.)*"|=>/gu, "");
    for (const character of plain) {
      if ("{([".includes(character)) depth += 1;
      else if ("})]".includes(character)) depth -= 1;
    }
  }
  if (current.some((line) => line !== "")) statements.push(current.join("\n"));
  return statements;
}
