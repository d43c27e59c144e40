import { randomBytes } from "node:crypto";

/** Hex digits of a moment (ms until the year 10889), of the place among the events of one call, and of chance. */
const DIGITS = { at: 12, place: 4, chance: 16 } as const;

/**
 * Ids of events that happen together, in their order: `msg_` and hex digits alone, for the specification of Standard Webhooks
 * keeps full stops out of ids. They begin with the time, so that they sort by it, and lie together where they are stored.
 *
 * @param at epoch ms.
 */
export function createEventIds(at: number, count: number): readonly string[] {
  const chance = randomBytes((count * DIGITS.chance) / 2).toString("hex");
  return Array.from({ length: count }, (_, index) => {
    const place = index.toString(16).padStart(DIGITS.place, "0");
    return `${firstEventId(at)}${place}${chance.slice(index * DIGITS.chance, (index + 1) * DIGITS.chance)}`;
  });
}

/** What sorts before the id of every event from this moment on, and after that of every earlier one. */
export function firstEventId(at: number): string {
  return `msg_${Math.max(0, Math.floor(at)).toString(16).padStart(DIGITS.at, "0")}`;
}
