/**
 * Sends prepared requests over plain sockets and counts answers: a client that read more of them would be slower than what it
 * measures.
 */
import { answerCalls, readUsage } from "../answer-calls.ts";
import { LoadSocket } from "../load-socket.ts";

/** What is sent, and to whom. `status` is the only one that counts as an answer. */
interface Load {
  readonly port: number;
  readonly requests: string;
  readonly status: number;
}

interface Crowd extends Load {
  readonly connections: number;
}

/** What came of a run in which every connection sends as soon as it has its answer. */
export interface LoadReport {
  readonly answers: number;
  readonly seconds: number;
  readonly bytes: number;
  readonly cpuSeconds: number;
}

/** Milliseconds, in growing order. */
export interface PaceReport {
  readonly milliseconds: Float64Array;
}

const prepared = new Map<string, { readonly texts: readonly Buffer[]; next: number }>();

function take(name: string): Buffer {
  const list = prepared.get(name);
  const text = list?.texts[list.next];
  if (list === undefined || text === undefined) throw new Error(`no requests are prepared as ${name}`);
  list.next = (list.next + 1) % list.texts.length;
  return text;
}

/** Every connection sends as soon as it has its answer, while `begin`, called once they are open, says that it may. */
async function drive({ port, requests, status, connections }: Crowd, begin: () => () => boolean): Promise<LoadReport> {
  const sockets = await Promise.all(Array.from({ length: connections }, () => LoadSocket.open(port)));
  const cpu = readUsage().cpuSeconds;
  const started = performance.now();
  const mayGo = begin();
  let answers = 0;
  let bytes = 0;
  const keepAsking = (socket: LoadSocket): Promise<void> =>
    new Promise((resolve, reject) => {
      const send = (): void => {
        if (!mayGo()) return resolve();
        socket.send(take(requests), (answer) => {
          if (answer instanceof Error) return reject(answer);
          if (answer.status !== status) return reject(new Error(`an answer had the status ${answer.status}, not ${status}`));
          answers += 1;
          bytes += answer.bytes;
          send();
        });
      };
      send();
    });
  try {
    await Promise.all(sockets.map(keepAsking));
    const seconds = (performance.now() - started) / 1000;
    return { answers, seconds, bytes, cpuSeconds: readUsage().cpuSeconds - cpu };
  } finally {
    for (const socket of sockets) socket.close();
  }
}

const commands = {
  prepare: ({ name, texts }: { name: string; texts: readonly string[] }) => {
    prepared.set(name, { texts: texts.map((text) => Buffer.from(text, "latin1")), next: 0 });
  },
  /** As much as goes. */
  run: ({ seconds, ...load }: Crowd & { seconds: number }): Promise<LoadReport> =>
    drive(load, () => {
      const until = performance.now() + seconds * 1000;
      return () => performance.now() < until;
    }),
  /** So many, as fast as goes. */
  runOnce: ({ count, ...load }: Crowd & { count: number }): Promise<LoadReport> =>
    drive(load, () => {
      let left = count;
      return () => (left -= 1) >= 0;
    }),
  /** So many a second, whether answers come or not; each is timed from the moment when it was to go out. */
  pace: async (options: Load & { perSecond: number; seconds: number }): Promise<PaceReport> => {
    const { port, requests, status, perSecond, seconds } = options;
    const sockets = await Promise.all(Array.from({ length: 64 }, () => LoadSocket.open(port)));
    const idle = [...sockets];
    const waiting: number[] = [];
    const total = perSecond * seconds;
    const milliseconds = new Float64Array(total);
    let sent = 0;
    let done = 0;
    try {
      await new Promise<void>((resolve, reject) => {
        const limit = setTimeout(() => reject(new Error("the answers did not come")), (seconds + 60) * 1000);
        const send = (socket: LoadSocket, due: number): void => {
          socket.send(take(requests), (answer) => {
            if (answer instanceof Error) return reject(answer);
            if (answer.status !== status) return reject(new Error(`an answer had the status ${answer.status}, not ${status}`));
            milliseconds[done] = performance.now() - due;
            done += 1;
            const next = waiting.shift();
            if (next === undefined) idle.push(socket);
            else send(socket, next);
            if (done === total) {
              clearTimeout(limit);
              resolve();
            }
          });
        };
        const started = performance.now();
        const timer = setInterval(() => {
          const now = performance.now();
          const due = Math.min(total, Math.floor(((now - started) / 1000) * perSecond));
          for (; sent < due; sent += 1) {
            const socket = idle.pop();
            if (socket === undefined) waiting.push(now);
            else send(socket, now);
          }
          if (sent === total) clearInterval(timer);
        }, 1);
      });
      return { milliseconds: milliseconds.toSorted() };
    } finally {
      for (const socket of sockets) socket.close();
    }
  },
};

export type LoadCommands = typeof commands;
answerCalls(commands);
