import type { CheckSubject } from "../check/subject.ts";

/** Two versions of a pass, for the rules about updates. */
export interface PassUpdate {
  readonly before: CheckSubject;
  readonly after: CheckSubject;
  /** The holder has signed up for rewards with the older version. */
  readonly personalized: boolean;
  /** Nothing differs that a device or a person could see. */
  readonly isUnchanged: boolean;
}
