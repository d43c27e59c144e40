import { type BundleCheck, type ComparablePass, comparePasses, type PassCheck, PassPackage } from "@passwright/pass";
import { WalletError } from "../errors.ts";
import { NOTICE_WORDS } from "../notices/notice-words.ts";
import { updateNotices } from "../notices/notice.ts";
import type { PersonalInfo } from "../protocol/personalization-body.ts";
import type { PassReference } from "../protocol/service-request.ts";
import { RELEVANCE_WINDOW } from "../relevance/relevance-rules.ts";
import { type PassStack, stackPasses } from "../relevance/stacks.ts";
import type { HeldPass, PassSettings, WalletState } from "../state/wallet-state.ts";
import { createMemoryStore } from "../state/wallet-store.ts";
import type { DeviceContext, UpdateChanges } from "./device-context.ts";
import type { DeviceEvent } from "./device-event.ts";
import { DeviceMemory } from "./device-memory.ts";
import { digestOf, toHex } from "./digest.ts";
import { toHeldPass } from "./held-pass.ts";
import { createInspect, type InstallablePass, type RefusedPass, textOf } from "./installing.ts";
import { personalizePass, type PersonalizationEnd } from "./personalizing.ts";
import { type Surface, surfacePasses, type SurfaceQuery } from "./surfacing.ts";
import { TaskRunner } from "./task-runner.ts";
import { type Updatability, updatabilityOf } from "./updatability.ts";
import type { WalletOptions } from "./wallet-options.ts";

/** What adding a file came to. */
export interface Addition {
  readonly added: readonly AddedPass[];
  /** Passes that a device refuses, and why. */
  readonly refused: readonly RefusedPass[];
  /** The check of a bundle as a whole; null for a pass on its own. */
  readonly bundle: BundleCheck | null;
  /** What followed: registrations, lists, updates. */
  readonly events: readonly DeviceEvent[];
}

/** A pass that was added. */
export interface AddedPass {
  readonly pass: HeldPass;
  /** The version that it replaced; null when it is new. */
  readonly replaced: HeldPass | null;
  /** What the holder sees of the change; null when it is new or the wallet does not compare. */
  readonly changes: UpdateChanges | null;
  /** Null when the wallet looks at passes lightly. */
  readonly check: PassCheck | null;
  /** Whether it will be kept up to date, and why not. */
  readonly updates: Updatability;
}

/**
 * A device without the glass: it installs passes, registers them, takes pushes, fetches updates, says what changed and which
 * passes the lock screen shows. What a server does wrong becomes events and messages in the server's log, never an error.
 *
 * Calls may overlap. All that it knows survives a restart.
 *
 * @example
 * ```ts
 * const wallet = await Wallet.open({ fetch: (request) => fetch(request), locale: "de", timeZone: "Europe/Berlin" });
 * const { added, refused } = await wallet.add(bytes);
 * for (const event of await wallet.push("pass.com.example.gate")) {
 *   if (event.kind === "updated") console.log(event.notices[0]?.text); // "Gate changed to F12"
 * }
 * ```
 */
export class Wallet {
  readonly #options: WalletOptions;
  readonly #context: DeviceContext;
  readonly #memory: DeviceMemory;
  readonly #runner: TaskRunner;
  readonly #randomBytes: (length: number) => Uint8Array;

  private constructor(options: WalletOptions, state: unknown) {
    const randomBytes = options.randomBytes ?? ((length: number) => crypto.getRandomValues(new Uint8Array(length)));
    const now = options.now ?? (() => new Date());
    const { trustAnchors, intermediates, revocationLists } = options;
    const trust = {
      ...(trustAnchors !== undefined && { trustAnchors }),
      ...(intermediates !== undefined && { intermediates }),
      ...(revocationLists !== undefined && { revocationLists }),
    };
    this.#options = options;
    this.#randomBytes = randomBytes;
    this.#context = {
      store: options.store ?? createMemoryStore(),
      network: {
        fetch: options.fetch,
        now,
        timeout: options.timeout ?? ((milliseconds) => AbortSignal.timeout(milliseconds)),
        requestTimeout: options.requestTimeout ?? 30_000,
      },
      now,
      random: options.random ?? Math.random,
      developerMode: options.developerMode ?? false,
      client: options.client ?? "apple",
      timeZone: options.timeZone ?? "UTC",
      trust,
      inspect: options.inspect ?? createInspect(() => ({ ...trust, now: now() })),
      changes:
        options.compareUpdates === false ? null : (before, after, personalized) => this.#compare(before, after, personalized),
      tell: options.onEvent ?? (() => undefined),
    };
    this.#memory = DeviceMemory.parse(state, this.#context.store, {
      newDeviceIdentifier: () => toHex(randomBytes(16)),
      newPushToken: () => toHex(randomBytes(32)),
    });
    if (options.pushToken !== undefined) this.#memory.pushToken = options.pushToken;
    this.#runner = new TaskRunner(this.#context, this.#memory);
  }

  /**
   * Opens the wallet in a store, or a new one where the store is empty.
   *
   * @throws {WalletError} `ERR_WALLET_STATE` when the state in the store cannot be read.
   * @throws {RangeError} when `locale` is no language tag or `timeZone` no zone.
   */
  static async open(options: WalletOptions): Promise<Wallet> {
    return Wallet.fromState((await options.store?.readState()) ?? null, options);
  }

  /**
   * A wallet that goes on where {@link toState} left off; the bytes of its passes are read from the store.
   *
   * @throws As {@link open}.
   */
  static fromState(state: unknown, options: WalletOptions): Wallet {
    // Throws on what is no language or zone now rather than at the first update.
    void new Intl.DateTimeFormat(toTag(options.locale), { timeZone: options.timeZone ?? "UTC" });
    return new Wallet(options, state);
  }

  /** All that the wallet knows, as JSON, without the bytes of the passes. Holds authentication tokens. */
  toState(): WalletState {
    return this.#memory.toState();
  }

  /** The passes, in the order of adding. */
  get passes(): readonly HeldPass[] {
    return this.#memory.passes;
  }

  /** Where pushes for this wallet go to. */
  get pushToken(): string {
    return this.#memory.pushToken;
  }

  /** When {@link runDue} has something to do; null when there is nothing. */
  get nextDueAt(): Date | null {
    return this.#memory.tasks.nextDueAt;
  }

  /** @throws {WalletError} `ERR_WALLET_NOT_HELD`. */
  get(passTypeIdentifier: string, serialNumber: string): HeldPass {
    const pass = this.#memory.find({ passTypeIdentifier, serialNumber });
    if (pass === null) {
      throw new WalletError(
        "ERR_WALLET_NOT_HELD",
        `The wallet holds no pass ${JSON.stringify(serialNumber)} of ${passTypeIdentifier}.`,
        {
          details: { passTypeIdentifier, serialNumber },
        },
      );
    }
    return pass;
  }

  /** The `.pkpass` of a pass; @throws {WalletError} `ERR_WALLET_NOT_HELD`, `ERR_WALLET_STORE`. */
  async read(pass: PassReference): Promise<Uint8Array> {
    const { digest } = this.get(pass.passTypeIdentifier, pass.serialNumber);
    const bytes = await this.#context.store.readPass(digest);
    if (bytes === null) throw new WalletError("ERR_WALLET_STORE", undefined, { details: { digest } });
    return bytes;
  }

  /** Whether a pass is kept up to date, and why not. */
  updatability(pass: PassReference): Updatability {
    return updatabilityOf(this.get(pass.passTypeIdentifier, pass.serialNumber), this.#context.developerMode);
  }

  /**
   * Adds a pass, or all passes of a bundle, as tapping "Add" does: what a device refuses is refused, what has the type and
   * serial number of a pass that is held replaces it, and what has a web service is registered there.
   *
   * @example
   * ```ts
   * const { added, refused } = await wallet.add(bytes, { fileName: "ticket.pkpass" });
   * for (const { because } of refused) console.error("cannot be installed:", because);
   * ```
   */
  async add(bytes: Uint8Array, { fileName = null }: { readonly fileName?: string | null } = {}): Promise<Addition> {
    const { accepted, refused, bundle } = await this.#context.inspect(bytes, fileName);
    const added: AddedPass[] = [];
    for (const pass of accepted) added.push(await this.#install(pass));
    if (added.length > 0) await this.#memory.save();
    for (const { replaced } of added) if (replaced !== null) await this.#memory.forgetBytes(replaced.digest);
    return { added, refused, bundle, events: await this.#runner.run() };
  }

  async #install(pass: InstallablePass): Promise<AddedPass> {
    const { store, now, changes: compare, developerMode } = this.#context;
    const digest = await digestOf(pass.bytes);
    await store.writePass(digest, pass.bytes);
    const names = { passTypeIdentifier: textOf(pass.data["passTypeIdentifier"]), serialNumber: textOf(pass.data["serialNumber"]) };
    const replaced = this.#memory.find(names);
    // A file does not tell when its version was made: the next fetch asks without a date. Of the same file the date stays.
    const held = toHeldPass(pass, digest, now(), replaced, replaced?.digest === digest ? replaced.lastModified : null);
    const olderBytes = replaced === null || compare === null ? null : await store.readPass(replaced.digest);
    const older = olderBytes === null ? null : await PassPackage.read(olderBytes);
    this.#memory.hold(held);
    const updates = updatabilityOf(held, developerMode);
    if (updates.kind === "updates" && held.settings.automaticUpdates) {
      this.#memory.tasks.cancel({ kind: "unregister", service: updates.service, ...names, authenticationToken: "" });
      const sameService =
        replaced?.webServiceURL === held.webServiceURL && replaced?.authenticationToken === held.authenticationToken;
      if (!sameService || held.registeredWith === null) this.#memory.tasks.schedule({ kind: "register", ...names }, now());
    }
    const changes = older === null || compare === null ? null : compare(older, pass, held.personalized);
    return { pass: held, replaced, changes, check: pass.check, updates };
  }

  /** Removes a pass, and unregisters it. @throws {WalletError} `ERR_WALLET_NOT_HELD`. */
  async remove(pass: PassReference): Promise<readonly DeviceEvent[]> {
    const held = this.get(pass.passTypeIdentifier, pass.serialNumber);
    const { passTypeIdentifier, serialNumber } = held;
    this.#memory.drop(held);
    this.#memory.tasks.cancel({ kind: "register", passTypeIdentifier, serialNumber });
    this.#memory.tasks.cancel({ kind: "getPass", passTypeIdentifier, serialNumber, listed: false });
    this.#scheduleUnregister(held);
    await this.#memory.save();
    await this.#memory.forgetBytes(held.digest);
    return this.#runner.run();
  }

  /**
   * A push arrived: asks each service of that type what changed, and fetches what it names. A pass never comes with the push.
   *
   * @param topic the pass type identifier.
   */
  async push(topic: string): Promise<readonly DeviceEvent[]> {
    this.#scheduleLists((pass) => pass.passTypeIdentifier === topic);
    return this.#runner.run();
  }

  /** The phone restarted: asks every service, and registers what is not registered yet. */
  async restart(): Promise<readonly DeviceEvent[]> {
    for (const { passTypeIdentifier, serialNumber, registeredWith } of this.passes) {
      if (registeredWith !== this.pushToken) {
        this.#memory.tasks.schedule({ kind: "register", passTypeIdentifier, serialNumber }, this.#context.now());
      }
    }
    this.#scheduleLists(() => true);
    return this.#runner.run();
  }

  /** Pull to refresh on the back of a pass, or of all passes: fetches without a list. @throws {WalletError} `ERR_WALLET_NOT_HELD`. */
  async refresh(pass?: PassReference): Promise<readonly DeviceEvent[]> {
    const pulled = pass === undefined ? this.passes : [this.get(pass.passTypeIdentifier, pass.serialNumber)];
    for (const { passTypeIdentifier, serialNumber } of pulled) {
      this.#memory.tasks.schedule({ kind: "getPass", passTypeIdentifier, serialNumber, listed: false }, this.#context.now());
    }
    return this.#runner.run();
  }

  /** Tries again what failed and is due. Call it at {@link nextDueAt}. */
  runDue(): Promise<readonly DeviceEvent[]> {
    return this.#runner.run();
  }

  /**
   * The push service gave the device another token: registers all passes anew.
   *
   * @param pushToken made up when absent.
   */
  async renewPushToken(pushToken: string = toHex(this.#randomBytes(32))): Promise<readonly DeviceEvent[]> {
    this.#memory.pushToken = pushToken;
    for (const { passTypeIdentifier, serialNumber } of this.passes) {
      this.#memory.tasks.schedule({ kind: "register", passTypeIdentifier, serialNumber }, this.#context.now());
    }
    await this.#memory.save();
    return this.#runner.run();
  }

  /**
   * The switches on the back of a pass. Without automatic updates it is unregistered; pulling still fetches it.
   *
   * @throws {WalletError} `ERR_WALLET_NOT_HELD`.
   */
  async set(pass: PassReference, settings: Partial<PassSettings>): Promise<readonly DeviceEvent[]> {
    const held = this.get(pass.passTypeIdentifier, pass.serialNumber);
    const { passTypeIdentifier, serialNumber } = held;
    const next = { ...held, settings: { ...held.settings, ...settings } };
    if (held.settings.automaticUpdates && !next.settings.automaticUpdates) {
      this.#scheduleUnregister(held);
      this.#memory.hold({ ...next, registeredWith: null });
    } else {
      this.#memory.hold(next);
    }
    if (!held.settings.automaticUpdates && next.settings.automaticUpdates) {
      this.#memory.tasks.schedule({ kind: "register", passTypeIdentifier, serialNumber }, this.#context.now());
    }
    await this.#memory.save();
    return this.#runner.run();
  }

  /**
   * Signs the holder up for rewards with a pass that asks for it, and fetches the pass that comes of it.
   *
   * @param info only what personalization.json asks for is sent.
   * @throws {WalletError} `ERR_WALLET_NOT_HELD`, `ERR_WALLET_NOT_PERSONALIZABLE`, `ERR_WALLET_STORE`.
   */
  async personalize(
    pass: PassReference,
    info: PersonalInfo,
  ): Promise<{ readonly end: PersonalizationEnd; readonly events: readonly DeviceEvent[] }> {
    const held = this.get(pass.passTypeIdentifier, pass.serialNumber);
    const end = await personalizePass(held, info, toHex(this.#randomBytes(32)), this.#context);
    if (end.kind === "failed") return { end, events: [] };
    const current = this.#memory.find(held);
    // Removed while the request was under way.
    if (current === null) return { end, events: [] };
    this.#memory.hold({ ...current, personalized: true });
    return { end, events: await this.refresh(held) };
  }

  /**
   * What an update changes, and what the holder is told: per field the old and the new value, the notification text, and
   * why a field is silent.
   *
   * @example
   * ```ts
   * const { comparison, notices } = wallet.changes(older, newer);
   * ```
   */
  changes(before: ComparablePass, after: ComparablePass): UpdateChanges {
    return this.#compare(before, after, false);
  }

  #compare(before: ComparablePass, after: ComparablePass, personalized: boolean): UpdateChanges {
    const { locale = "en", timeZone = "UTC", words = NOTICE_WORDS } = this.#options;
    const comparison = comparePasses(before, after, { locale, timeZone, now: this.#context.now(), personalized });
    return { comparison, notices: updateNotices(organizationOf(after), comparison.notice, words) };
  }

  /**
   * The lock screen at a time and place: which passes come up, with what text and why, and why the others do not.
   *
   * @example
   * ```ts
   * const { shown } = await wallet.surface({ now: new Date("2026-06-01T19:00+02:00"), place: { latitude: 52.52, longitude: 13.4 } });
   * ```
   */
  surface(query: SurfaceQuery = {}): Promise<Surface> {
    const { timeZone = "UTC", words = NOTICE_WORDS, relevanceWindow = RELEVANCE_WINDOW, locale } = this.#options;
    const { locale: known } = new Intl.DateTimeFormat(toTag(locale)).resolvedOptions();
    return surfacePasses(this.passes, query, {
      read: (pass) => this.#context.store.readPass(pass.digest),
      holder: { locale: known, languages: [locale ?? "en"], timeZone, now: this.#context.now() },
      words,
      window: relevanceWindow,
    });
  }

  /** The passes as they lie on one another. */
  stacks(): readonly PassStack<HeldPass>[] {
    return stackPasses(this.passes);
  }

  #scheduleLists(wanted: (pass: HeldPass) => boolean): void {
    for (const pass of this.passes) {
      const updates = updatabilityOf(pass, this.#context.developerMode);
      if (updates.kind !== "updates" || !pass.settings.automaticUpdates || !wanted(pass)) continue;
      const { passTypeIdentifier } = pass;
      this.#memory.tasks.schedule({ kind: "list", service: updates.service, passTypeIdentifier }, this.#context.now());
    }
  }

  #scheduleUnregister(pass: HeldPass): void {
    const updates = updatabilityOf(pass, this.#context.developerMode);
    if (updates.kind !== "updates" || pass.registeredWith === null) return;
    const { passTypeIdentifier, serialNumber } = pass;
    const { service, authenticationToken } = updates;
    this.#memory.tasks.schedule(
      { kind: "unregister", service, passTypeIdentifier, serialNumber, authenticationToken },
      this.#context.now(),
    );
  }
}

function organizationOf({ files }: ComparablePass): string {
  try {
    return textOf(PassPackage.fromFiles(files).data["organizationName"]);
  } catch {
    // Broken passes are compared as far as they can be read.
    return "";
  }
}

/** A language that the engine does not know is written in English, not in the language of the machine. */
function toTag(locale = "en"): readonly string[] {
  return [locale.replaceAll("_", "-"), "en"];
}
