import { describe } from "vitest";
import { imageStoreContract } from "./image-store-contract.ts";
import { barcodeKeyContract } from "./barcode-key-contract.ts";
import { certificateStoreContract } from "./certificate-store-contract.ts";
import { activityContract } from "./activity-contract.ts";
import { distributionContract } from "./distribution-contract.ts";
import { issuerStoresContract } from "./issuer-stores-contract.ts";
import { jobStoreContract } from "./job-store-contract.ts";
import { passStoreContract } from "./pass-store-contract.ts";
import { pushQueueContract } from "./push-queue-contract.ts";
import { registrationStoreContract } from "./registration-store-contract.ts";
import { webhookContract } from "./webhook-contract.ts";
import { webhookDeliveryContract } from "./webhook-delivery-contract.ts";
import type { OpenTestStorage } from "./rule.ts";
import { barcodeIndexContract } from "./barcode-index-contract.ts";
import { scanStoreContract } from "./scan-store-contract.ts";
import { sideStoresContract } from "./side-stores-contract.ts";

/** All that a storage is held to, whatever it stands on. */
export function storageContract(open: OpenTestStorage): void {
  describe("passes", () => passStoreContract(open));
  describe("registrations", () => registrationStoreContract(open));
  describe("pushes", () => pushQueueContract(open));
  describe("log, settings, templates, sign-ups", () => sideStoresContract(open));
  describe("pictures of passes", () => imageStoreContract(open));
  describe("activity, counts", () => activityContract(open));
  describe("projects, keys, records, history", () => issuerStoresContract(open));
  describe("webhooks", () => webhookContract(open));
  describe("what webhooks are told", () => webhookDeliveryContract(open));
  describe("jobs", () => jobStoreContract(open));
  describe("barcodes, scans", () => scanStoreContract(open));
  describe("barcode keys", () => barcodeKeyContract(open));
  describe("barcodes of which nobody said what they say", () => barcodeIndexContract(open));
  describe("certificates", () => certificateStoreContract(open));
  describe("links, signed links, mails", () => distributionContract(open));
}
