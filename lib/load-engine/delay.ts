/** Longest time that a timer of Node can wait. */
const LONGEST = 2 ** 31 - 1;

/** A time that a timer can wait: a longer one would end at once. */
export function longestTimer(milliseconds: number): number {
  return Math.min(milliseconds, LONGEST);
}

/** Waits some milliseconds, or until the signal is aborted; never rejects. */
export function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds <= 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, longestTimer(milliseconds));
    signal.addEventListener('abort', end);
  });
}
