/** Names and values of labels. Values come from tables of ours, never from a request: each new one is a series for ever. */
export type Labels<Name extends string> = Readonly<Record<Name, string>>;

/** A count that only grows. */
export interface Counter<Name extends string> {
  /** One series of it, to be kept where it is counted often. */
  series(labels: Labels<Name>): { add(amount?: number): void };
  add(labels: Labels<Name>, amount?: number): void;
}

/** How long or how large things were. */
export interface Histogram<Name extends string> {
  series(labels: Labels<Name>): { observe(value: number): void };
}

/** A value at the moment when it is asked for. */
export type GaugeReading<Name extends string> = readonly { readonly labels: Labels<Name>; readonly value: number }[];

export interface MetricRegistry {
  counter<Name extends string>(name: string, help: string, labels: readonly Name[]): Counter<Name>;
  /** @param bounds upper bounds of the buckets, growing. */
  histogram<Name extends string>(name: string, help: string, labels: readonly Name[], bounds: readonly number[]): Histogram<Name>;
  /** `read` is called at each collection; what it rejects with is left out of the text. */
  gauge<Name extends string>(
    name: string,
    help: string,
    labels: readonly Name[],
    read: () => GaugeReading<Name> | Promise<GaugeReading<Name>>,
  ): void;
  /** All of it in the text format of Prometheus, version 0.0.4. */
  collect(): Promise<string>;
}

/**
 * Series of one metric. Beyond that everything is counted under `other`: labels must not grow with what strangers send. The API
 * has some hundred routes with a handful of statuses each.
 */
export const SERIES_PER_METRIC = 1000;

const NAME = /^[a-z][a-z0-9_]*$/u;

interface Metric {
  readonly name: string;
  readonly write: () => string | Promise<string>;
}

/**
 * Counters, histograms and gauges for Prometheus.
 *
 * @example
 * ```ts
 * const registry = createMetricRegistry();
 * const builds = registry.counter("passwright_archive_builds_total", "Archives that were built.", ["outcome"]);
 * builds.add({ outcome: "built" });
 * await registry.collect();
 * ```
 */
export function createMetricRegistry(): MetricRegistry {
  const metrics = new Map<string, Metric>();
  const define = (metric: Metric) => {
    if (!NAME.test(metric.name) || metrics.has(metric.name)) {
      throw new TypeError(`the metric ${JSON.stringify(metric.name)} exists or is misnamed`);
    }
    metrics.set(metric.name, metric);
  };
  return {
    counter(name, help, labels) {
      const series = createSeries(labels, (key) => createCount(key));
      define({
        name,
        write: () =>
          `${headOf(name, help, "counter")}${series
            .all()
            .map((one) => one.write(name))
            .join("")}`,
      });
      return { series: series.of, add: (given, amount) => series.of(given).add(amount) };
    },
    histogram(name, help, labels, bounds) {
      const series = createSeries(labels, (key) => createBuckets(key, bounds));
      define({
        name,
        write: () =>
          `${headOf(name, help, "histogram")}${series
            .all()
            .map((one) => one.write(name))
            .join("")}`,
      });
      return { series: series.of };
    },
    gauge(name, help, labels, read) {
      const write = async () => {
        const rows = (await read()).slice(0, SERIES_PER_METRIC);
        return `${headOf(name, help, "gauge")}${rows.map((row) => lineOf(name, keyOf(labels, row.labels), row.value)).join("")}`;
      };
      define({ name, write });
    },
    async collect() {
      const texts = await Promise.all(
        [...metrics.values()].map(async ({ write }) =>
          Promise.resolve()
            .then(write)
            .catch(() => ""),
        ),
      );
      return texts.join("");
    },
  };
}

function createSeries<Name extends string, One>(labels: readonly Name[], create: (key: string) => One) {
  const known = new Map<string, One>();
  const of = (given: Labels<Name>): One => {
    const key = keyOf(labels, given);
    const one = known.get(key);
    if (one !== undefined) return one;
    if (known.size >= SERIES_PER_METRIC) {
      const other = keyOf(labels, Object.fromEntries(labels.map((label) => [label, "other"])) as Labels<Name>);
      if (key !== other) return of(Object.fromEntries(labels.map((label) => [label, "other"])) as Labels<Name>);
    }
    const made = create(key);
    known.set(key, made);
    return made;
  };
  return { of, all: () => [...known.values()] };
}

function createCount(key: string) {
  let value = 0;
  return {
    add: (amount = 1) => {
      value += amount;
    },
    write: (name: string) => lineOf(name, key, value),
  };
}

function createBuckets(key: string, bounds: readonly number[]) {
  const counts = bounds.map(() => 0);
  let count = 0;
  let sum = 0;
  const join = (bound: string) => (key === "" ? `le="${bound}"` : `${key},le="${bound}"`);
  return {
    observe: (value: number) => {
      count += 1;
      sum += value;
      for (let index = 0; index < bounds.length; index += 1) {
        if (value <= (bounds[index] ?? 0)) {
          counts[index] = (counts[index] ?? 0) + 1;
          return;
        }
      }
    },
    write: (name: string) => {
      let total = 0;
      let text = "";
      for (const [index, bound] of bounds.entries()) {
        total += counts[index] ?? 0;
        text += lineOf(`${name}_bucket`, join(String(bound)), total);
      }
      text += lineOf(`${name}_bucket`, join("+Inf"), count);
      return `${text}${lineOf(`${name}_sum`, key, sum)}${lineOf(`${name}_count`, key, count)}`;
    },
  };
}

function headOf(name: string, help: string, type: string): string {
  return `# HELP ${name} ${help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")}\n# TYPE ${name} ${type}\n`;
}

function keyOf<Name extends string>(names: readonly Name[], labels: Labels<Name>): string {
  return names.map((name) => `${name}="${escapeLabel(labels[name])}"`).join(",");
}

function escapeLabel(value: string): string {
  return value.slice(0, 200).replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}

function lineOf(name: string, key: string, value: number): string {
  return `${name}${key === "" ? "" : `{${key}}`} ${value}\n`;
}
