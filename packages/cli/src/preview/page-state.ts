import { describeFinding, formatWhere, type PassCheck } from "@passwright/pass";
import { verdictSentence } from "../report/check-text.ts";
import { countFindings, groupFindings } from "../report/finding-text.ts";
import { toLanguage } from "../render/pass-languages.ts";
import type { PreviewView } from "./preview-state.ts";
import type { FacePicture } from "./face-pictures.ts";
import { toViewQuery, type ViewOptions, type ViewStart } from "./view-options.ts";

/** What the page says beside the pictures; texts of strangers, which the page never takes for markup. */
export interface PageState {
  readonly version: number;
  readonly name: string;
  readonly isTemplate: boolean;
  readonly hasPass: boolean;
  readonly problem: PreviewView["problem"];
  readonly languages: PreviewView["languages"];
  /** The language that is shown first. */
  readonly initial: string;
  /** How the switches stand at first. */
  readonly start: ViewStart;
  readonly verdict: { readonly isGood: boolean; readonly text: string; readonly count: string } | null;
  readonly groups: readonly FindingGroupState[];
}

/** Findings of one rule, as `passwright check` puts them together. */
export interface FindingGroupState {
  readonly rule: string;
  readonly severity: string;
  readonly count: number;
  readonly findings: readonly { readonly message: string; readonly where: string; readonly fix: string }[];
  readonly device: string;
  readonly why: string;
}

/** @param locales languages that were asked for by name; shown whether the pass has them or not. */
export function toPageState(name: string, view: PreviewView, locales: readonly string[], start: ViewStart): PageState {
  const { version, pass, problem, check, isTemplate } = view;
  const languages = joinLanguages(locales, view.languages);
  return {
    version,
    name,
    isTemplate,
    hasPass: pass !== null,
    problem,
    languages,
    start,
    initial: (locales.length > 0 ? undefined : languages.find(({ tag }) => tag === "en"))?.tag ?? languages[0]?.tag ?? "en",
    verdict:
      check === null
        ? null
        : { isGood: check.refusedAt === null, text: verdictSentence(check), count: countFindings(check.findings) },
    groups: check === null ? [] : toGroups(check),
  };
}

/** Those that were asked for, then those of the pass; English for a pass without translations. */
function joinLanguages(locales: readonly string[], own: PreviewView["languages"]): PreviewView["languages"] {
  const asked = locales.filter((tag) => !own.some((language) => language.tag === tag)).map(toLanguage);
  const all = [...asked, ...own];
  return all.length === 0 ? [toLanguage("en")] : all;
}

/** Findings of one rule that are told one by one. */
const MAX_FINDINGS = 50;

function toGroups({ findings }: PassCheck): readonly FindingGroupState[] {
  return groupFindings(findings).map(({ rule, severity, findings: members }) => {
    const shown = members
      .slice(0, MAX_FINDINGS)
      .map((finding) => ({ words: describeFinding(finding), where: formatWhere(finding.where) }));
    const [first] = shown;
    return {
      rule,
      severity,
      count: members.length,
      findings: shown.map(({ words, where }) => ({ message: words.message, where, fix: words.fix })),
      device: first?.words.device ?? "",
      why: first?.words.why ?? "",
    };
  });
}

/** What the page is told of a picture; the picture itself it fetches as an image. */
export function toFaceState(picture: FacePicture, version: number, view: ViewOptions) {
  if ("problem" in picture) return picture;
  const { svg: _, ...facts } = picture;
  return { ...facts, source: `/picture/${picture.face}.svg?v=${version}&${toViewQuery(view)}` };
}
