/**
 * Does the work of tests before the first of them is declared, several pieces at once: from then on Node's runner follows every
 * promise, which takes a sixth of the time.
 *
 * @returns what a piece came to; what was thrown by it is thrown to who asks for it
 */
export async function inAdvance<Piece, Result>(
  pieces: readonly Piece[],
  atOnce: number,
  work: (piece: Piece) => Promise<Result>,
): Promise<(piece: Piece) => Result> {
  const results = new Map<Piece, () => Result>();
  const queue = [...pieces];
  const workOnNext = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const piece = next;
      const told = await work(piece).then(
        (result) => () => result,
        (error: unknown) => () => {
          throw error;
        },
      );
      results.set(piece, told);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, workOnNext));
  return (piece) => {
    const told = results.get(piece);
    if (!told) throw new RangeError(`${String(piece)} was not worked on`);
    return told();
  };
}
