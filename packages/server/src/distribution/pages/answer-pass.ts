import { MEDIA_TYPES } from "@passwright/wallet/protocol";
import { DeviceError } from "../../device-service/device-error.ts";
import type { LinkRecord } from "../../storage/distribution/distribution-storage.ts";
import type { PassKey } from "../../storage/storage.ts";
import { linkAddress } from "../links/public-address.ts";
import { deviceKindOf, isInsideApp } from "./device-kind.ts";
import { assertGood, assertOpen, findShownPass, type OpenPass } from "./find-pass.ts";
import { PageNotice } from "./notice-page.ts";
import type { PageContext } from "./page-context.ts";
import { framePage } from "./page-frame.ts";
import { type PageAnswer, type PageRequest, languageQuery } from "./page-request.ts";
import { PICTURE_POLICY } from "./page-style.ts";
import { LANGUAGES } from "./page-words.ts";
import { passPage } from "./pass-page.ts";
import type { PictureKind } from "./pass-pictures.ts";
import { qrFigure } from "./qr-figure.ts";

/** Files below the address of a pass. */
export const PASS_FILES = ["pass.pkpass", "pass.svg", "pass.png", "pass.pdf"] as const;
export type PassFile = (typeof PASS_FILES)[number];

type PassLink = LinkRecord & { readonly target: { readonly kind: "pass" } & PassKey };

export function isPassLink(link: LinkRecord): link is PassLink {
  return link.target.kind === "pass";
}

/** The page of a pass. @throws {PageNotice} */
export async function answerPassPage(
  context: PageContext,
  request: PageRequest,
  { link, token }: { readonly link: PassLink; readonly token: string },
): Promise<PageAnswer> {
  const { languages, headers } = request;
  const found = await findGoodPass(context, link);
  const { words } = LANGUAGES[languages.page];
  const content = passPage({
    shown: await context.pictures.show(found.pass, found.open, languages.pass),
    words,
    device: deviceKindOf(headers),
    isInsideApp: isInsideApp(headers),
    base: token,
    query: languageQuery(languages),
    badge: context.badges.badgeFor([languages.page, ...languages.pass]),
    googleWallet: (await context.googleWalletLink?.(await found.open(), found.pass)) ?? null,
    qr: await qrFigure(linkAddress(context.publicUrl(), token), words.qrLabel),
  });
  return { kind: "page", status: 200, page: framePage(languages.page, content) };
}

/** A file of a pass. @throws {PageNotice} */
export async function answerPassFile(
  context: PageContext,
  request: PageRequest,
  { link, file }: { readonly link: PassLink; readonly file: PassFile },
): Promise<PageAnswer> {
  const found = await findGoodPass(context, link);
  switch (file) {
    case "pass.pkpass":
      return answerArchive(context, request, link, found);
    case "pass.svg":
      return answerPicture(context, request, found, "svg", "image/svg+xml");
    case "pass.png":
      return answerPicture(context, request, found, "png", "image/png");
    case "pass.pdf":
      await countUse(context, request, link);
      return { ...(await answerPicture(context, request, found, "pdf", "application/pdf")), isWhole: link.maxUses !== null };
    default:
      return file satisfies never;
  }
}

async function findGoodPass(context: PageContext, link: PassLink): Promise<OpenPass> {
  const now = context.clock();
  assertOpen(link, now);
  const found = await findShownPass(context, link.projectId, link.target);
  await assertGood(found, now);
  return found;
}

async function answerArchive(context: PageContext, request: PageRequest, link: PassLink, found: OpenPass): Promise<PageAnswer> {
  const { pass } = found;
  const built = await buildArchive(context, found);
  await countUse(context, request, link);
  if (request.method === "GET") context.activity.downloaded(pass, "page");
  return {
    kind: "file",
    // Exactly this, without a charset: Safari hands nothing else to Wallet.
    type: MEDIA_TYPES.pass,
    ...built,
    modifiedAt: pass.modifiedAt,
    isWhole: link.maxUses !== null,
    headers: ["content-disposition", disposition(pass.serialNumber, "pkpass")],
  };
}

async function buildArchive({ archives }: PageContext, { pass }: OpenPass) {
  try {
    return await archives.get(pass);
  } catch (error) {
    if (error instanceof DeviceError && error.code === "ERR_DEVICE_BUSY") throw new PageNotice("unavailable", 5);
    throw error;
  }
}

async function answerPicture(
  context: PageContext,
  request: PageRequest,
  { pass, open }: OpenPass,
  kind: PictureKind,
  type: string,
): Promise<Extract<PageAnswer, { kind: "file" }>> {
  const drawn = await context.pictures.draw(kind, pass, open, request.languages.pass);
  if (drawn === null) throw new PageNotice("unavailable", 5);
  const headers = ["content-security-policy", PICTURE_POLICY, "content-language", request.languages.pass[0] ?? "en"];
  // What is looked at stays in the page; what is kept is a file with a name.
  if (kind !== "svg") headers.push("content-disposition", disposition(pass.serialNumber, kind, "inline"));
  return { kind: "file", type, ...drawn, modifiedAt: pass.modifiedAt, headers };
}

/**
 * Counts a download: once for each that begins, not for its later parts, nor for a look at the headers. Of a link with a limit
 * nothing is sent in parts, so that none is got without being counted.
 *
 * @throws {PageNotice} `ended` for whoever came second for the last one.
 */
async function countUse({ storage, clock }: PageContext, { method, headers }: PageRequest, link: PassLink): Promise<void> {
  // Fetched ahead, by a browser that guesses: nobody has asked for it yet, and whoever does fetches it again (W3C, Resource Hints).
  const purposes = [headers["sec-purpose"], headers["purpose"]].flat();
  if (purposes.some((purpose = "") => /\b(?:prefetch|prerender)\b/iu.test(purpose))) {
    throw new PageNotice("unavailable", 1);
  }
  const isLaterPart = link.maxUses === null && headers.range !== undefined && !headers.range.toLowerCase().startsWith("bytes=0-");
  if (method !== "GET" || isLaterPart) return;
  if (!(await storage.distribution.useLink(link.id, { now: clock() }))) throw new PageNotice("ended");
}

/** Only what no header and no file system takes for something else. */
function disposition(serialNumber: string, extension: string, how: "attachment" | "inline" = "attachment"): string {
  const name = serialNumber.replaceAll(/[^\w.@+~=-]/gu, "_").slice(0, 100);
  return `${how}; filename="${name === "" ? "pass" : name}.${extension}"`;
}
