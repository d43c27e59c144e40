/** What is wrong with one setting. */
export interface ConfigProblem {
  /** Key of the setting; null for a source as a whole. */
  readonly setting: string | null;
  /** The flag, variable or file that it was read from. */
  readonly where: string;
  readonly problem: string;
}

/** The settings of a server cannot be used. Lists everything that is wrong, for all is told at the first start. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly code = "ERR_SERVER_CONFIG";
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(({ where, problem }) => `${where}: ${problem}`).join("\n"));
    this.problems = problems;
  }
}
