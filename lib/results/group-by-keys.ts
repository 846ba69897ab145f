/** Groups items that share a key, directly or through others, in the order in which each group first appears. */
export function groupByKeys<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): Item[][] {
  const leaders = items.map((_, index) => index);
  const leaderOf = (index: number): number => {
    let leader = index;
    while (leaders[leader] !== undefined && leaders[leader] !== leader) leader = leaders[leader] ?? leader;
    leaders[index] = leader;
    return leader;
  };
  const firstWith = new Map<string, number>();
  items.forEach((item, index) => {
    for (const key of keysOf(item)) {
      const first = firstWith.get(key);
      if (first === undefined) firstWith.set(key, index);
      else {
        const [left, right] = [leaderOf(first), leaderOf(index)];
        leaders[Math.max(left, right)] = Math.min(left, right);
      }
    }
  });
  const groups = new Map<number, Item[]>();
  items.forEach((item, index) => {
    const leader = leaderOf(index);
    const group = groups.get(leader) ?? [];
    group.push(item);
    groups.set(leader, group);
  });
  return [...groups.values()];
}
