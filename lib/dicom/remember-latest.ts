/**
 * Remembers what was made of the things that were asked for last, so many of them and no more: who goes through thousands
 * of them fills no memory.
 */
export function rememberLatest<Thing extends object, Made extends object>(
  most: number,
  make: (thing: Thing) => Made,
): (thing: Thing) => Made {
  // In the order of use, the oldest first.
  const remembered = new Map<Thing, Made>();
  return (thing) => {
    const made = remembered.get(thing) ?? make(thing);
    remembered.delete(thing);
    remembered.set(thing, made);
    const [oldest] = remembered.keys();
    if (remembered.size > most && oldest) remembered.delete(oldest);
    return made;
  };
}
