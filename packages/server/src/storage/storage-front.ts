import {
  countPushes,
  deviceLogEntries,
  newestTemplate,
  newestTemplates,
  templateVersions,
  nextDuePush,
  pausedPassTypes,
  personalizationOf,
  registrationsOf,
  settingValue,
  templateOf,
} from "./plain-queries.ts";
import { createActivityStore } from "./activity/activity-front.ts";
import { createPassImageStore, type ImagePresence } from "./images/image-front.ts";
import { createScanStore } from "./scans/scan-front.ts";
import { createCertificateStore } from "./certificates/certificate-front.ts";
import { createDistributionStore } from "./distribution/distribution-front.ts";
import { createWebhookStore } from "./webhooks/webhook-front.ts";
import { createAccessStore, createIssuingStore } from "./issuer/issuer-front.ts";
import { createJobStore } from "./jobs/jobs-front.ts";
import { assertNewPasses, assertPassChange, assertPushTiming, assertRegistration } from "./pass-input.ts";
import { toPushWindow } from "./push-window.ts";
import { createCountStore } from "./statistics/count-front.ts";
import { assertCount, assertKeyTexts, assertText, isKeyText, toStorableText } from "./storable-text.ts";
import { withRecall } from "./recall.ts";
import { STORAGE_LIMITS } from "./storage-limits.ts";
import type { StorageBackend } from "./storage-backend.ts";
import type { OperationOutput } from "./storage-operations.ts";
import type { Awaitable, PassStore, PassVersion, RegistrationStore, Storage } from "./storage.ts";

/** A storage over a database: what is checked, limited and divided alike for both. */
export function createStorage(database: StorageBackend, clock: () => number): Storage {
  const backend = withRecall(database);
  const presence: ImagePresence = { any: null };
  return {
    dialect: backend.dialect,
    passes: createPassStore(backend),
    images: createPassImageStore(backend, presence),
    registrations: createRegistrationStore(backend, clock),
    deviceLog: {
      write: async (entries) => {
        if (entries.length === 0) return;
        assertCount("Entries of the device log", entries.length, STORAGE_LIMITS.rowsPerPage);
        const storable = (text: string | null) => (text === null ? null : toStorableText(text).slice(0, STORAGE_LIMITS.keyBytes));
        await backend.run(
          "writeLog",
          entries.map((entry) => ({
            at: entry.at,
            passTypeIdentifier: storable(entry.passTypeIdentifier),
            serialNumber: storable(entry.serialNumber),
            deviceLibraryIdentifier: storable(entry.deviceLibraryIdentifier),
            cause: storable(entry.cause),
            text: toStorableText(entry.text),
          })),
        );
      },
      read: async (options) => {
        const { passTypeIdentifier = "-", serialNumber = "-", limit } = options;
        assertCount("Entries of the device log", limit, STORAGE_LIMITS.rowsPerPage);
        if (!isKeyText(passTypeIdentifier) || !isKeyText(serialNumber)) return [];
        return backend.all(deviceLogEntries(backend.queries, options));
      },
    },
    pushes: {
      claim: async (options) => {
        assertCount("Pushes in one claim", options.limit, STORAGE_LIMITS.pushesPerClaim);
        return options.limit === 0 ? [] : backend.run("claim", options);
      },
      record: async (options) => {
        if (options.outcomes.length > 0) await backend.run("record", options);
      },
      release: (options) => backend.run("release", options),
      hasten: (options) => backend.run("hasten", options),
      nextDue: async () => (await backend.all(nextDuePush(backend.queries)))[0]?.due ?? undefined,
      pausePassType: async (options) => {
        assertKeyTexts({ passTypeIdentifier: options.passTypeIdentifier });
        await backend.run("pause", { ...options, reason: toStorableText(options.reason) });
      },
      resumePassType: ({ passTypeIdentifier }) => backend.run("resume", passTypeIdentifier),
    },
    settings: {
      get: async (name) => (await backend.all(settingValue(backend.queries, name)))[0]?.value,
      set: async (name, value) => {
        assertKeyTexts({ name });
        assertText("value", value);
        await backend.run("setSetting", { name, value });
      },
      claim: async (name, value) => {
        assertKeyTexts({ name });
        assertText("value", value);
        await backend.run("claimSetting", { name, value });
        return (await backend.all(settingValue(backend.queries, name)))[0]?.value ?? value;
      },
    },
    templates: {
      publish: async (template, { now }) => {
        const { templateId, passTypeIdentifier, digest, archive } = template;
        assertKeyTexts({ templateId, passTypeIdentifier, digest });
        assertCount("Bytes of a template", archive.length, STORAGE_LIMITS.templateBytes);
        return backend.run("publish", { templateId, passTypeIdentifier, digest, archive, publishedAt: now });
      },
      find: async (key) => (isKeyText(key.templateId) ? (await backend.all(templateOf(backend.queries, key)))[0] : undefined),
      newest: async () => backend.all(newestTemplates(backend.queries)),
      versionsOf: async (templateId) => (isKeyText(templateId) ? backend.all(templateVersions(backend.queries, templateId)) : []),
      newestOf: async (templateId) =>
        isKeyText(templateId)
          ? (await backend.recall("template", templateId, () => newestTemplate(backend.queries, templateId)))[0]
          : undefined,
    },
    personalizations: {
      save: async (personalization, { now, ifRevision, values, barcodes, push }) => {
        const { passTypeIdentifier, serialNumber, info, templateId, templateVersion } = personalization;
        assertKeyTexts({ templateId });
        assertText("info", info);
        assertPassChange({ ...(values !== undefined && { values }), ...(barcodes !== undefined && { barcodes }) });
        assertPushTiming(push);
        if (!isKeyText(passTypeIdentifier) || !isKeyText(serialNumber)) return { kind: "unknown", serialNumber };
        return backend.run("personalize", {
          personalization: { passTypeIdentifier, serialNumber, info, templateId, templateVersion, at: now },
          ifRevision,
          ...(values !== undefined && { values }),
          ...(barcodes !== undefined && { barcodes }),
          window: toPushWindow(push, now),
        });
      },
      find: async (key) => (isPassKey(key) ? (await backend.all(personalizationOf(backend.queries, key)))[0] : undefined),
      erase: async (key) => (isPassKey(key) ? backend.run("erasePersonalization", key) : "absent"),
    },
    access: createAccessStore(backend),
    issuing: createIssuingStore(backend, presence),
    jobs: createJobStore(backend),
    scans: createScanStore(backend),
    webhooks: createWebhookStore(backend),
    certificates: createCertificateStore(backend),
    activity: createActivityStore(backend),
    counts: createCountStore(backend),
    distribution: createDistributionStore(backend),
    ping: (signal) => backend.ping(signal),
    statistics: async () => {
      const now = clock();
      const { queries } = backend;
      const [due, waiting, paused] = await Promise.all([
        backend.all(countPushes(queries, "<=", now)),
        backend.all(countPushes(queries, ">", now)),
        backend.all(pausedPassTypes(queries)),
      ]);
      return { pushesDue: due[0]?.pushes ?? 0, pushesWaiting: waiting[0]?.pushes ?? 0, pausedPassTypes: paused };
    },
    close: () => backend.close(),
  };
}

function isPassKey(key: { readonly passTypeIdentifier: string; readonly serialNumber: string }): boolean {
  return isKeyText(key.passTypeIdentifier) && isKeyText(key.serialNumber);
}

function createRegistrationStore(backend: StorageBackend, clock: () => number): RegistrationStore {
  return {
    register: async (registration, { now }) => {
      if (!isPassKey(registration)) return "unknown-pass";
      assertRegistration(registration);
      return backend.run("register", { registration, now });
    },
    unregister: async (registration, options) =>
      isPassKey(registration) && isKeyText(registration.deviceLibraryIdentifier)
        ? backend.run("unregister", { registration, now: options?.now ?? clock() })
        : "absent",
    listChanged: (options) =>
      isKeyText(options.deviceLibraryIdentifier) && isKeyText(options.passTypeIdentifier)
        ? backend.listChanged(options)
        : undefined,
    of: async (key) => (isPassKey(key) ? backend.all(registrationsOf(backend.queries, key)) : []),
  };
}

function createPassStore(backend: StorageBackend): PassStore {
  return {
    findVersion: (key): Awaitable<PassVersion | undefined> => (isPassKey(key) ? backend.findVersion(key) : undefined),
    find: (key) => (isPassKey(key) ? backend.find(key) : undefined),
    create: async (passes, { now }) => {
      assertNewPasses(passes);
      return passes.length === 0 ? [] : backend.run("create", { passes, now });
    },
    change: async (passTypeIdentifier, changes, { now, push }) => {
      assertCount("Changes in one call", changes.length, STORAGE_LIMITS.rowsPerTransaction);
      for (const change of changes) assertPassChange(change);
      assertPushTiming(push);
      if (changes.length === 0) return [];
      const storable = changes.filter(({ serialNumber }) => isPassKey({ passTypeIdentifier, serialNumber }));
      const window = toPushWindow(push, now);
      const results =
        storable.length === 0 ? [] : await backend.run("change", { passTypeIdentifier, changes: storable, now, window });
      if (storable.length === changes.length) return results;
      const left = [...results];
      return changes.map(
        (change) =>
          (storable.includes(change) ? left.shift() : undefined) ?? { kind: "unknown", serialNumber: change.serialNumber },
      );
    },
    changeTemplate: async ({ passTypeIdentifier, templateId, change, push, after = "", clock, signal, onProgress }) => {
      assertKeyTexts({ passTypeIdentifier, templateId });
      assertPassChange(change);
      assertPushTiming(push);
      signal?.throwIfAborted();
      const start = clock();
      const total = push.kind === "spread" ? await backend.run("countTemplate", { passTypeIdentifier, templateId, after }) : 0;
      let changed = 0;
      for (let position: string | null = after; position !== null;) {
        signal?.throwIfAborted();
        const now = clock();
        const part: OperationOutput<"changeTemplatePart"> = await backend.run("changeTemplatePart", {
          passTypeIdentifier,
          templateId,
          after: position,
          change,
          now,
          push,
          start: push.kind === "spread" ? start : now,
          done: changed,
          total,
        });
        changed += part.changed;
        if (part.changed > 0) onProgress?.({ changed, after: part.last });
        position = part.isLast ? null : part.last;
      }
      return { changed };
    },
    page: async (options) => {
      assertCount("Passes of a page", options.limit, STORAGE_LIMITS.rowsPerPage);
      const { passTypeIdentifier, templateId = "-", after = "" } = options;
      if (!isKeyText(passTypeIdentifier) || !isKeyText(templateId) || after.includes("\0")) return [];
      return backend.page({ ...options, after: after.toWellFormed() });
    },
  };
}
