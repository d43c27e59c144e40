/** Sends rows of bulk work as a stream, as fast as they are taken, and single passes for comparison. */
import { request } from "node:http";
import { benchValues } from "../../fixture.ts";
import { answerCalls, readUsage } from "../answer-calls.ts";

/** What came of a body of rows. */
export interface RowsReport {
  readonly seconds: number;
  readonly status: number;
  readonly answer: string;
  readonly bytes: number;
  readonly cpuSeconds: number;
}

/** Rows that are written into the socket as one piece. */
const PIECE = 200;

/** A row of NDJSON; serial numbers are the server's, ids the issuer's own. */
function rowOf(index: number): string {
  const { serialNumber, ...values } = benchValues(index);
  return `${JSON.stringify({ externalId: `order-${serialNumber}`, values })}\n`;
}

const commands = {
  /** Rows `from` up to `to`, that one not among them, as one body. */
  send: (options: { url: string; apiKey: string; from: number; to: number }): Promise<RowsReport> =>
    new Promise((resolve, reject) => {
      const { url, apiKey, from, to } = options;
      const started = performance.now();
      const cpu = readUsage().cpuSeconds;
      let bytes = 0;
      const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/x-ndjson" };
      const outgoing = request(url, { method: "POST", headers, agent: false }, (response) => {
        let answer = "";
        response.setEncoding("utf8");
        response.on("data", (text: string) => {
          answer += text;
        });
        response.on("error", reject);
        response.on("end", () => {
          const seconds = (performance.now() - started) / 1000;
          resolve({ seconds, status: response.statusCode ?? 0, answer, bytes, cpuSeconds: readUsage().cpuSeconds - cpu });
        });
      });
      outgoing.on("error", reject);
      let next = from;
      const write = (): void => {
        while (next < to) {
          let piece = "";
          for (const end = Math.min(to, next + PIECE); next < end; next += 1) piece += rowOf(next);
          bytes += piece.length;
          if (!outgoing.write(piece)) {
            outgoing.once("drain", write);
            return;
          }
        }
        outgoing.end();
      };
      write();
    }),
};

export type RowsCommands = typeof commands;
answerCalls(commands);
