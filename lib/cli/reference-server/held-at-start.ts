import type { StoredInstance } from '../../dicom/instance.ts';

/** What `--data` names: a folder, or instances that are generated. A folder of such a name is given as a path. */
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
  return instances === undefined ? { data } : { files: instances.map(({ source }) => source.read(0, source.length)) };
}
