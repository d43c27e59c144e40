import type { JsonObject } from "@passwright/pass";
import { MEDIA_TYPES, type PassReference, type RegistrationReference } from "@passwright/wallet/protocol";
import { listOf, type PassRow, ReferenceService, UNAUTHORISED } from "../reference-service.ts";
import {
  type FaultyService,
  altering,
  answering,
  changedSince,
  isList,
  listing,
  newestOf,
  withHeader,
  withStatus,
} from "./fault-kit.ts";

class SilentChanges extends ReferenceService {
  override async change({ serialNumber }: PassReference) {
    const row = this.rowOf(serialNumber);
    row.bytes = await this.build({ ...row.json, userInfo: { changed: this.now().getTime() + this.sequence } }, {});
    row.lastModified = this.nextLastModified(row);
    this.push(row);
  }
}

/** The sequence is taken before the change is committed, and lists answer with the counter: what commits later is hidden. */
class TagsBeforeCommit extends ReferenceService {
  #counter = 100;
  override async change(reference: PassReference, json?: JsonObject) {
    this.#counter += 1;
    const taken = this.#counter;
    const row = this.rowOf(reference.serialNumber);
    row.json = json ?? { ...row.json, userInfo: { taken } };
    row.bytes = await this.build(row.json, row.files);
    row.lastModified = this.nextLastModified(row);
    row.sequence = taken;
    this.push(row);
  }
  protected override list(device: string, type: string, tag: string | null) {
    const since = tag !== null && /^\d+$/u.test(tag) ? Number(tag) : 0;
    const all = this.registered(device, type);
    // A tag with every answer, for the phone to go on from.
    const changed = all.filter(({ sequence }) => sequence > since);
    if (changed.length === 0 && this.#counter > since && all.length > 0) {
      const body = JSON.stringify({ serialNumbers: [], lastUpdated: String(this.#counter) });
      return new Response(body, { headers: { "content-type": MEDIA_TYPES.json } });
    }
    return listOf(changed, String(Math.max(this.#counter, since)));
  }
}

class NeverPushes extends ReferenceService {
  protected override push() {}
}

class PushesToAnotherTopic extends ReferenceService {
  protected override push(row: PassRow) {
    for (const { pushToken } of this.registrationsOf(row)) this.pushes.push({ pushToken, topic: "com.example.app" });
  }
}

class PushesToTheGone extends ReferenceService {
  readonly #seen = new Map<string, Set<string>>();
  protected override push(row: PassRow) {
    const tokens = this.#seen.get(row.serialNumber) ?? new Set();
    for (const { pushToken } of this.registrationsOf(row)) tokens.add(pushToken);
    for (const pushToken of tokens) this.pushes.push({ pushToken, topic: row.passTypeIdentifier });
  }
  protected override async unregister(reference: RegistrationReference, request: Request) {
    const tokens = this.#seen.get(reference.serialNumber) ?? new Set();
    for (const { pushToken } of this.registrationsOf(reference)) tokens.add(pushToken);
    this.#seen.set(reference.serialNumber, tokens);
    return super.unregister(reference, request);
  }
}

export const LIST_FAULTS: readonly FaultyService[] = [
  {
    fault: "404 for a device without passes",
    create: altering((request, { status }) => isList(request) && status === 204, withStatus(404)),
    finds: [
      "change-moves-tag",
      "change-while-listing",
      "list-other-device",
      "list-own-tag",
      "list-unknown-device",
      "list-unknown-device-tag",
      "list-unknown-type",
      "register-no-token",
      "register-wrong-token",
      "unregister-ends",
    ],
  },
  {
    fault: "404 for an unknown pass type in a list",
    create: answering(
      (request, { pathname }) => isList(request) && pathname.endsWith(".unknown"),
      () => new Response(null, { status: 404 }),
    ),
    finds: ["list-unknown-type"],
  },
  {
    fault: "the list wants a token",
    create: answering((request) => isList(request) && !request.headers.has("authorization"), UNAUTHORISED),
    finds: [
      "change-fetched",
      "change-listed",
      "change-listed-then-fetched",
      "change-moves-tag",
      "change-other-pass-only",
      "change-twice-in-a-second",
      "change-two-passes",
      "change-while-listing",
      "list",
      "list-all-passes",
      "list-empty-tag",
      "list-media-type",
      "list-other-device",
      "list-own-tag",
      "list-tag-in-url",
      "list-tag-stable",
      "list-then-get",
      "list-unknown-device",
      "list-unknown-device-tag",
      "list-unknown-tag",
      "list-unknown-type",
      "register-at-once",
      "register-no-token",
      "register-two-devices",
      "register-wrong-token",
      "unregister-ends",
      "unregister-no-token",
      "unregister-one",
      "unregister-other-device-stays",
      "unregister-wrong-token",
    ],
  },
  {
    fault: "the list as text/html",
    create: altering((request, { status }) => isList(request) && status === 200, withHeader("content-type", "text/html")),
    finds: ["list-media-type"],
  },
  {
    fault: "lastUpdated is a number",
    create: altering(
      (request, { status }) => isList(request) && status === 200,
      async (response) => {
        const { serialNumbers, lastUpdated } = (await response.json()) as { serialNumbers: string[]; lastUpdated: string };
        return Response.json({ serialNumbers, lastUpdated: Number(lastUpdated) });
      },
    ),
    finds: [
      "change-fetched",
      "change-listed",
      "change-listed-then-fetched",
      "change-moves-tag",
      "change-other-pass-only",
      "change-twice-in-a-second",
      "change-two-passes",
      "change-while-listing",
      "list",
      "list-all-passes",
      "list-empty-tag",
      "list-own-tag",
      "list-tag-in-url",
      "list-tag-stable",
      "list-then-get",
      "list-unknown-tag",
      "register-at-once",
      "register-two-devices",
      "unregister-no-token",
      "unregister-one",
      "unregister-other-device-stays",
      "unregister-wrong-token",
    ],
  },
  {
    fault: "the tag is ignored",
    create: listing((rows) => listOf(rows, newestOf(rows))),
    finds: ["change-moves-tag", "change-other-pass-only", "list-own-tag"],
  },
  {
    fault: "the tag is the clock",
    create: listing((rows, tag, now) =>
      listOf(tag === null ? rows : rows.filter(({ lastModified }) => lastModified.getTime() > Number(tag)), String(now.getTime())),
    ),
    finds: ["change-listed", "change-moves-tag", "list-tag-stable", "list-unknown-tag"],
  },
  {
    fault: "the tag is a date with a plus sign",
    create: listing((rows, tag) => {
      const since = tag === null || Number.isNaN(Date.parse(tag)) ? 0 : Date.parse(tag);
      const changed = rows.filter(({ lastModified }) => lastModified.getTime() > since);
      const newest = Math.max(0, ...changed.map(({ lastModified }) => lastModified.getTime()));
      return listOf(changed, new Date(newest).toISOString().replace("Z", "+00:00"));
    }),
    finds: ["change-moves-tag", "change-other-pass-only", "list-own-tag", "list-tag-in-url"],
  },
  {
    fault: "an unknown tag is refused",
    create: listing((rows, tag) => {
      if (tag === "not-a-tag") return new Response(null, { status: 400 });
      const changed = changedSince(rows, tag);
      return listOf(changed, newestOf(changed));
    }),
    finds: ["list-unknown-tag"],
  },
  {
    fault: "an empty tag is refused",
    create: answering(
      (request, { search }) => isList(request) && search.endsWith("="),
      () => new Response(null, { status: 400 }),
    ),
    finds: ["list-empty-tag"],
  },
  {
    fault: "every device gets every pass",
    create: (now) =>
      new (class extends ReferenceService {
        protected override registered() {
          return this.registrations.length > 0 ? this.passes : [];
        }
      })(now),
    finds: ["list-other-device", "register-at-once", "unregister-one"],
  },
  {
    fault: "changes are not listed",
    create: (now) => new SilentChanges(now),
    finds: [
      "change-fetched",
      "change-listed",
      "change-listed-then-fetched",
      "change-moves-tag",
      "change-other-pass-only",
      "change-twice-in-a-second",
      "change-two-passes",
      "change-while-listing",
    ],
  },
  {
    fault: "the tag stays when something is listed",
    create: listing((rows, tag) => {
      const changed = changedSince(rows, tag);
      return listOf(changed, tag ?? newestOf(changed));
    }),
    finds: ["change-moves-tag"],
  },
  {
    fault: "all passes are listed when one changed",
    create: listing((rows, tag) =>
      changedSince(rows, tag).length > 0 ? listOf(rows, newestOf(rows)) : new Response(null, { status: 204 }),
    ),
    finds: ["change-other-pass-only"],
  },
  {
    fault: "the tag is taken before the change is committed",
    create: (now) => new TagsBeforeCommit(now),
    finds: ["change-while-listing"],
  },
  {
    fault: "no pushes",
    create: (now) => new NeverPushes(now),
    finds: ["push-after-change", "push-newest-token", "push-newest-token-everywhere"],
  },
  { fault: "pushes to another topic", create: (now) => new PushesToAnotherTopic(now), finds: ["push-after-change"] },
  { fault: "pushes to devices that unregistered", create: (now) => new PushesToTheGone(now), finds: ["push-not-after-unregister"] },
];
