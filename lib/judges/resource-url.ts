const ENTITY = /\/(studies|series|instances)\/([0-9.]+)(?=\/|$)/g;

/**
 * Whether both URLs name a study, a series or an instance by its UID, and not the same one. What only one of them names
 * says nothing: other forms of URL are the server's choice.
 */
export function namesAnother(url: string, other: string): boolean {
  const named = entitiesIn(url);
  return [...entitiesIn(other)].some(([entity, uid]) => named.has(entity) && named.get(entity) !== uid);
}

function entitiesIn(url: string): ReadonlyMap<string, string> {
  const [path = ''] = url.split(/[?#]/);
  return new Map([...path.matchAll(ENTITY)].map(([, entity = '', uid = '']) => [entity, uid]));
}
