import { CERTIFICATE_SCHEMAS, CERTIFICATES_QUERY, REMOVAL_QUERY } from "./schemas/certificate-schemas.ts";
import { KEY_SCHEMAS, PAGE_QUERY } from "./schemas/key-schemas.ts";
import { PASS_SCHEMAS, PASS_IMAGE_QUERY, PASSES_QUERY, PICTURE_QUERY } from "./schemas/pass-schemas.ts";
import { Problem } from "./schemas/problem-schema.ts";
import { MANIFEST_QUERY, SCAN_COUNTS_QUERY, SCAN_SCHEMAS, SCANS_QUERY } from "./schemas/scan-schemas.ts";
import { TEMPLATE_SCHEMAS } from "./schemas/template-schemas.ts";

/** Everything that has a name in the document of the API, by it. Answers may get more members; requests take none but these. */
export const SCHEMAS = {
  ...KEY_SCHEMAS,
  ...TEMPLATE_SCHEMAS,
  ...PASS_SCHEMAS,
  ...SCAN_SCHEMAS,
  Problem,
  ...CERTIFICATE_SCHEMAS,
  ...PROJECT_SCHEMAS,
} as const;
import { PROJECT_SCHEMAS } from "./schemas/project-schemas.ts";

/** Parameters behind the question mark. */
export const QUERIES = {
  page: PAGE_QUERY,
  passes: PASSES_QUERY,
  picture: PICTURE_QUERY,
  passImage: PASS_IMAGE_QUERY,
  scans: SCANS_QUERY,
  scanCounts: SCAN_COUNTS_QUERY,
  manifest: MANIFEST_QUERY,
  certificates: CERTIFICATES_QUERY,
  removal: REMOVAL_QUERY,
} as const;
