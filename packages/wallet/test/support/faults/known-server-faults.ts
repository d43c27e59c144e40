import type { JsonObject } from "@passwright/pass";
import { isNotModified, type PassReference, readCredentials, type RegistrationReference } from "@passwright/wallet/protocol";
import { listOf, passResponse, type PassRow, ReferenceService, UNAUTHORISED } from "../reference-service.ts";
import { type FaultyService, privateHeaders } from "./fault-kit.ts";

/** `passesUpdatedSince` compared with the rows' newest time only. */
class NewestRowsOnly extends ReferenceService {
  protected override list(device: string, type: string, tag: string | null) {
    const response = this.registered(device, type);
    const newest = Math.max(0, ...response.map(({ sequence }) => sequence));
    const since = tag !== null && /^\d+$/u.test(tag) ? Number(tag) : 0;
    return listOf(
      response.filter(({ sequence }) => sequence === newest && sequence > since),
      String(newest),
    );
  }
}

class StalePushTokens extends ReferenceService {
  protected override renewPushTokens() {}
}

class UnregisterAnswers204 extends ReferenceService {
  protected override async unregister(reference: RegistrationReference, request: Request) {
    const response = await super.unregister(reference, request);
    return response.status === 200 ? new Response(null, { status: 204 }) : response;
  }
}

class OneSecretForAll extends ReferenceService {
  protected override authorise(reference: PassReference, request: Request): PassRow | null {
    const credentials = readCredentials(request.headers);
    const row = this.passes.find(({ serialNumber }) => serialNumber === reference.serialNumber);
    const isKnown = this.passes.some(({ token }) => token === credentials?.token);
    return row?.passTypeIdentifier === reference.passTypeIdentifier && isKnown ? row : null;
  }
}

class SecondTags extends ReferenceService {
  protected override list(device: string, type: string, tag: string | null) {
    const since = tag !== null && /^\d+$/u.test(tag) ? Number(tag) : 0;
    const second = ({ changedAt }: { changedAt: number }) => Math.floor(changedAt / 1000);
    const rows = this.registered(device, type).map((row) => ({
      row,
      changedAt: this.changedAt.get(row) ?? row.lastModified.getTime(),
    }));
    const changed = rows.filter((entry) => second(entry) > since);
    return listOf(
      changed.map(({ row }) => row),
      String(Math.max(0, ...changed.map(second))),
    );
  }
  readonly changedAt = new Map<PassRow, number>();
  override async change(reference: PassReference, json?: JsonObject, files?: Readonly<Record<string, string>>) {
    await super.change(reference, json, files);
    this.changedAt.set(this.rowOf(reference.serialNumber), this.now().getTime());
  }
}

class NeverNotModified extends ReferenceService {
  protected override getPass(reference: PassReference, request: Request) {
    const row = this.authorise(reference, request);
    return row === null ? UNAUTHORISED() : passResponse(row.bytes, privateHeaders(row.lastModified));
  }
}

class PersonalizeUnauthenticated extends ReferenceService {
  protected override async personalize() {
    return new Response(null, { status: 200 });
  }
}

class LastModifiedAlwaysNow extends ReferenceService {
  protected override getPass(reference: PassReference, request: Request) {
    const row = this.authorise(reference, request);
    if (row === null) return UNAUTHORISED();
    if (isNotModified(row.lastModified, request.headers.get("if-modified-since"))) return new Response(null, { status: 304 });
    return passResponse(row.bytes, privateHeaders(this.now()));
  }
}

export const KNOWN_SERVER_FAULTS: readonly FaultyService[] = [
  {
    fault: "django-walletpass: the list returns only the newest rows",
    create: (now) => new NewestRowsOnly(now),
    finds: ["change-two-passes", "list-all-passes"],
  },
  {
    fault: "django-walletpass: stale push tokens are kept",
    create: (now) => new StalePushTokens(now),
    finds: ["push-newest-token", "push-newest-token-everywhere"],
  },
  {
    fault: "laravel-mobile-pass: one secret for all passes",
    create: (now) => new OneSecretForAll(now),
    finds: ["token-of-other-pass"],
  },
  {
    fault: "laravel-mobile-pass: unregister answers 204",
    create: (now) => new UnregisterAnswers204(now),
    finds: ["unregister", "unregister-again"],
  },
  {
    fault: "laravel-mobile-pass: tags with seconds",
    create: (now) => new SecondTags(now),
    finds: [
      "change-listed-then-fetched",
      "change-moves-tag",
      "change-other-pass-only",
      "change-twice-in-a-second",
      "change-two-passes",
      "change-while-listing",
    ],
  },
  { fault: "Vapor: never answers 304", create: (now) => new NeverNotModified(now), finds: ["not-modified", "not-modified-later"] },
  {
    fault: "Vapor: personalize is not authenticated",
    create: (now) => new PersonalizeUnauthenticated(now),
    finds: ["personalize-no-token", "personalize-wrong-token", "personalize-bad-json"],
  },
  {
    fault: "passkit-webservice-toolkit: the token is not bound to the serial number",
    create: (now) => new OneSecretForAll(now),
    finds: ["token-of-other-pass"],
  },
  {
    fault: "passkit-webservice-toolkit: Last-Modified is always now",
    create: (now) => new LastModifiedAlwaysNow(now),
    finds: ["change-fetched", "get-pass-last-modified-stable", "modified-since-second-earlier"],
  },
];
