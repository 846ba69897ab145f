import type { VirtualUser } from '../virtual-user.ts';

/** The module `k6/data`. */
export function dataModule(user: VirtualUser, shared: Map<string, readonly string[]>): object {
  return {
    /** A list made once and read by all: each item read is a frozen copy. */
    SharedArray: function SharedArray(name: string, make: () => unknown): readonly unknown[] {
      if (user.stage !== 'init') throw new Error('new SharedArray must be called in the init context');
      if (typeof name !== 'string' || name === '') throw new Error('empty name provided to SharedArray');
      let items = shared.get(name);
      if (items === undefined) {
        const made = make();
        if (!Array.isArray(made)) throw new Error('only arrays can be made into SharedArray');
        items = made.map((item: unknown) => JSON.stringify(item) ?? 'null');
        shared.set(name, items);
      }
      return readOnlyList(items);
    },
  };
}

function readOnlyList(items: readonly string[]): readonly unknown[] {
  const target: unknown[] = [];
  target.length = items.length;
  const refuse = (): never => {
    throw new TypeError('a SharedArray cannot be changed');
  };
  return new Proxy(target, {
    get(list, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) {
        const item = items[Number(key)];
        return item === undefined ? undefined : deepFreeze(JSON.parse(item));
      }
      return Reflect.get(list, key) as unknown;
    },
    has: (list, key) => (typeof key === 'string' && /^\d+$/.test(key) ? Number(key) < items.length : key in list),
    set: refuse,
    defineProperty: refuse,
    deleteProperty: refuse,
    setPrototypeOf: refuse,
  });
}

function deepFreeze(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner);
    Object.freeze(value);
  }
  return value;
}
