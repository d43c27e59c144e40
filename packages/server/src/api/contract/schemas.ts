import { BUNDLE_SCHEMAS } from "./schemas/bundle-schemas.ts";
import { JOB_RESULTS_QUERY, JOB_ROWS_QUERY, JOB_SCHEMAS, JOBS_QUERY } from "./schemas/job-schemas.ts";
import { KEY_SCHEMAS, PAGE_QUERY } from "./schemas/key-schemas.ts";
import { PASS_SCHEMAS, PASSES_QUERY, PICTURE_QUERY } from "./schemas/pass-schemas.ts";
import { Problem } from "./schemas/problem-schema.ts";
import { TEMPLATE_SCHEMAS } from "./schemas/template-schemas.ts";

/** Everything that has a name in the document of the API, by it. Answers may get more members; requests take none but these. */
export const SCHEMAS = {
  ...KEY_SCHEMAS,
  ...TEMPLATE_SCHEMAS,
  ...PASS_SCHEMAS,
  ...JOB_SCHEMAS,
  ...BUNDLE_SCHEMAS,
  Problem,
} as const;

/** Parameters behind the question mark. */
export const QUERIES = {
  page: PAGE_QUERY,
  passes: PASSES_QUERY,
  picture: PICTURE_QUERY,
  jobs: JOBS_QUERY,
  jobRows: JOB_ROWS_QUERY,
  jobResults: JOB_RESULTS_QUERY,
} as const;
