import type { DicomWebClient } from '../dicomweb/operations.ts';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import { studyExists } from '../probe/study-exists.ts';

interface Room {
  /** Study Instance UID under which the run will store. */
  readonly study: string;
  /** Whether the user asked for what is there to be deleted. */
  readonly reset: boolean;
  readonly say: (line: string) => void;
}

/**
 * The study must not be there yet: what is there may be somebody's. With `reset` it is deleted first, which the user
 * asked for by name.
 *
 * @throws CommandError (exit code 2) when it is there and stays there.
 */
export async function makeRoom(dicomweb: DicomWebClient, { study, reset, say }: Room): Promise<void> {
  const presence = await studyExists(dicomweb, study);
  if (presence.kind === 'unclear') say(`Whether study ${study} is there already cannot be told: ${presence.evidence}`);
  if (presence.kind !== 'present') return;
  if (!reset) {
    throw new CommandError(
      `study ${study} is already on the server; nothing was stored`,
      EXIT_CODES.usage,
      '--fresh-uids stores under new UIDs, --reset deletes that study first',
    );
  }
  say(`Deleting study ${study} first, as --reset asks …`);
  await dicomweb.delete({ study });
  if ((await studyExists(dicomweb, study)).kind !== 'present') return;
  throw new CommandError(
    `--reset: study ${study} could not be deleted; nothing was stored`,
    EXIT_CODES.usage,
    "delete it by the server's own means, or use --fresh-uids",
  );
}
