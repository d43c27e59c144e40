import { JOB_ROUTES } from "./routes/job-routes.ts";
import { CERTIFICATE_ROUTES } from "./routes/certificate-routes.ts";
import { ACTIVITY_ROUTES } from "./routes/activity-routes.ts";
import { KEY_ROUTES } from "./routes/key-routes.ts";
import { LINK_ROUTES } from "./routes/link-routes.ts";
import { MAIL_ROUTES } from "./routes/mail-routes.ts";
import { PASS_ROUTES } from "./routes/pass-routes.ts";
import { PROJECT_ROUTES } from "./routes/project-routes.ts";
import type { Route } from "./routes/route.ts";
import { SCAN_ROUTES } from "./routes/scan-routes.ts";
import { TEMPLATE_ROUTES } from "./routes/template-routes.ts";
import { WEBHOOK_ROUTES } from "./routes/webhook-routes.ts";

const DESCRIPTION = [
  {
    id: "getDescription",
    method: "GET",
    path: "/openapi.json",
    tag: "Description",
    scope: null,
    summary: "This document",
    answers: [{ status: 200, what: "OpenAPI 3.1.", body: "document" }],
    problems: [],
  },
] as const satisfies readonly Route[];

/** Every address of the API; each part of it has a file of its own. */
export const ROUTES = [
  ...DESCRIPTION,
  ...KEY_ROUTES,
  ...TEMPLATE_ROUTES,
  ...PASS_ROUTES,
  ...JOB_ROUTES,
  ...WEBHOOK_ROUTES,
  ...SCAN_ROUTES,
  ...CERTIFICATE_ROUTES,
  ...PROJECT_ROUTES,
  ...ACTIVITY_ROUTES,
  ...LINK_ROUTES,
  ...MAIL_ROUTES,
] as const satisfies readonly Route[];

export type RouteId = (typeof ROUTES)[number]["id"];
export type RouteOf<Id extends RouteId> = Extract<(typeof ROUTES)[number], { readonly id: Id }>;
