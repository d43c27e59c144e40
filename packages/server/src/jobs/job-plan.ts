import type * as z from "zod";
import type { SCHEMAS } from "../api/contract/schemas.ts";
import type { Job } from "../storage/jobs/jobs-storage.ts";
import type { PushTiming } from "../storage/storage.ts";

/** What a request for a job asks for, as it was checked. */
export type JobRequest = z.output<typeof SCHEMAS.NewJob>;

type RequestOf<Kind extends JobRequest["kind"]> = Extract<JobRequest, { readonly kind: Kind }>;

/** Which passes a change is for. */
export type SegmentFilter = NonNullable<RequestOf<"segment">["where"]>;
/** What is to be different about them. */
export type SegmentChange = RequestOf<"segment">["change"];

/** What a job is to do: the request, with the version of the template that was the newest when it came. */
export type JobPlan = (
  | { readonly kind: "create"; readonly templateVersion: number }
  | { readonly kind: "update"; readonly push: PushTiming }
  | {
      readonly kind: "segment";
      readonly where: SegmentFilter;
      readonly change: SegmentChange;
      readonly push: PushTiming;
    }
  | { readonly kind: "roll-out"; readonly templateVersion: number; readonly push: PushTiming }
) & {
  /** Asked for by a test key: of test passes alone. */
  readonly test?: true;
};

/** The plan of a job as we stored it. */
export function planOf({ plan }: Pick<Job, "plan">): JobPlan {
  return JSON.parse(plan) as JobPlan;
}

type PushWish = RequestOf<"segment">["push"];

/** When devices are told. */
export function toTiming(push: PushWish): PushTiming {
  if (push === undefined || push === "now") return { kind: "now" };
  return push === "none" ? { kind: "none" } : { kind: "spread", overMs: push.over * 1000 };
}
