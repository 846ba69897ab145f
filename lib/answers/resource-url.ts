const ENTITY = /\/(studies|series|instances)\/([0-9.]+)(?=\/|$)/g;

/**
 * A URL as it is resolved: against the one that was asked for (RFC 9110 §8.7), without dot segments (RFC 3986 §5.2.4).
 * What cannot be resolved stays as it is.
 */
export function resolved(url: string, base: string): string {
  return URL.canParse(url, base) ? new URL(url, base).href : url;
}

/**
 * Whether both URLs name a study, a series or an instance by its UID, and not the same one. What only one of them names
 * says nothing: other forms of URL are the server's choice.
 */
export function namesAnother(url: string, other: string): boolean {
  const named = entitiesIn(resolved(url, other));
  return [...entitiesIn(other)].some(([entity, uid]) => named.has(entity) && named.get(entity) !== uid);
}

function entitiesIn(url: string): ReadonlyMap<string, string> {
  const [path = ''] = url.split(/[?#]/);
  return new Map([...path.matchAll(ENTITY)].map(([, entity = '', uid = '']) => [entity, uid]));
}

/** What a reference is when it is resolved against the URL that was requested. */
export function kindOfUri(reference: string, base: string): 'absolute' | 'relative' | 'unusable' {
  if (/[\0- "<>\\^`{|}\x7f]/.test(reference) || !URL.canParse(reference, base)) return 'unusable';
  if (!/^https?:$/.test(new URL(reference, base).protocol)) return 'unusable';
  return /^https?:\/\//i.test(reference) ? 'absolute' : 'relative';
}
