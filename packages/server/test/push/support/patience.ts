/** For `expect.poll`: the second that it waits by itself is short on a machine that others use too. */
export const PATIENT = { timeout: 15_000, interval: 5 } as const;
