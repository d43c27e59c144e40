import { isTestSerial } from "../api/key-reach.ts";
import { toSeconds } from "../api/handlers/answers.ts";
import type { PushTiming } from "../storage/storage.ts";
import type { JobPlan } from "./job-plan.ts";
import type { ChangeWish } from "./plan-change.ts";
import { createPassTest, type PassTest } from "./segment-filter.ts";

/** Work on all passes of a template that a question finds. */
export interface SegmentWork {
  readonly isMeant: PassTest;
  readonly wish: ChangeWish;
  readonly push: PushTiming;
}

/** What a plan comes to, for passes that are looked at one after the other. */
export function findWork(plan: JobPlan): SegmentWork {
  const work = findAllWork(plan);
  if (plan.test !== true) return work;
  return { ...work, isMeant: (pass, record) => isTestSerial(pass.serialNumber) && work.isMeant(pass, record) };
}

function findAllWork(plan: JobPlan): SegmentWork {
  switch (plan.kind) {
    case "segment": {
      const { where, change, push } = plan;
      const { expiresAt } = change;
      const wish = { ...change, expiresAt: typeof expiresAt === "string" ? toSeconds(expiresAt) : expiresAt };
      return { isMeant: createPassTest(where), wish, push };
    }
    case "roll-out": {
      const { templateVersion, push } = plan;
      return { isMeant: (pass) => pass.templateVersion !== templateVersion, wish: { templateVersion }, push };
    }
    case "create":
    case "update":
      throw new Error(`a job of the kind ${plan.kind} waits for rows`);
    default:
      return plan satisfies never;
  }
}
