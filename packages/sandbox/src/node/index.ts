/**
 * A stand-in for Apple's push service, and a throwaway authority kept in a folder, for tests and demos in Node.
 *
 * @module
 */
export { startApnsStandIn } from "./apns-stand-in.ts";
export type { ApnsStandIn, ApnsStandInCounts, ApnsStandInOptions } from "./apns-stand-in-options.ts";
export type { ApnsStandInAnswer } from "./apns-answer.ts";
export type { ApnsFault, ApnsFaultCondition, ApnsFaultEffect } from "./apns-fault-script.ts";
export type { AcceptedPush } from "./apns-request-check.ts";
export type { ProviderKey } from "./provider-token-check.ts";
export { issueServerCertificate, type IssueServerCertificateOptions, type ServerCertificate } from "./server-certificate.ts";
export { AuthorityFolderError, openAuthorityFolder } from "./authority-folder.ts";
