import { ApiError } from "../api-error.ts";
import { readTextLines } from "./read-ndjson.ts";

/** So often in a row a connection may come to nothing. */
const TRIES = 5;
const WAIT_MS = 1000;

/**
 * What server-sent events hold (https://html.spec.whatwg.org/multipage/server-sent-events.html), until one is called `end`. A
 * connection that breaks is made again, and the server goes on after the event that was seen last.
 */
export async function* readEvents<Data>(
  connect: (lastEventId: string | null) => Promise<Response>,
  signal?: AbortSignal,
): AsyncGenerator<Data, void, undefined> {
  let lastEventId: string | null = null;
  for (let tries = 1; ; tries += 1) {
    let failure: unknown = new ApiError("unexpected-answer", "The server ends its events before the job has ended.");
    try {
      for await (const event of readOne(await connect(lastEventId))) {
        tries = 0;
        lastEventId = event.id ?? lastEventId;
        yield JSON.parse(event.data) as Data;
        if (event.name === "end") return;
      }
    } catch (error) {
      signal?.throwIfAborted();
      const isPassing = error instanceof TypeError || (error instanceof ApiError && PASSING.has(error.fault));
      if (!isPassing) throw error;
      failure = error;
    }
    if (tries >= TRIES) throw failure;
    await rest(WAIT_MS * Math.max(1, tries), signal);
  }
}

function rest(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", abort, { once: true });
  });
}

/** Faults that another try may not have. */
const PASSING: ReadonlySet<string> = new Set(["unreachable", "unavailable", "too-many-requests"]);

interface ServerEvent {
  readonly id: string | null;
  readonly name: string;
  readonly data: string;
}

async function* readOne(answer: Response): AsyncGenerator<ServerEvent, void, undefined> {
  let id: string | null = null;
  let name = "message";
  let data: string[] = [];
  for await (const line of readTextLines(answer)) {
    const [, field = "", value = ""] = /^([^:]*):? ?(.*?)\r?$/u.exec(line) ?? [];
    if (field === "id") id = value;
    else if (field === "event") name = value;
    else if (field === "data") data.push(value);
    else if (line.trim() === "" && data.length > 0) {
      yield { id, name, data: data.join("\n") };
      name = "message";
      data = [];
    }
  }
}
