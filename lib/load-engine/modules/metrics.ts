import type { Metric } from '../metrics/registry.ts';
import type { MetricType } from '../metrics/sinks.ts';
import type { VirtualUser } from '../virtual-user.ts';

/** The module `k6/metrics`. */
export function metricsModule(user: VirtualUser): object {
  return {
    Counter: metricClass(user, 'counter'),
    Gauge: metricClass(user, 'gauge'),
    Rate: metricClass(user, 'rate'),
    Trend: metricClass(user, 'trend'),
  };
}

function metricClass(user: VirtualUser, type: MetricType): object {
  const { thread } = user;
  return class {
    readonly name: string;
    readonly #metric: Metric;

    /** @param isTime whether the values are milliseconds */
    constructor(name: string, isTime = false) {
      if (user.stage !== 'init') throw new Error('metrics must be declared in the init context');
      this.name = name;
      this.#metric = thread.registry.define({ name, type, contains: isTime ? 'time' : 'default' });
    }

    add(value: unknown, tags?: Readonly<Record<string, unknown>> | null): boolean {
      user.assertMayCall(`${type} '${this.name}'.add()`);
      const number = typeof value === 'boolean' ? Number(value) : value === null ? Number.NaN : Number(value);
      if (Number.isNaN(number)) {
        const message = `${this.name} got ${String(value)}, which is not a number`;
        if (thread.options.http.throw) throw new Error(message);
        thread.warnOnce(message);
        return false;
      }
      if (tags === undefined || tags === null) {
        this.#metric.add(number, user.tag);
        return true;
      }
      this.#metric.add(number, (name) => {
        const own = tags[name];
        return own === undefined || own === null ? user.tag(name) : String(own);
      });
      return true;
    }
  };
}
