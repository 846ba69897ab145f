import { parseDuration } from './duration.ts';

/** An option has a value that k6 refuses too, or asks for what the engine lacks. Exit code 104. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}

/** An object of options, read key by key; every reader throws OptionError on a value of the wrong kind. */
export class Fields {
  private readonly source: Readonly<Record<string, unknown>>;
  /** Where the fields are, for messages: `scenarios.store`. */
  readonly place: string;

  constructor(source: unknown, place: string) {
    if (typeof source !== 'object' || source === null || Array.isArray(source)) {
      throw new OptionError(`${place} is not an object`);
    }
    this.source = source as Readonly<Record<string, unknown>>;
    this.place = place;
  }

  keys(): readonly string[] {
    return Object.keys(this.source).filter((key) => this.has(key));
  }

  /** Whether the key is there; null counts as absent, as in k6. */
  has(key: string): boolean {
    return this.source[key] !== undefined && this.source[key] !== null;
  }

  raw(key: string): unknown {
    return this.source[key];
  }

  /** An integer not below `least`. */
  integer(key: string, fallback: number, least = 0): number {
    if (!this.has(key)) return fallback;
    const value = this.source[key];
    if (!Number.isInteger(value) || (value as number) < least) {
      return this.refuse(key, `has to be a whole number of at least ${least}`);
    }
    return value as number;
  }

  boolean(key: string, fallback: boolean): boolean {
    if (!this.has(key)) return fallback;
    const value = this.source[key];
    return typeof value === 'boolean' ? value : this.refuse(key, 'has to be true or false');
  }

  text(key: string, fallback: string): string {
    if (!this.has(key)) return fallback;
    const value = this.source[key];
    return typeof value === 'string' ? value : this.refuse(key, 'has to be text');
  }

  /** Milliseconds, not below `least`. */
  duration(key: string, fallback: number, least = 0): number {
    if (!this.has(key)) return fallback;
    const value = parseDuration(this.source[key]);
    if (value === null || value < least) {
      return this.refuse(key, `has to be a duration (30s, 1m30s, or milliseconds) of at least ${least} ms`);
    }
    return value;
  }

  /** Text values by name; numbers and booleans become text. */
  textMap(key: string): Record<string, string> {
    if (!this.has(key)) return {};
    const inner = new Fields(this.source[key], `${this.place}.${key}`);
    return Object.fromEntries(inner.keys().map((name) => [name, String(inner.raw(name))]));
  }

  list(key: string): readonly unknown[] {
    if (!this.has(key)) return [];
    const value = this.source[key];
    return Array.isArray(value) ? value : this.refuse(key, 'has to be a list');
  }

  refuse(key: string, why: string): never {
    throw new OptionError(`${this.place}.${key} ${why}`);
  }
}
