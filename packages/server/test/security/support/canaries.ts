/** Secrets, and everything that was told where none may stand. */
export interface Canaries {
  /** Takes a secret down under a name. @throws Error when it is none: a test that looks for nothing finds nothing. */
  add(name: string, ...secrets: readonly (string | undefined)[]): void;
  /** Takes down what anybody was told. */
  tell(...texts: readonly string[]): void;
  /** Names of the secrets that stand in what was told: whole, in part, or encoded. */
  leaks(): readonly string[];
  readonly told: () => number;
  readonly names: () => readonly string[];
}

/** Characters of a secret that are a leak already; lists show fewer of keys and links, so that people know them apart. */
const PIECE = 16;

export function createCanaries(): Canaries {
  const secrets = new Map<string, string[]>();
  const texts: string[] = [];
  return {
    add: (name, ...given) => {
      for (const secret of given) {
        if (secret === undefined || secret.length < 12) throw new Error(`${name} is no secret`);
        secrets.set(name, [...(secrets.get(name) ?? []), secret]);
      }
    },
    tell: (...given) => void texts.push(...given),
    leaks: () => {
      const everything = texts.join("\n");
      const isTold = (secret: string) => formsOf(secret).some((form) => everything.includes(form));
      return [...secrets].filter(([, given]) => given.some(isTold)).map(([name]) => name);
    },
    told: () => texts.reduce((sum, text) => sum + text.length, 0),
    names: () => [...secrets.keys()],
  };
}

function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const pieces = secret.length < 2 * PIECE ? [secret] : piecesOf(secret);
  return [...pieces, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), bytes.toString("hex"), ...base64Of(bytes)];
}

function piecesOf(secret: string): readonly string[] {
  return Array.from({ length: secret.length - PIECE + 1 }, (_, index) => secret.slice(index, index + PIECE));
}

/** The base64 of a secret within a longer text begins at one of three places; its ends belong to their neighbours as well. */
function base64Of(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .replaceAll("=", "")
      .slice(shift === 0 ? 0 : shift + 1, -3),
  );
}

/** Parts of the base64 of a key in PEM: whole lines of it, as they would stand wherever it was written. */
export function linesOfPem(pem: string): readonly string[] {
  return pem.split("\n").filter((line) => /^[A-Za-z0-9+/]{64}$/u.test(line));
}
