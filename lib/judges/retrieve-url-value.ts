import { at } from '../answers/json/body.ts';
import type { JsonAttribute } from '../answers/json/data-set.ts';
import { excerpt } from '../answers/json/node.ts';
import { kindOfUri } from '../answers/resource-url.ts';
import { quoted } from '../answers/wording.ts';
import { breach } from '../breaches/breach.ts';
import type { ResourcePath } from '../dicomweb/operations.ts';
import { resourcePath } from '../dicomweb/paths.ts';
import type { Assessment } from './assess.ts';

const RESOURCE = /\/studies\/([^/]+)(?:\/series\/([^/]+))?(?:\/instances\/([^/]+))?\/?$/;
const LEVELS = ['studies', 'series', 'instances'] as const;

/**
 * A RetrieveURL that has a value: one URI, usable, absolute where possible, of the resource in question. A URL of
 * another layout than /studies/… cannot be judged by looking and is recorded.
 */
export function assessRetrieveUrl(attribute: JsonAttribute, path: ResourcePath, base: string, a: Assessment): void {
  const { values, pointer, vr, node } = attribute;
  const where = at(`${pointer}/Value/0`);
  a.should(vr !== 'UT', () => breach('retrieve-url-vr-ut', at(`${pointer}/vr`), {}));
  const [value] = values;
  const url = values.length === 1 && value?.kind === 'string' ? value.value : null;
  const kind = url === null ? 'unusable' : kindOfUri(url, base);
  const grade = kind === 'relative' ? a.should : a.must;
  grade(kind === 'absolute', () =>
    kind === 'relative'
      ? breach('retrieve-url-relative', where, { url: url ?? '' })
      : breach('retrieve-url-unusable', where, { value: excerpt(values.length === 1 ? (value ?? node) : node) }),
  );
  if (url === null || kind === 'unusable') return;
  const named = RESOURCE.exec(new URL(url, base).pathname)?.[0].replace(/\/$/, '');
  if (named === undefined) {
    a.note(`RetrieveURL ${quoted(url)} has a layout of its own`);
    return;
  }
  const wanted = resourcePath(path);
  a.must(named === wanted, () => {
    const lacks = levelLeftOut(named, wanted);
    return lacks === null
      ? breach('retrieve-url-of-another-resource', where, { url, path: wanted })
      : breach('retrieve-url-incomplete', where, { url, path: wanted, lacks });
  });
}

/**
 * The level in the middle that a path lacks beside the wanted one, where all that it names is right; null where it names
 * something else, as the study of an instance is.
 */
function levelLeftOut(named: string, wanted: string): (typeof LEVELS)[number] | null {
  const uidOf = (path: string, level: string) => new RegExp(`/${level}/([^/]+)`).exec(path)?.[1];
  const lacking = LEVELS.filter((level) => uidOf(named, level) === undefined && uidOf(wanted, level) !== undefined);
  const isRight = LEVELS.every((level) => lacking.includes(level) || uidOf(named, level) === uidOf(wanted, level));
  const last = LEVELS.findLast((level) => uidOf(wanted, level) !== undefined);
  return isRight && last !== undefined && !lacking.includes(last) ? (lacking[0] ?? null) : null;
}
