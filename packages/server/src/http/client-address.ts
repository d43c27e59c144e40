import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/**
 * The address of whoever sent a request, where so many proxies in front are believed. Each of them appends the address that it
 * heard from, so those are counted from the end of X-Forwarded-For: what stands before them anyone can make up.
 *
 * @param trustedProxies 0: the address of the connection.
 *
 * @example
 * ```ts
 * clientAddressOf(request, 1); // "203.0.113.7"
 * ```
 */
export function clientAddressOf(request: Pick<IncomingMessage, "headers" | "socket">, trustedProxies: number): string {
  const direct = request.socket.remoteAddress ?? "";
  if (trustedProxies <= 0) return direct;
  const header = request.headers["x-forwarded-for"];
  if (header === undefined) return direct;
  const addresses = (Array.isArray(header) ? header.join(",") : header).slice(-4096).split(",");
  for (let index = Math.max(0, addresses.length - trustedProxies); index < addresses.length; index += 1) {
    const address = withoutPort(addresses[index]?.trim() ?? "");
    if (isIP(address) !== 0) return address;
  }
  return direct;
}

/** Some proxies write the port as well: `203.0.113.7:4711`, `[2001:db8::1]:4711`. */
function withoutPort(text: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d+)?$/u.exec(text)?.[1];
  return bracketed ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/u.exec(text)?.[1] ?? text;
}
