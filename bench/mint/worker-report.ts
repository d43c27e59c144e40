/** What a measuring process prints as its last line, for the one that started it. */
export interface WorkerReport {
  readonly passes: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakRssMB: number;
  /** Of one pass. */
  readonly bytes: number;
}

/** Runs `mintOne`, which gives the bytes of its pass, for `seconds` with `inFlight` at a time, after `warmUp` passes, and reports. */
export async function measureRate(
  mintOne: (index: number) => Promise<number>,
  options: { readonly seconds: number; readonly inFlight: number; readonly warmUp: number },
): Promise<WorkerReport> {
  let index = 0;
  let bytes = 0;
  for (; index < options.warmUp; index++) await mintOne(index);
  const first = index;
  const cpu = process.cpuUsage();
  const started = performance.now();
  const until = started + options.seconds * 1000;
  const lane = async (): Promise<void> => {
    while (performance.now() < until) bytes = await mintOne(index++);
  };
  await Promise.all(Array.from({ length: options.inFlight }, lane));
  const seconds = (performance.now() - started) / 1000;
  const used = process.cpuUsage(cpu);
  return {
    passes: index - first,
    seconds,
    cpuSeconds: (used.user + used.system) / 1e6,
    peakRssMB: process.resourceUsage().maxRSS / 1024,
    bytes,
  };
}

export function report(result: WorkerReport): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
