/** The parts of a mixed load. */
const PARTS = ['store', 'retrieve', 'search'] as const;

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
