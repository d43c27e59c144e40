/** What Node alone can do: a server that answers every request with the same bytes. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answerCalls, readUsage } from "../answer-calls.ts";

/** An answer, its headers as names and values by turns. */
export interface BareAnswer {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: Uint8Array | null;
}

let status = 200;
let headers: string[] = [];
let body: Uint8Array | null = null;

const server = createServer({ noDelay: true }, (_, response) => {
  response.writeHead(status, headers);
  if (body === null) response.end();
  else response.end(body);
});
await new Promise<void>((resolve) => {
  server.listen(0, "127.0.0.1", resolve);
});

const commands = {
  address: () => ({ port: (server.address() as AddressInfo).port }),
  usage: () => readUsage(),
  answerWith: (answer: BareAnswer) => {
    ({ status, body } = answer);
    headers = [...answer.headers];
  },
};

export type BareCommands = typeof commands;
answerCalls(commands);
