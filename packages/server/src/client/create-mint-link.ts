import { isName, MINT_LIMITS, parseMintKey, signMintToken } from "../distribution/links/mint-link.ts";
import { mintAddress } from "../distribution/links/public-address.ts";
import { ApiError } from "./api-error.ts";

/** What a signed link says. */
export interface MintLinkOptions {
  /** Public address of the server: `https://passes.example.com`. */
  readonly server: string;
  /** A mint key: `pw_mint_…`. Whoever has it makes passes. */
  readonly key: string;
  readonly templateId: string;
  /** Values of the template's inputs. Whoever has the link can read them: they are signed, not encrypted. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** Your own id of the pass. Two links with the same id give the same pass; without one every link has a pass of its own. */
  readonly externalId?: string;
  /** After that the link gives nothing any more. */
  readonly expiresAt?: Date;
  /** Where the link is sent: `newsletter`. */
  readonly source?: string;
}

/**
 * Makes a signed link without asking the server: whoever opens it first gets a pass of these values made, and everyone later the
 * same pass. Runs wherever there is WebCrypto.
 *
 * @throws {ApiError} `invalid-request` for a key that is none, a name that cannot be kept, or values that make the link longer than
 * 2000 characters.
 *
 * @example
 * ```ts
 * const link = await createMintLink({
 *   server: "https://passes.example.com",
 *   key: process.env["PASSWRIGHT_MINT_KEY"] ?? "",
 *   templateId: "gate",
 *   values: { gate: "B7" },
 *   externalId: "order-4711",
 * });
 * ```
 */
export async function createMintLink(options: MintLinkOptions): Promise<string> {
  const { server, templateId, values = {}, externalId, expiresAt, source } = options;
  const key = parseMintKey(options.key);
  if (key === null) throw new ApiError("invalid-request", "The key is no mint key: those begin with pw_mint_.");
  if (externalId !== undefined && !isName(externalId, MINT_LIMITS.id)) {
    throw new ApiError("invalid-request", `An external id has 1 to ${MINT_LIMITS.id} characters, none of them for control.`);
  }
  if (source !== undefined && !isName(source, MINT_LIMITS.source)) {
    throw new ApiError("invalid-request", `A source has 1 to ${MINT_LIMITS.source} characters, none of them for control.`);
  }
  const token = await signMintToken(
    {
      templateId,
      values,
      name: externalId === undefined ? { kind: "id", text: crypto.randomUUID() } : { kind: "externalId", text: externalId },
      expiresAt: expiresAt === undefined ? null : Math.floor(expiresAt.getTime() / 1000),
      source: source ?? null,
    },
    key,
  );
  if (token === null) throw new ApiError("invalid-request", `The values make the link longer than ${MINT_LIMITS.link} characters.`);
  return mintAddress(server.replace(/\/+$/u, ""), token);
}
