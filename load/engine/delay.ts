/** Longest time that a timer of Node can wait. */
const LONGEST = 2 ** 31 - 1;

/** Waits some milliseconds, or until the signal is aborted; never rejects. */
export function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds <= 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, Math.min(milliseconds, LONGEST));
    signal.addEventListener('abort', end);
  });
}
