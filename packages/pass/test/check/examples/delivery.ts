import type { Delivery } from "../../../src/check/delivery.ts";

/** Deliveries that a rule must find, and some close to them that it must not. */
export interface DeliveryRuleExamples {
  readonly triggers: readonly Delivery[];
  readonly passes: readonly Delivery[];
}

/** A pass that is served as it should be. */
export const GOOD_DELIVERY: Delivery = {
  url: "https://northwind.org/ticket.pkpass",
  redirects: [],
  status: 200,
  headers: {
    "content-type": "application/vnd.apple.pkpass",
    "content-length": "9000",
    "cache-control": "private, no-cache",
    "content-disposition": 'attachment; filename="ticket.pkpass"',
  },
  length: 9000,
  content: "pass",
  methods: { HEAD: 200 },
};

/** The same with other headers. */
export const withHeaders = (more: Record<string, string>): Delivery => ({
  ...GOOD_DELIVERY,
  headers: { ...GOOD_DELIVERY.headers, ...more },
});
const redirect = (location: string) => ({ url: GOOD_DELIVERY.url, status: 302, location });
const over = (more: Partial<Delivery>): Delivery => ({ ...GOOD_DELIVERY, ...more });

/** Examples of the rules about deliveries, by rule id. */
export const DELIVERY_EXAMPLES: Readonly<Record<string, DeliveryRuleExamples>> = {
  "delivery-status": { triggers: [over({ status: 404, content: null }), over({ status: 405 })], passes: [GOOD_DELIVERY] },
  "delivery-method": {
    triggers: [over({ status: 405, methods: { POST: 200 } })],
    passes: [over({ methods: { HEAD: 200, POST: 405 } })],
  },
  "mime-type": {
    triggers: [
      withHeaders({ "content-type": "application/zip" }),
      withHeaders({ "content-type": "application/vnd.apple.pkpasses" }),
      over({ headers: {} }),
    ],
    passes: [withHeaders({ "content-type": "Application/vnd.apple.pkpass; charset=binary" })],
  },
  "mime-bundle": {
    triggers: [over({ content: "bundle" })],
    passes: [
      {
        ...withHeaders({
          "content-type": "application/vnd.apple.pkpasses",
          "content-disposition": 'attachment; filename="tickets.pkpasses"',
        }),
        content: "bundle",
      },
    ],
  },
  "delivery-body": { triggers: [over({ content: null })], passes: [GOOD_DELIVERY] },
  "delivery-length": {
    triggers: [withHeaders({ "content-length": "8990" }), withHeaders({ "content-length": "many" })],
    passes: [withHeaders({ "content-length": "9000" })],
  },
  "delivery-https": {
    triggers: [over({ url: "http://northwind.org/ticket.pkpass" }), over({ redirects: [redirect("http://northwind.org/t")] })],
    passes: [over({ redirects: [redirect("https://northwind.org/t")] })],
  },
  "delivery-redirects": {
    triggers: [over({ redirects: Array.from({ length: 6 }, () => redirect("https://northwind.org/t")) })],
    passes: [over({ redirects: [redirect("https://northwind.org/t")] })],
  },
  "delivery-redirect-script": {
    triggers: [over({ redirects: [redirect("https://northwind.org/login?next=ticket")] })],
    passes: [over({ redirects: [redirect("https://northwind.org/tickets/1.pkpass")] })],
  },
  "delivery-head": { triggers: [over({ methods: { HEAD: 405 } })], passes: [over({ methods: { HEAD: 200 } })] },
  "delivery-encoding": { triggers: [withHeaders({ "content-encoding": "gzip" })], passes: [GOOD_DELIVERY] },
  "delivery-cache": {
    triggers: [withHeaders({ "cache-control": "public, max-age=3600" })],
    passes: [withHeaders({ "cache-control": "private, no-cache" })],
  },
  "delivery-disposition": {
    triggers: [withHeaders({ "content-disposition": "attachment; filename=ticket.zip" })],
    passes: [withHeaders({ "content-disposition": "attachment; filename=ticket.pkpass" })],
  },
};
