import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { rateKeyOf } from "../../src/device-service/rate-limiter.ts";
import { clientAddressOf } from "../../src/http/client-address.ts";
import { splitTarget } from "../../src/http/request-target.ts";

const from = (forwarded?: string) =>
  ({
    headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
    socket: { remoteAddress: "192.0.2.99" },
  }) as unknown as IncomingMessage;

test("a client's address is the connection's unless a proxy is trusted", () => {
  expect(clientAddressOf(from("6.6.6.6"), 0)).toBe("192.0.2.99");
  expect(clientAddressOf(from(), 1)).toBe("192.0.2.99");
  expect(clientAddressOf(from("203.0.113.7"), 1)).toBe("203.0.113.7");
});

test("what a client wrote into X-Forwarded-For itself is not believed", () => {
  expect(clientAddressOf(from("6.6.6.6, 203.0.113.7"), 1)).toBe("203.0.113.7");
  expect(clientAddressOf(from("6.6.6.6, 203.0.113.7, 10.0.0.1"), 2)).toBe("203.0.113.7");
  expect(clientAddressOf(from("203.0.113.7"), 3)).toBe("203.0.113.7");
});

test("ports are taken off, and what is no address is passed by", () => {
  expect(clientAddressOf(from("203.0.113.7:4711"), 1)).toBe("203.0.113.7");
  expect(clientAddressOf(from("[2001:db8::1]:4711"), 1)).toBe("2001:db8::1");
  expect(clientAddressOf(from("unknown"), 1)).toBe("192.0.2.99");
  expect(clientAddressOf(from(`${"a,".repeat(100_000)}203.0.113.7`), 1)).toBe("203.0.113.7");
});

test("the addresses of one subscriber have one key", () => {
  expect(rateKeyOf("192.0.2.1")).toBe("192.0.2.1");
  expect(rateKeyOf("::ffff:192.0.2.1")).toBe("192.0.2.1");
  expect(rateKeyOf("2001:db8:0:1::1")).toBe("2001:db8:0:1");
  expect(rateKeyOf("2001:DB8:0:1:ffff:ffff:ffff:ffff")).toBe("2001:db8:0:1");
  expect(rateKeyOf("2001:0db8::1")).toBe("2001:db8:0:0");
  expect(rateKeyOf("fe80::1%eth0")).toBe("fe80:0:0:0");
  expect(rateKeyOf("::")).toBe("0:0:0:0");
});

test("a target is split without being resolved", () => {
  expect(splitTarget("/a/../b?c=/d?e")).toEqual({ path: "/a/../b", search: "?c=/d?e" });
  expect(splitTarget("http://host")).toEqual({ path: "/", search: "" });
  expect(splitTarget("http://host?x")).toEqual({ path: "/", search: "?x" });
  expect(splitTarget("*")).toEqual({ path: "*", search: "" });
});
