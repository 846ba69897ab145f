import type { DicomWebClient, ResourcePath, SeriesPath, StudyPath } from '../dicomweb/operations.ts';
import type { Account } from './account.ts';
import { heldInAnswer } from './lists.ts';

const KEYS = { study: 'StudyInstanceUID', series: 'SeriesInstanceUID', instance: 'SOPInstanceUID' } as const;

/**
 * Why something must not be deleted although its path holds nothing but ours: a search over all studies by its UID alone lists
 * an instance of others under it. It may be in another study, and a server may go by the UID alone when it deletes. What a
 * search lists under other UIDs says nothing: it may ignore its keys.
 *
 * @returns the reason as a sentence part; null where there is none
 */
export async function sameName(dicomweb: DicomWebClient, account: Account, path: ResourcePath): Promise<string | null> {
  const [level, uid] =
    'instance' in path
      ? (['instance', path.instance] as const)
      : 'series' in path
        ? (['series', path.series] as const)
        : (['study', path.study] as const);
  const found = heldInAnswer(await dicomweb.search({ level: 'instances' }, [[KEYS[level], uid]])) ?? [];
  for (const row of found) {
    const { study, series, instance } = row;
    if (row[level] !== uid || study === null || series === null || instance === null) continue;
    if (!account.isOurs({ study, series, instance })) {
      return `a search by its UID alone shows instance ${instance} of others in study ${study}`;
    }
  }
  return null;
}

/** Why a study must not be deleted as a whole: a search in it lists a series in which nothing of ours is. */
export async function otherSeries(
  dicomweb: DicomWebClient,
  account: Account,
  path: StudyPath | SeriesPath,
): Promise<string | null> {
  if ('series' in path) return null;
  const found = heldInAnswer(await dicomweb.search({ level: 'series', study: path.study }, [])) ?? [];
  const other = found.find(
    ({ study, series }) =>
      series !== null && (study ?? path.study) === path.study && !account.isOurSeries({ study: path.study, series }),
  );
  return other ? `a search in the study lists series ${other.series}, in which this run stored nothing` : null;
}
