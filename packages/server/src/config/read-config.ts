import { resolve } from "node:path";
import { ConfigError, type ConfigProblem } from "./config-error.ts";
import type { ServerConfig } from "./server-config.ts";
import { type Setting, SETTINGS } from "./settings.ts";

/** Where settings may stand. */
export interface ConfigSources {
  /** By flag name without dashes; a switch is `true`. */
  readonly flags?: Readonly<Record<string, string | boolean | undefined>>;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** A file's JSON, by the keys of {@link ServerConfig}, and its name for messages. */
  readonly file?: { readonly name: string; readonly content: unknown };
  /** What relative paths begin at. */
  readonly workingDirectory: string;
}

interface Given {
  readonly text: string;
  readonly where: string;
}

/**
 * Puts the settings of a server together: a flag goes before the environment, the environment before the file. Everything that
 * is wrong is told at once.
 *
 * @throws {ConfigError} with one problem per setting.
 *
 * @example
 * ```ts
 * const config = readConfig({ flags: { port: "0" }, environment: process.env, workingDirectory: process.cwd() });
 * console.log(config.role); // "all"
 * ```
 */
export function readConfig({ flags = {}, environment = {}, file, workingDirectory }: ConfigSources): ServerConfig {
  const problems: ConfigProblem[] = [];
  const fileValues = readFileValues(file, problems);
  const values: Partial<Record<keyof ServerConfig, string | number | boolean | null>> = {};
  for (const setting of SETTINGS) {
    // Many programs are told their database by this variable: a demo that is just tried must not write into that of another.
    const isOfOthers = setting.key === "databaseUrl" && values.demo === true;
    const given = findGiven(setting, flags, isOfOthers ? {} : environment, fileValues);
    if (given === undefined) {
      values[setting.key] = setting.fallback;
      continue;
    }
    const parsed = setting.parse(given.text);
    if ("value" in parsed) values[setting.key] = parsed.value;
    else problems.push({ setting: setting.key, where: given.where, problem: `${quote(setting, given.text)} ${parsed.problem}` });
  }
  // What a demo makes is not mixed with what is real.
  const dataFolder = values.dataFolder ?? (values.demo === true ? "passwright-demo" : "passwright-data");
  const config = { ...values, dataFolder: resolve(workingDirectory, String(dataFolder)) } as ServerConfig;
  problems.push(...contradictions(config));
  if (problems.length > 0) throw new ConfigError(problems);
  const toPath = (file: string | null) => (file === null ? null : resolve(workingDirectory, file));
  return {
    ...config,
    apnsCaFile: toPath(config.apnsCaFile),
    trustFile: toPath(config.trustFile),
    smtpCaFile: toPath(config.smtpCaFile),
    fontsFolder: toPath(config.fontsFolder),
  };
}

function findGiven(
  { key, flag, environment: variable }: Setting,
  flags: NonNullable<ConfigSources["flags"]>,
  environment: NonNullable<ConfigSources["environment"]>,
  file: ReadonlyMap<string, Given>,
): Given | undefined {
  const fromFlag = flags[flag];
  if (fromFlag !== undefined) return { text: String(fromFlag), where: `--${flag}` };
  const fromEnvironment = environment[variable];
  // An empty variable is how container set-ups say "not set".
  if (fromEnvironment !== undefined && fromEnvironment !== "") return { text: fromEnvironment, where: variable };
  return file.get(key);
}

function readFileValues(file: ConfigSources["file"], problems: ConfigProblem[]): ReadonlyMap<string, Given> {
  const given = new Map<string, Given>();
  if (file === undefined) return given;
  if (typeof file.content !== "object" || file.content === null || Array.isArray(file.content)) {
    problems.push({ setting: null, where: file.name, problem: "does not hold a JSON object" });
    return given;
  }
  for (const [key, value] of Object.entries(file.content)) {
    if (!SETTINGS.some((setting) => setting.key === key)) {
      problems.push({ setting: null, where: file.name, problem: `holds ${JSON.stringify(key.slice(0, 60))}, which is no setting` });
    } else if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
      given.set(key, { text: String(value), where: `${key} in ${file.name}` });
    } else if (value !== null) {
      problems.push({ setting: key, where: `${key} in ${file.name}`, problem: "is neither text, number, true nor false" });
    }
  }
  return given;
}

/** Settings that are right one by one and cannot be together; those that are not right by themselves are undefined here. */
function contradictions(config: Partial<ServerConfig>): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const isPart = config.role === "web" || config.role === "worker";
  if (isPart && config.databaseUrl === null) {
    problems.push({
      setting: "role",
      where: "--role",
      problem: `"${config.role}" needs PostgreSQL (--database): a SQLite file belongs to one process`,
    });
  }
  if (config.demo === true && isPart) {
    problems.push({ setting: "role", where: "--role", problem: `"${config.role}" does not go with --demo, which shows all of it` });
  }
  if (config.smtpUrl != null && config.mailFrom === null) {
    problems.push({ setting: "mailFrom", where: "--smtp-url", problem: "needs --mail-from: whom mails are from" });
  }
  return problems;
}

function quote({ secret }: Setting, text: string): string {
  if (secret === true) return "(not shown)";
  // A password in an address where none belongs is one all the same.
  return JSON.stringify(text.replaceAll(/\/\/[^/]*@/gu, "//(not shown)@").slice(0, 100));
}
