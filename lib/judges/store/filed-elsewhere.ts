import { heldIn, sightOf } from '../../answers/sight.ts';
import type { Whereabouts } from '../../answers/stored/whereabouts.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import type { Exchange } from '../../http/exchange.ts';

const LEVELS = ['study', 'series'] as const;

/**
 * That an instance is there under another study or series than it was sent with: an answer that is not asked for by its path shows
 * it there, and where it should be it is not. Null where it does not show that. A list alone may be wrong about what it lists.
 */
export function filedElsewhere({ instance, looks }: Whereabouts, store: Exchange): SeenBreach | null {
  const isMissed = looks.some(
    ({ exchange, path }) => isAskedBelow(exchange, instance) && sightOf(exchange, path) === 'absent',
  );
  if (!isMissed) return null;
  for (const { exchange } of looks) {
    const held = exchange.response?.status === 200 ? (heldIn(exchange.response) ?? []) : [];
    const own = held.filter((uids) => uids.instance === instance.instance);
    for (const level of LEVELS) {
      const found = own.map((uids) => uids[level]).find((uid) => uid !== null && uid !== instance[level]);
      if (typeof found !== 'string' || own.some((uids) => uids[level] === instance[level])) continue;
      const { name } = instance;
      const of = { instance: instance.instance, name, level, sent: instance[level], found };
      return breach('stored-elsewhere', { kind: 'exchange' }, { ...of, status: store.response?.status ?? 0 });
    }
  }
  return null;
}

function isAskedBelow({ request: { url } }: Exchange, { study }: StoredInstance): boolean {
  return url.includes(`/studies/${study}/`);
}
