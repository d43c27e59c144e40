import { SCAN_REASONS, type ScanReason, type ScanVerdict } from "./scan-verdict.ts";

/** What the person at the door is told, in English. Times are in UTC. */
export function scanWords(
  { reason, remaining, previous, balance, inside }: Omit<ScanVerdict, "change" | "uses">,
  { direction, amount }: { readonly direction: "in" | "out"; readonly amount: number | null },
): string {
  if (reason === null) {
    if (balance !== null) return `${amount ?? 0} taken, ${balance} left`;
    if (inside !== null) return direction === "out" ? "Out" : `In${leftWords(remaining)}`;
    return `Valid${leftWords(remaining)}`;
  }
  const words = SCAN_REASONS[reason];
  if (previous !== null && WITH_PREVIOUS.has(reason)) {
    const at = new Date(previous.at).toISOString().slice(0, 16).replace("T", " ");
    return `${words}: ${at} UTC${previous.gate === null ? "" : `, ${previous.gate}`}`;
  }
  return reason === "balance-too-low" && balance !== null ? `${words}: ${balance}` : words;
}

/** Where the person at the door wants to know who was first. */
const WITH_PREVIOUS: ReadonlySet<ScanReason> = new Set(["already-used", "used-up", "already-inside", "not-inside"]);

function leftWords(remaining: number | null): string {
  return remaining === null || remaining === 0 ? "" : `, ${remaining} left`;
}
