import { setImmediate as breathe } from "node:timers/promises";
import { compareRevisions } from "../api/handlers/compare-passes.ts";
import type { ApiContext } from "../api/api-context.ts";
import type { StoredPass } from "../storage/storage.ts";
import { JOB_LIMITS } from "./job-limits.ts";
import { planChange } from "./plan-change.ts";
import { readPasses, type RecordedPass } from "./read-passes.ts";
import type { SegmentWork } from "./segment-work.ts";
import { createValueChecks } from "./value-checks.ts";

/** Which change, of the passes of which template. */
export interface PreviewOptions {
  readonly templateId: string;
  readonly passTypeIdentifier: string;
  readonly work: SegmentWork;
  readonly signal: AbortSignal;
}

/**
 * Works out a change for the passes of a template, and writes nothing. Ends after some thousands of passes, or some seconds: then
 * its numbers are of those that it looked at.
 */
export async function previewChange(context: ApiContext, options: PreviewOptions) {
  const { templateId, passTypeIdentifier, work, signal } = options;
  const { storage, shelf, clock } = context;
  const total = await storage.jobs.countPasses({ passTypeIdentifier, templateId });
  const checks = createValueChecks({
    shelf,
    templateId,
    passTypeIdentifier,
    webServiceURL: context.webServiceURL(),
    secret: context.secret,
  });
  const counts = { looked: 0, matched: 0, changed: 0, unchanged: 0, failed: 0, compared: 0, notified: 0 };
  const failures: { serialNumber: string; externalId: string | null; message: string }[] = [];
  const sample: object[] = [];
  const until = clock() + JOB_LIMITS.previewMs;

  async function look({ pass, record }: RecordedPass): Promise<void> {
    const named = { serialNumber: pass.serialNumber, externalId: record?.externalId ?? null };
    const planned = planChange(pass, work.wish, { checkOf: checks.find, certificateId: undefined });
    switch (planned.kind) {
      case "unchanged":
        counts.unchanged += 1;
        return;
      case "failed":
        fail(named, planned.problem.message);
        return;
      case "change":
        if (counts.compared < JOB_LIMITS.previewCompared && clock() < until) await compare(named, pass, planned.after);
        else counts.changed += 1;
    }
  }

  function fail(named: { readonly serialNumber: string; readonly externalId: string | null }, message: string): void {
    counts.failed += 1;
    if (failures.length < JOB_LIMITS.previewSample) failures.push({ ...named, message });
  }

  async function compare(
    named: { readonly serialNumber: string; readonly externalId: string | null },
    before: StoredPass,
    after: StoredPass,
  ): Promise<void> {
    const told = await compareRevisions(context, before, after).catch((error: unknown) => {
      fail(named, error instanceof Error ? error.message : String(error));
    });
    if (told === undefined) return;
    counts.changed += 1;
    counts.compared += 1;
    if (told.notice !== "none") counts.notified += 1;
    if (sample.length < JOB_LIMITS.previewSample) sample.push({ ...named, ...told });
  }

  let after = "";
  let isEnd = false;
  while (!isEnd && counts.looked < JOB_LIMITS.previewLooked && clock() < until) {
    signal.throwIfAborted();
    const page = await readPasses(storage, { passTypeIdentifier, templateId, after });
    const meant = page.found.filter(({ pass, record }) => work.isMeant(pass, record));
    await checks.prepare(meant.map(({ pass }) => work.wish.templateVersion ?? pass.templateVersion));
    for (const [index, one] of meant.entries()) {
      await look(one);
      // Devices are answered in between.
      if (index % 20 === 19) await breathe();
    }
    counts.looked += page.looked;
    counts.matched += meant.length;
    after = page.last;
    ({ isEnd } = page);
    await breathe();
  }
  return { total, complete: isEnd, ...counts, failures, sample };
}
