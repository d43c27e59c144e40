import { type GeoPoint, PassPackage } from "@passwright/pass";
import { type DeviceNotice, relevanceNotices } from "../notices/notice.ts";
import type { NoticeWords } from "../notices/notice-words.ts";
import { type Holder, relevanceText, type RelevanceText } from "../notices/relevance-text.ts";
import {
  assessRelevance,
  type HeardBeacon,
  type Relevance,
  type RelevanceObstacle,
  type RelevanceReason,
} from "../relevance/assess-relevance.ts";
import { readRelevanceFacts } from "../relevance/relevance-facts.ts";
import type { RelevanceWindow } from "../relevance/relevance-rules.ts";
import { type PassStack, stackPasses } from "../relevance/stacks.ts";
import type { HeldPass } from "../state/wallet-state.ts";

/** When and where the phone is. */
export interface SurfaceQuery {
  /** The wallet's clock when absent. */
  readonly now?: Date;
  /** Absent or null: the phone does not know. */
  readonly place?: GeoPoint | null;
  readonly beacons?: readonly HeardBeacon[];
}

/** A pass on the lock screen. */
export interface SurfacedPass {
  readonly pass: HeldPass;
  /** Why it is there, what gives the text first. */
  readonly reasons: readonly RelevanceReason[];
  readonly relevance: Relevance;
  readonly text: RelevanceText;
  readonly notices: readonly DeviceNotice[];
}

/** A pass that is not on the lock screen. */
export interface HiddenPass {
  readonly pass: HeldPass;
  readonly because: readonly (
    | RelevanceObstacle
    /** The holder does not want it there. */
    | { readonly kind: "switched-off" }
    /** Its bytes are not in the store. */
    | { readonly kind: "unreadable" }
  )[];
}

/** The lock screen at a time and place. */
export interface Surface {
  /** Nearest and surest first: beacons, then locations, then times. */
  readonly shown: readonly SurfacedPass[];
  readonly hidden: readonly HiddenPass[];
  /** What is shown, as stacks. */
  readonly stacks: readonly PassStack<HeldPass>[];
}

/** What surfacing needs beside the query. */
export interface SurfaceContext {
  readonly read: (pass: HeldPass) => Promise<Uint8Array | null>;
  readonly holder: Holder;
  readonly words: NoticeWords;
  readonly window: RelevanceWindow;
}

export async function surfacePasses(passes: readonly HeldPass[], query: SurfaceQuery, context: SurfaceContext): Promise<Surface> {
  const situation = { now: query.now ?? context.holder.now, place: query.place ?? null, beacons: query.beacons ?? [] };
  const shown: SurfacedPass[] = [];
  const hidden: HiddenPass[] = [];
  for (const pass of passes) {
    const bytes = pass.settings.suggestOnLockScreen ? await context.read(pass) : null;
    if (bytes === null) {
      hidden.push({ pass, because: [{ kind: pass.settings.suggestOnLockScreen ? "unreadable" : "switched-off" }] });
      continue;
    }
    const { data, files } = await PassPackage.read(bytes);
    const relevance = assessRelevance(readRelevanceFacts(data, context.window), situation);
    if (!relevance.isRelevant) {
      hidden.push({ pass, because: relevance.obstacles });
      continue;
    }
    const text = relevanceText(files, relevance.reasons, { ...context.holder, now: situation.now }, context.words);
    const notices = relevanceNotices(pass.organizationName, text.text);
    shown.push({ pass, reasons: relevance.reasons, relevance, text, notices });
  }
  const ordered = shown.toSorted((a, b) => compareReasons(a.reasons[0], b.reasons[0], situation.now));
  return { shown: ordered, hidden, stacks: stackPasses(ordered.map(({ pass }) => pass)) };
}

const KIND_ORDER = { beacon: 0, location: 1, time: 2 } as const;

function compareReasons(a: RelevanceReason | undefined, b: RelevanceReason | undefined, now: Date): number {
  if (a === undefined || b === undefined) return 0;
  if (a.kind !== b.kind) return KIND_ORDER[a.kind] - KIND_ORDER[b.kind];
  if (a.kind === "location" && b.kind === "location") return a.distance - b.distance;
  if (a.kind === "time" && b.kind === "time")
    return Math.abs(a.at.getTime() - now.getTime()) - Math.abs(b.at.getTime() - now.getTime());
  return 0;
}
