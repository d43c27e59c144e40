import type { ServerResponse } from "node:http";

/** Events that go to one listener (server-sent events, https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export interface EventSink {
  /** `data` goes as JSON. Resolves once there is room for more. */
  send(event: { readonly id: string; readonly name: string; readonly data: unknown }): Promise<void>;
  /** A line that listeners pass over: says that the connection still stands. */
  beat(): Promise<void>;
}

/** Sends the head of a stream of events, and gives what its events are written to. */
export function openEventStream(
  response: ServerResponse,
  headers: readonly string[],
  { signal, retryMs }: { readonly signal: AbortSignal; readonly retryMs: number },
): EventSink {
  response.writeHead(200, [
    ...headers,
    "content-type",
    "text/event-stream; charset=utf-8",
    // Proxies keep back what they gather; this one is theirs to understand (nginx).
    "x-accel-buffering",
    "no",
  ]);
  const write = (text: string): Promise<void> => {
    if (response.destroyed || response.write(text)) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        response.off("drain", end).off("close", end);
        signal.removeEventListener("abort", end);
        resolve();
      };
      response.once("drain", end).once("close", end);
      signal.addEventListener("abort", end, { once: true });
    });
  };
  void write(`retry: ${retryMs}\n\n`);
  return {
    send: ({ id, name, data }) => write(`id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`),
    beat: () => write(": \n\n"),
  };
}
