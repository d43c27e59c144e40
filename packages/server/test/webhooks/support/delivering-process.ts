/**
 * A process that sends what waits in a database, until it is killed: `FILE SECONDS`, how far its clock is ahead.
 *
 * @module
 */
import { createOutgoingClient } from "../../../src/http/outgoing/outgoing-client.ts";
import { createOutgoingPolicy } from "../../../src/http/outgoing/outgoing-policy.ts";
import { openSqliteStorage } from "../../../src/storage/sqlite/open-sqlite-storage.ts";
import { deliver } from "../../../src/webhooks/delivery/deliver.ts";
import { createDeliveryWorker } from "../../../src/webhooks/delivery/delivery-worker.ts";

const [file = "", ahead = "0"] = process.argv.slice(2);
const clock = () => Date.now() + Number(ahead) * 1000;
const storage = await openSqliteStorage({ file });
const policy = createOutgoingPolicy({ allowedNetworks: ["127.0.0.0/8"] });
const parts = {
  client: createOutgoingClient({ policy }),
  policy,
  openSecret: () => new Uint8Array(32),
  clock,
  random: Math.random,
};
createDeliveryWorker({
  queue: storage.webhooks.queue,
  deliver: (delivery, signal) => deliver(parts, delivery, signal),
  worker: crypto.randomUUID(),
  clock,
}).start();
