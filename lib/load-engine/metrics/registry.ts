import { createSink, type MetricContents, type MetricType, type Sink, type SinkData } from './sinks.ts';

export interface MetricDefinition {
  readonly name: string;
  readonly type: MetricType;
  readonly contains: MetricContents;
}

/** The metrics that k6 itself measures. */
export const BUILT_IN_METRICS: readonly MetricDefinition[] = [
  { name: 'vus', type: 'gauge', contains: 'default' },
  { name: 'vus_max', type: 'gauge', contains: 'default' },
  { name: 'iterations', type: 'counter', contains: 'default' },
  { name: 'iteration_duration', type: 'trend', contains: 'time' },
  { name: 'dropped_iterations', type: 'counter', contains: 'default' },
  { name: 'checks', type: 'rate', contains: 'default' },
  { name: 'group_duration', type: 'trend', contains: 'time' },
  { name: 'http_reqs', type: 'counter', contains: 'default' },
  { name: 'http_req_failed', type: 'rate', contains: 'default' },
  ...[
    'http_req_duration',
    'http_req_blocked',
    'http_req_connecting',
    'http_req_tls_handshaking',
    'http_req_sending',
    'http_req_waiting',
    'http_req_receiving',
  ].map((name): MetricDefinition => ({ name, type: 'trend', contains: 'time' })),
  { name: 'data_sent', type: 'counter', contains: 'data' },
  { name: 'data_received', type: 'counter', contains: 'data' },
];

/** Looks up the value of a tag of one sample. */
export type TagLookup = (tag: string) => string | undefined;

interface Submetric {
  /** `http_req_duration{expected_response:true}` as it was asked for. */
  readonly key: string;
  readonly tags: readonly (readonly [tag: string, value: string])[];
  readonly sink: Sink;
}

/** One metric with its submetrics. */
export class Metric {
  readonly definition: MetricDefinition;
  readonly sink: Sink;
  readonly submetrics: Submetric[] = [];

  constructor(definition: MetricDefinition) {
    this.definition = definition;
    this.sink = createSink(definition.type);
  }

  add(value: number, tag: TagLookup): void {
    this.sink.add(value);
    for (const submetric of this.submetrics) {
      if (submetric.tags.every(([name, wanted]) => tag(name) === wanted)) submetric.sink.add(value);
    }
  }
}

/** All metrics of a thread, or of the whole run. */
export class MetricRegistry {
  readonly metrics = new Map<string, Metric>();

  constructor() {
    for (const definition of BUILT_IN_METRICS) this.define(definition);
    this.addSubmetric('http_req_duration{expected_response:true}');
  }

  /**
   * The metric of this name, made when it is not there.
   * @throws Error when the name is not allowed or taken by a metric of another kind
   */
  define(definition: MetricDefinition): Metric {
    const { name } = definition;
    if (!/^[A-Za-z_][A-Za-z0-9_]{1,128}$/.test(name)) throw new Error(`invalid metric name: '${name}'`);
    const known = this.metrics.get(name);
    if (known === undefined) {
      const metric = new Metric(definition);
      this.metrics.set(name, metric);
      return metric;
    }
    const { type, contains } = known.definition;
    if (type !== definition.type || contains !== definition.contains) {
      throw new Error(`metric '${name}' already exists as ${type} of ${contains} values`);
    }
    return known;
  }

  /** A metric that is known to be there. */
  get(name: string): Metric {
    const metric = this.metrics.get(name);
    if (metric === undefined) throw new Error(`metric '${name}' does not exist`);
    return metric;
  }

  /**
   * Makes sure that a threshold's metric or submetric gets samples of its own.
   * @throws Error when its metric does not exist
   */
  addSubmetric(key: string): void {
    const { name, tags } = parseMetricKey(key);
    if (tags === null) return;
    const metric = this.get(name);
    if (metric.submetrics.some((submetric) => submetric.key === key)) return;
    metric.submetrics.push({ key, tags, sink: createSink(metric.definition.type) });
  }

  /** Each metric and submetric with its sink, by the key that the summary uses. */
  *sinks(): Generator<readonly [key: string, sink: Sink, metric: Metric]> {
    for (const metric of this.metrics.values()) {
      yield [metric.definition.name, metric.sink, metric];
      for (const submetric of metric.submetrics) yield [submetric.key, submetric.sink, metric];
    }
  }

  /** The samples since the last call, by key. */
  drain(): Record<string, SinkData> {
    const data: Record<string, SinkData> = {};
    for (const [key, sink] of this.sinks()) {
      if (!sink.isEmpty) data[key] = sink.drain();
    }
    return data;
  }
}

/** Splits `metric{tag:value,tag2:value2}`; `tags` is null without braces. */
export function parseMetricKey(key: string): {
  readonly name: string;
  readonly tags: Submetric['tags'] | null;
} {
  const open = key.indexOf('{');
  if (open < 0) return { name: key, tags: null };
  if (!key.endsWith('}')) throw new Error(`'${key}' does not end with }`);
  const pairs = key.slice(open + 1, -1).split(',');
  return {
    name: key.slice(0, open).trim(),
    tags: pairs.map((pair) => {
      const colon = pair.indexOf(':');
      if (colon < 0) throw new Error(`'${key}' needs tag:value inside its braces`);
      return [unquote(pair.slice(0, colon)), unquote(pair.slice(colon + 1))] as const;
    }),
  };
}

function unquote(text: string): string {
  return text.trim().replace(/^(['"])(.*)\1$/, '$2');
}
