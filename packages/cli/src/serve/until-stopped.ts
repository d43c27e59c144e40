import type { RunningServer } from "@passwright/server";
import type { Io } from "../io.ts";

/** Resolves when the process is told to stop, or when nobody has asked the server anything for so many seconds. */
export function untilStopped(io: Io, server: RunningServer, idleSeconds: number | null): Promise<void> {
  return new Promise((resolve) => {
    let seen = server.requests;
    let idle = 0;
    const timer =
      idleSeconds === null
        ? undefined
        : setInterval(() => {
            idle = server.requests === seen ? idle + 1 : 0;
            seen = server.requests;
            if (idle >= idleSeconds) end();
          }, 1000);
    const end = () => {
      clearInterval(timer);
      io.signal.removeEventListener("abort", end);
      resolve();
    };
    if (io.signal.aborted) end();
    else io.signal.addEventListener("abort", end, { once: true });
  });
}
