import { CommandError, EXIT_CODES } from '../../errors/exit-codes.ts';
import type { Target } from '../../target/target.ts';
import { findK6, type K6 } from '../k6-binary.ts';
import { whyNotByK6 } from '../k6-connection.ts';

/** `auto` is k6 where it is found and can reach the target. */
export type EngineChoice = 'auto' | 'k6' | 'embedded';

/**
 * The k6 that runs the script; null for the embedded engine. Says which it is where that was left open.
 *
 * @throws CommandError where k6 is wanted and is not there, or cannot reach the target as the settings want it.
 */
export async function chooseEngine(
  choice: EngineChoice,
  target: Target,
  say: (line: string) => void,
): Promise<K6 | null> {
  if (choice === 'embedded') return null;
  const obstacle = whyNotByK6(target);
  if (obstacle !== null && choice === 'k6') throw new CommandError(obstacle, EXIT_CODES.usage, 'use --engine embedded');
  if (obstacle !== null) {
    say(`Running the script on the embedded engine: ${obstacle}.`);
    return null;
  }
  const k6 = await findK6(process.env).catch((error: Error) => {
    throw new CommandError(error.message, EXIT_CODES.usage, 'check K6_BIN and PATH');
  });
  if (k6 === null && choice === 'k6') {
    throw new CommandError('k6 was not found', EXIT_CODES.usage, 'put k6 on the PATH, or set K6_BIN to its path');
  }
  say(
    k6
      ? `Running the script on k6 ${k6.version} (${k6.path}).`
      : 'k6 was not found: running the script on the embedded engine.',
  );
  return k6;
}
