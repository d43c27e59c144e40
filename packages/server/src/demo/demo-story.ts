import { type DeviceEvent, Wallet } from "@passwright/wallet";

/** What a story needs of the server that it plays on. */
export interface DemoStage {
  /** Where the sample pass can be fetched. */
  readonly passUrl: string;
  /** The throwaway authority that the simulated phone trusts instead of Apple. */
  readonly trustAnchors: readonly Uint8Array[];
  readonly intermediates: readonly Uint8Array[];
  /** What the issuer does: a new gate for the passenger of the sample pass. */
  readonly changeGate: (gate: string) => Promise<void>;
  /** The next push that the stand-in for APNs hands to a phone. */
  readonly nextPush: (pushToken: string, signal: AbortSignal) => Promise<{ readonly passTypeIdentifier: string }>;
  readonly now: () => Date;
}

/** One thing that happened, in the order of the story. */
export interface StoryStep {
  readonly who: "issuer" | "phone" | "push" | "lock-screen";
  readonly text: string;
}

/** The gate did not reach the phone, and what did not happen. */
export class StoryError extends Error {
  override readonly name = "StoryError";
}

/**
 * The life of a pass: a simulated iPhone installs it and registers, the issuer changes the gate, the push comes, the phone lists
 * and fetches, and the notice stands on its lock screen. Everything that is told has happened over HTTP just before.
 *
 * @throws {StoryError} when a step does not happen; `signal`'s reason when it aborts.
 */
export async function* playStory(stage: DemoStage, gate: string, signal: AbortSignal): AsyncGenerator<StoryStep, void, undefined> {
  const phone = await Wallet.open({
    fetch: (request) => fetch(request, { signal: AbortSignal.any([request.signal, signal]) }),
    developerMode: true,
    trustAnchors: stage.trustAnchors,
    intermediates: stage.intermediates,
    now: stage.now,
    locale: "en",
    timeZone: "Europe/Lisbon",
  });
  yield { who: "issuer", text: `issues a boarding pass: ${stage.passUrl}` };
  const answer = await fetch(stage.passUrl, { signal });
  if (!answer.ok) throw new StoryError(`The sample pass was answered with ${answer.status}.`);
  const addition = await phone.add(new Uint8Array(await answer.arrayBuffer()));
  const [added] = addition.added;
  if (added === undefined) throw new StoryError(`The phone refuses the pass: ${addition.refused[0]?.because ?? "it is none"}.`);
  yield { who: "phone", text: `checks and installs it: ${added.pass.description}` };
  const registered = find([...addition.events, ...(await phone.runDue())], "registered");
  if (registered === undefined) throw new StoryError("The phone did not register.");
  yield { who: "phone", text: "registers with the web service that the pass names" };

  const pushed = stage.nextPush(phone.pushToken, signal);
  await stage.changeGate(gate);
  yield { who: "issuer", text: `changes the gate to ${gate}; the push is written in the same transaction` };
  const { passTypeIdentifier } = await pushed;
  yield { who: "push", text: `an empty push for ${passTypeIdentifier} goes through the stand-in for APNs` };
  const events = await phone.push(passTypeIdentifier);
  const listed = find(events, "listed");
  if (listed === undefined) throw new StoryError("The phone did not ask what changed.");
  yield { who: "phone", text: `asks what changed: ${listed.serialNumbers.join(", ") || "nothing"}` };
  const updated = find(events, "updated");
  if (updated === undefined) throw new StoryError("The phone did not fetch the new pass.");
  yield { who: "phone", text: `fetches the new pass (${updated.pass.size} bytes)` };
  for (const notice of updated.notices.filter(({ device }) => device === "phone")) {
    yield { who: "lock-screen", text: `${notice.title}: ${notice.text}` };
  }
}

function find<Kind extends DeviceEvent["kind"]>(
  events: readonly DeviceEvent[],
  kind: Kind,
): Extract<DeviceEvent, { readonly kind: Kind }> | undefined {
  return events.find((event): event is Extract<DeviceEvent, { readonly kind: Kind }> => event.kind === kind);
}
