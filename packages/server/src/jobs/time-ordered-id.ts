import { randomUUID } from "node:crypto";

/**
 * A random id that begins with the time (UUID version 7, RFC 9562 §5.7): rows that are written one after the other lie beside each
 * other in every index, which makes bulk writing several times as fast as ids without order. 74 bits of it are random.
 */
export function timeOrderedId(now: number): string {
  const time = timeText(now);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/** A shorter one, for people to copy: `job_01a1ff193dce5f0c3a9b21`. Names sort by their time. */
export function createJobId(now: number): string {
  return `job_${timeText(now)}${randomUUID().replaceAll("-", "").slice(0, 10)}`;
}

/** Milliseconds as 48 bits in hex. */
function timeText(now: number): string {
  return Math.max(0, Math.floor(now)).toString(16).padStart(12, "0").slice(-12);
}
