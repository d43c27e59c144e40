import { createMemoryStore, Wallet, type WalletOptions, type WalletStore } from "@passwright/wallet";
import { createTestBytes, TestClock } from "./clock.ts";
import { testIssuer } from "./issuer.ts";
import { ReferenceService } from "./reference-service.ts";

/** A wallet, its issuer's service and their clock. */
export interface World {
  readonly clock: TestClock;
  readonly service: ReferenceService;
  readonly store: WalletStore;
  readonly wallet: Wallet;
  /** The same wallet after a restart. */
  readonly reopen: () => Promise<Wallet>;
}

export async function openWorld(
  options: Partial<WalletOptions> = {},
  create = (now: () => Date) => new ReferenceService(now),
): Promise<World> {
  const { authority } = await testIssuer();
  const clock = new TestClock();
  const service = create(clock.now);
  const store = createMemoryStore();
  const all: WalletOptions = {
    fetch: service.fetch,
    store,
    now: clock.now,
    random: () => 0.5,
    randomBytes: createTestBytes(),
    trustAnchors: authority.trustAnchors,
    intermediates: authority.intermediates,
    locale: "en",
    timeZone: "Europe/Berlin",
    ...options,
  };
  return { clock, service, store, wallet: await Wallet.open(all), reopen: () => Wallet.open(all) };
}
