import type { WriteStream } from 'node:tty';

/**
 * Whether colour codes may go to a stream: a terminal, whose user has not set NO_COLOR (https://no-color.org). FORCE_COLOR
 * decides over both, as it does for Node.
 */
export function takesColor({ isTTY }: Partial<WriteStream>): boolean {
  const { FORCE_COLOR: forced } = process.env;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTTY === true && !process.env.NO_COLOR;
}
