/** The time of a run that is judged again: it stands where the evidence is, so that nothing waits and no deadline moves. */
export interface RecordedClock {
  moveTo(time: number): void;
  /** Lets this much time go by at once. */
  pass(milliseconds: number): void;
}

/**
 * Does work for which `Date.now()` is the time of a recorded run, which the work moves on. Scenarios look at the clock
 * themselves, so it is the clock of this process that is set: nothing else may go on in it meanwhile.
 */
export async function withRecordedClock<T>(start: number, work: (clock: RecordedClock) => Promise<T>): Promise<T> {
  const real = Date.now;
  let time = start;
  Date.now = () => time;
  try {
    return await work({
      moveTo: (moment) => {
        time = Math.max(time, moment);
      },
      pass: (milliseconds) => {
        time += milliseconds;
      },
    });
  } finally {
    Date.now = real;
  }
}
