/** What the bot counts and measures. Each is explained to operators in docs/operating.md. */
export const metricDefinitions = {
  handrail_webhooks_total: ["counter", "Webhooks answered, by status."],
  handrail_webhook_seconds: ["histogram", "Seconds from the first byte of a webhook to its answer."],
  handrail_work_total: ["counter", "Work done, by kind and result: done, put-off, failed."],
  handrail_work_seconds: ["histogram", "Seconds that one piece of work took, by kind."],
  handrail_handover_seconds: ["histogram", "Seconds from a webhook to the end of the look it asked for."],
  handrail_queue: ["gauge", "Pieces of work, by state: waiting, delayed, active, dead."],
  handrail_github_requests_total: ["counter", "Requests to GitHub, by result: ok, refused, limited, lost."],
  handrail_github_remaining: [
    "gauge",
    "What is left of GitHub's hourly allowance, by resource, as last told.",
  ],
  handrail_not_before_seconds: [
    "gauge",
    "Until when GitHub asked an installation to wait, in seconds since 1970.",
  ],
  handrail_last_sweep_seconds: ["gauge", "When a sweep last ended well, in seconds since 1970."],
  process_resident_memory_bytes: ["gauge", "Memory of this process."],
  process_uptime_seconds: ["gauge", "Seconds since this process began."],
} as const satisfies Readonly<Record<string, readonly ["counter" | "gauge" | "histogram", string]>>;

export type MetricName = keyof typeof metricDefinitions;
type Labels = Readonly<Record<string, string | number>>;

/** Counters, gauges and histograms of this process. */
export interface Metrics {
  count(name: MetricName, labels?: Labels, by?: number): void;
  set(name: MetricName, value: number, labels?: Labels): void;
  observe(name: MetricName, seconds: number, labels?: Labels): void;
  /** All of them in Prometheus' text format, version 0.0.4. */
  text(): string;
}

const bounds = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/** Nothing is kept but sums, so that memory does not grow with time. */
export function createMetrics(): Metrics {
  const values = new Map<string, number>();
  const add = (key: string, by: number) => values.set(key, (values.get(key) ?? 0) + by);
  return {
    count: (name, labels = {}, by = 1) => void add(series(name, labels), by),
    set: (name, value, labels = {}) => void values.set(series(name, labels), value),
    observe(name, seconds, labels = {}) {
      for (const bound of bounds)
        add(series(`${name}_bucket`, { ...labels, le: bound }), seconds <= bound ? 1 : 0);
      add(series(`${name}_bucket`, { ...labels, le: "+Inf" }), 1);
      add(series(`${name}_sum`, labels), seconds);
      add(series(`${name}_count`, labels), 1);
    },
    text() {
      values.set("process_resident_memory_bytes", process.memoryUsage.rss());
      values.set("process_uptime_seconds", process.uptime());
      return Object.entries(metricDefinitions)
        .flatMap(([name, [type, help]]) => [
          `# HELP ${name} ${help}`,
          `# TYPE ${name} ${type}`,
          ...[...values]
            .filter(([key]) => belongsTo(key, name, type))
            .map(([key, value]) => `${key} ${value}`),
        ])
        .map((line) => `${line}\n`)
        .join("");
    },
  };
}

function belongsTo(key: string, name: string, type: string): boolean {
  const plain = key.split("{", 1)[0] ?? "";
  return type === "histogram" ? plain.replace(/_(?:bucket|sum|count)$/, "") === name : plain === name;
}

function series(name: string, labels: Labels): string {
  const pairs = Object.entries(labels).map(
    ([label, value]) => `${label}="${String(value).replace(/[\\"\n]/g, "_")}"`,
  );
  return pairs.length === 0 ? name : `${name}{${pairs.join(",")}}`;
}
