import type { WriteStream } from 'node:tty';

/** Whether colour codes may go to a stream: a terminal, whose user has not set NO_COLOR (https://no-color.org). */
export function takesColor({ isTTY }: Partial<WriteStream>): boolean {
  return isTTY === true && !process.env.NO_COLOR;
}
