import { AUTHENTICATION_CASES } from "./cases/authentication.ts";
import { CONDITIONAL_GET_CASES } from "./cases/conditional-get.ts";
import { GET_PASS_CASES } from "./cases/get-pass.ts";
import { LIST_CASES, LIST_READING_CASES } from "./cases/listing.ts";
import { LOG_CASES } from "./cases/logging.ts";
import { PERSONALIZE_CASES } from "./cases/personalizing.ts";
import { REGISTER_CASES } from "./cases/registering.ts";
import { ROBUSTNESS_CASES, ROBUSTNESS_WRITING_CASES } from "./cases/robustness.ts";
import { UNREGISTER_CASES } from "./cases/unregistering.ts";
import { PUSH_CASES, UPDATE_CASES } from "./cases/updating.ts";
import type { ConformanceCase } from "./conformance-case.ts";

/** All cases, in the order in which they run. Signing up comes last: it changes the pass for good. */
export const CONFORMANCE_CASES: readonly ConformanceCase[] = [
  ...GET_PASS_CASES,
  ...CONDITIONAL_GET_CASES,
  ...AUTHENTICATION_CASES,
  ...ROBUSTNESS_CASES,
  ...LIST_READING_CASES,
  ...ROBUSTNESS_WRITING_CASES,
  ...REGISTER_CASES,
  ...LIST_CASES,
  ...UNREGISTER_CASES,
  ...LOG_CASES,
  ...UPDATE_CASES,
  ...PUSH_CASES,
  ...PERSONALIZE_CASES,
];
