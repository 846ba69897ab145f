/** The parts of a mixed load. */
const PARTS = ['store', 'retrieve', 'search'] as const;

/** The parts of a mixed load go on at once, so it takes a user for each. */
export const LEAST_MIXED_USERS = PARTS.length;

/**
 * So many users among shares that add up to 1: as many as there are in all, at least one each. Throws an Error where there
 * are fewer users than parts.
 */
export function allotted<Name extends string>(
  users: number,
  shares: { readonly [name in Name]: number },
): { readonly [name in Name]: number } {
  const names = Object.keys(shares) as Name[];
  if (users < names.length) throw new Error(`${users} users cannot do ${names.length} things at once`);
  const counts = { ...shares } as { [name in Name]: number };
  for (const name of names) counts[name] = Math.max(1, Math.floor(users * shares[name]));
  const sum = (): number => names.reduce((total, name) => total + counts[name], 0);
  const furthest = (one: Name, other: Name): Name =>
    counts[other] - users * shares[other] > counts[one] - users * shares[one] ? other : one;
  const nearest = (one: Name, other: Name): Name => (furthest(one, other) === one ? other : one);
  while (sum() > users) counts[names.filter((name) => counts[name] > 1).reduce(furthest)]--;
  while (sum() < users) counts[names.reduce(nearest)]++;
  return counts;
}

/**
 * Share (0 to 1) of each part, from weights such as `store:20,retrieve:50,search:30`. Throws an Error when one is
 * missing.
 */
export function proportions(text: string): { readonly [name in (typeof PARTS)[number]]: number } {
  const weights: { [name: string]: number } = {};
  for (const entry of text.split(',')) {
    const [name = '', weight = ''] = entry.split(':');
    weights[name.trim()] = Number(weight);
  }
  const of = (name: string): number => weights[name] || 0;
  const given = Object.keys(weights).sort().join(', ');
  const total = PARTS.reduce((sum, name) => sum + of(name), 0);
  if (
    given !== PARTS.slice().sort().join(', ') ||
    !PARTS.every((name) => of(name) > 0 && total < Number.POSITIVE_INFINITY)
  ) {
    throw new Error(
      `"${text}": weights above 0 are needed for ${PARTS.join(', ')}, such as store:20,retrieve:50,search:30`,
    );
  }
  return { store: of('store') / total, retrieve: of('retrieve') / total, search: of('search') / total };
}
