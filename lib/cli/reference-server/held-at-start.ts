import { existsSync } from 'node:fs';
import type { StoredInstance } from '../../dicom/instance.ts';
import { suggestionFor } from '../../errors/did-you-mean.ts';
import { CommandError } from '../../errors/exit-codes.ts';

/**
 * What `--data` names: a folder, or instances that are generated. A folder of such a name is given as a path.
 *
 * @throws CommandError for a word that is neither.
 */
export async function heldAtStart(
  data: string,
): Promise<{ readonly data: string } | { readonly files: readonly Uint8Array[] }> {
  // Loaded here, so that a server without them does not wait for them.
  const { DATA_SETS } = await import('../../../fixtures/sets/index.ts');
  const { tutorialDataset } = await import('../../../fixtures/tutorial/index.ts');
  const sets: ReadonlyMap<string, () => readonly StoredInstance[]> = new Map([
    ...Object.entries(DATA_SETS).map(([name, { instances }]) => [name, instances] as const),
    ['tutorial', () => [...tutorialDataset().instances, ...DATA_SETS.ct.instances()]] as const,
  ]);
  const instances = sets.get(data)?.();
  if (instances === undefined && !/[\\/]/.test(data) && !existsSync(data)) {
    const hint = suggestionFor(data, [...sets.keys()]);
    throw new CommandError(`--data: there is no folder and no data set "${data}"`, undefined, hint);
  }
  return instances === undefined ? { data } : { files: instances.map(({ source }) => source.read(0, source.length)) };
}
