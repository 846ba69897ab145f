import { NotInEngine } from '../not-in-engine.ts';
import type { VirtualUser } from '../virtual-user.ts';

type Conditions = Readonly<Record<string, unknown>>;

/** The module `k6`. */
export function coreModule(user: VirtualUser): object {
  const { thread } = user;
  return {
    /** Waits some seconds; to be awaited. */
    sleep: (seconds: number) => user.blocking('sleep()', () => user.sleep(Number(seconds) * 1000)),

    fail: (message = ''): never => {
      throw new Error(String(message));
    },

    randomSeed: (): never => {
      throw new NotInEngine('randomSeed()');
    },

    check: (value: unknown, conditions: Conditions, tags?: Readonly<Record<string, unknown>>): boolean => {
      user.assertMayCall('check()');
      let allPassed = true;
      for (const [name, condition] of Object.entries(conditions)) {
        const own = { ...tags, check: name };
        const count = (passed: boolean) => {
          thread.checks.add(user.group, name, passed);
          thread.checksRate.add(passed ? 1 : 0, (tag) => textTag(own, tag) ?? user.tag(tag));
          allPassed &&= passed;
        };
        let result = condition;
        try {
          if (typeof condition === 'function') result = condition(value) as unknown;
          if (isThenable(result)) throw new TypeError(`check '${name}' is asynchronous, which check() cannot wait for`);
        } catch (error) {
          count(false);
          throw error;
        }
        count(Boolean(result));
      }
      return allPassed;
    },

    group: (name: string, run: () => unknown): unknown => {
      user.assertMayCall('group()');
      if (name.includes('::')) throw new Error("group and check names may not contain '::'");
      const outer = user.group;
      user.group = `${outer}::${name}`;
      thread.checks.enter(user.group);
      const started = performance.now();
      try {
        const result = run();
        if (isThenable(result)) throw new TypeError(`group '${name}' is asynchronous, which group() cannot wait for`);
        return result;
      } finally {
        thread.groupDuration.add(performance.now() - started, user.tag);
        user.group = outer;
      }
    },
  };
}

function textTag(tags: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = tags[name];
  return value === undefined || value === null ? undefined : String(value);
}

function isThenable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
