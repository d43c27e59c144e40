import { expect, test } from "vitest";
import { createMetricRegistry, SERIES_PER_METRIC } from "../../src/metrics/metric-registry.ts";

test("counters, histograms and gauges are written in the text format", async () => {
  const registry = createMetricRegistry();
  const requests = registry.counter("requests_total", "Requests\nof devices.", ["endpoint"]);
  requests.add({ endpoint: "list" });
  requests.series({ endpoint: "list" }).add(2);
  requests.add({ endpoint: 'a"\\\n' });
  const seconds = registry.histogram("request_seconds", "Time.", ["endpoint"], [0.1, 1]).series({ endpoint: "list" });
  for (const value of [0.05, 0.1, 0.5, 3]) seconds.observe(value);
  registry.gauge("queue", "Rows.", ["state"], async () => [{ labels: { state: "due" }, value: 4 }]);
  registry.gauge("broken", "Fails.", [], () => Promise.reject(new Error("no database")));
  expect(await registry.collect()).toBe(
    [
      "# HELP requests_total Requests\\nof devices.",
      "# TYPE requests_total counter",
      'requests_total{endpoint="list"} 3',
      'requests_total{endpoint="a\\"\\\\\\n"} 1',
      "# HELP request_seconds Time.",
      "# TYPE request_seconds histogram",
      'request_seconds_bucket{endpoint="list",le="0.1"} 2',
      'request_seconds_bucket{endpoint="list",le="1"} 3',
      'request_seconds_bucket{endpoint="list",le="+Inf"} 4',
      'request_seconds_sum{endpoint="list"} 3.65',
      'request_seconds_count{endpoint="list"} 4',
      "# HELP queue Rows.",
      "# TYPE queue gauge",
      'queue{state="due"} 4',
      "",
    ].join("\n"),
  );
});

test("labels that strangers could make up end in one series", async () => {
  const registry = createMetricRegistry();
  const counter = registry.counter("x_total", "X.", ["name"]);
  for (let index = 0; index < 5000; index += 1) counter.add({ name: `n${index}` });
  const text = await registry.collect();
  expect(text.split("\n").length).toBeLessThan(SERIES_PER_METRIC + 6);
  expect(text).toContain(`x_total{name="other"} ${5000 - SERIES_PER_METRIC}`);
});

test("a metric is defined once, by a name that the format allows", () => {
  const registry = createMetricRegistry();
  registry.counter("x_total", "X.", []);
  expect(() => registry.counter("x_total", "X.", [])).toThrow(TypeError);
  expect(() => registry.counter("X-total", "X.", [])).toThrow(TypeError);
});
