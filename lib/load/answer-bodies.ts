import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BOUNDS } from '../bounds.ts';
import type { AnswerBodies } from '../load-engine/api.ts';
import type { LoadSettings } from './script-environment.ts';

/** As the scripts have it (`load/shared/settings.ts`). */
const INSTANCES_PER_STUDY = 50;

/** What the answers of a run may take of the memory: it goes by the instances of the pool, null where nothing is stored. */
export function bodiesOf({ studies }: Pick<LoadSettings, 'studies'>, pool: string | null): AnswerBodies {
  const longest = BOUNDS.loadAnswer.limit;
  const together = BOUNDS.loadAnswers.limit;
  // How large the studies of others are is not known.
  if (studies !== undefined) return { longest: BOUNDS.answer.limit, together: BOUNDS.wasted.limit, usual: longest };
  const usual = INSTANCES_PER_STUDY * (pool === null ? 0 : largestFileIn(dirname(pool)));
  return { longest: Math.max(longest, 2 * usual), together, usual };
}

function largestFileIn(folder: string): number {
  const files = readdirSync(folder).filter((name) => name.endsWith('.dcm'));
  return Math.max(0, ...files.map((name) => statSync(join(folder, name)).size));
}
