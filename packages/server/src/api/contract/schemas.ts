import { ACTIVITY_SCHEMAS } from "./schemas/activity-schemas.ts";
import { BUNDLE_SCHEMAS } from "./schemas/bundle-schemas.ts";
import { CERTIFICATE_SCHEMAS, CERTIFICATES_QUERY, REMOVAL_QUERY } from "./schemas/certificate-schemas.ts";
import { EVENT_SCHEMAS } from "./schemas/event-schemas.ts";
import { JOB_RESULTS_QUERY, JOB_ROWS_QUERY, JOB_SCHEMAS, JOBS_QUERY } from "./schemas/job-schemas.ts";
import { KEY_SCHEMAS, PAGE_QUERY } from "./schemas/key-schemas.ts";
import { LINK_SCHEMAS, LINKS_QUERY } from "./schemas/link-schemas.ts";
import { MAIL_SCHEMAS } from "./schemas/mail-schemas.ts";
import { PASS_SCHEMAS, PASS_IMAGE_QUERY, PASSES_QUERY, PICTURE_QUERY } from "./schemas/pass-schemas.ts";
import { Problem } from "./schemas/problem-schema.ts";
import { PROJECT_SCHEMAS } from "./schemas/project-schemas.ts";
import { MANIFEST_QUERY, SCAN_COUNTS_QUERY, SCAN_SCHEMAS, SCANS_QUERY } from "./schemas/scan-schemas.ts";
import { STATISTICS_QUERY, STATISTICS_SCHEMAS } from "./schemas/statistics-schemas.ts";
import { TEMPLATE_FILES_QUERY, TEMPLATE_SCHEMAS } from "./schemas/template-schemas.ts";
import { DELIVERIES_QUERY, WEBHOOK_SCHEMAS } from "./schemas/webhook-schemas.ts";

/** Everything that has a name in the document of the API, by it. Answers may get more members; requests take none but these. */
export const SCHEMAS = {
  ...KEY_SCHEMAS,
  ...TEMPLATE_SCHEMAS,
  ...PASS_SCHEMAS,
  ...BUNDLE_SCHEMAS,
  ...JOB_SCHEMAS,
  ...ACTIVITY_SCHEMAS,
  ...CERTIFICATE_SCHEMAS,
  ...EVENT_SCHEMAS,
  ...LINK_SCHEMAS,
  ...MAIL_SCHEMAS,
  ...PROJECT_SCHEMAS,
  ...SCAN_SCHEMAS,
  ...STATISTICS_SCHEMAS,
  ...WEBHOOK_SCHEMAS,
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
  passImage: PASS_IMAGE_QUERY,
  deliveries: DELIVERIES_QUERY,
  scans: SCANS_QUERY,
  scanCounts: SCAN_COUNTS_QUERY,
  manifest: MANIFEST_QUERY,
  certificates: CERTIFICATES_QUERY,
  removal: REMOVAL_QUERY,
  statistics: STATISTICS_QUERY,
  links: LINKS_QUERY,
  templateFiles: TEMPLATE_FILES_QUERY,
} as const;
