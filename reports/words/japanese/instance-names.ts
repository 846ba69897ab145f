import type { Parameters } from '../../../lib/breaches/kind.ts';

/** What the harness calls instances of its own that have no name of a file, in Japanese. */
export const INSTANCE_NAMES: Readonly<Record<string, string>> = {
  'a copy': '複製',
  'the multi-frame instance': 'マルチフレームのインスタンス',
};

/** Particulars whose text is the name of an instance. What else a server may have sent stays as it was. */
const NAMES: readonly string[] = ['name', 'wanted'];

/** The name of an instance in Japanese; that of a file as it is. */
export function instanceName(name: string): string {
  return (Object.hasOwn(INSTANCE_NAMES, name) && INSTANCE_NAMES[name]) || name;
}

/** Particulars of a breach with the names of instances in Japanese. */
export function withJapaneseNames(parameters: Parameters): Parameters {
  return Object.fromEntries(
    Object.entries(parameters).map(([key, value]) => [
      key,
      NAMES.includes(key) && typeof value === 'string' ? instanceName(value) : value,
    ]),
  );
}
