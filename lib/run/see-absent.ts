import type { Dataset } from '../../fixtures/dataset.ts';
import { sightOf } from '../answers/sight.ts';
import { heldInAnswer } from '../deletion/lists.ts';
import type { DicomWebClient, ResourcePath } from '../dicomweb/operations.ts';
import { levelOf } from '../dicomweb/paths.ts';
import type { Exchange } from '../http/exchange.ts';

/** Whether something is on the server. `unclear` is not absent: what is not seen may be there all the same. */
export interface Presence {
  readonly kind: 'absent' | 'present' | 'unclear';
  /** What was seen, a sentence. */
  readonly evidence: string;
}

/** Resources that are looked at at a time. */
const AT_ONCE = 4;

/** The study alone: a search for it, its metadata, and the study itself. */
export async function lookForStudy(dicomweb: DicomWebClient, study: string): Promise<Presence> {
  const found = await searchFor(dicomweb, study);
  return found.kind === 'absent' ? lookByPath(dicomweb, { study }) : found;
}

/** The study, and every series and instance of the data set by its own path. */
export async function lookForAll(dicomweb: DicomWebClient, { study, series, instances }: Dataset): Promise<Presence> {
  const found = await searchFor(dicomweb, study);
  if (found.kind !== 'absent') return found;
  const paths: readonly ResourcePath[] = [
    { study },
    ...series.map(({ uid }) => ({ study, series: uid })),
    ...instances.map(({ series: parent, instance }) => ({ study, series: parent, instance })),
  ];
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    const seen = await Promise.all(paths.slice(at, at + AT_ONCE).map((path) => lookByPath(dicomweb, path)));
    const telling = seen.find(({ kind }) => kind === 'present') ?? seen.find(({ kind }) => kind === 'unclear');
    if (telling) return telling;
  }
  return found;
}

/** A search that is answered with an empty list; anything in it may be the study, whatever it says of itself. */
export async function searchFor(dicomweb: DicomWebClient, study: string): Promise<Presence> {
  const exchange = await dicomweb.search({ level: 'studies' }, [['StudyInstanceUID', study]]);
  const held = exchange.response?.status === 404 ? null : heldInAnswer(exchange);
  if (held?.length === 0) return { kind: 'absent', evidence: `no search lists study ${study}` };
  const isFound = held?.some((one) => one.study === study) ?? false;
  const listing = held === null ? '' : ' with something else';
  return isFound
    ? { kind: 'present', evidence: `a search lists study ${study}` }
    : { kind: 'unclear', evidence: `a search for study ${study} was ${answerOf(exchange)}${listing}` };
}

/** Metadata and the thing itself, both of which have to be answered 404 or 410. */
async function lookByPath(dicomweb: DicomWebClient, path: ResourcePath): Promise<Presence> {
  const [level, uid] =
    'instance' in path
      ? ['instance', path.instance]
      : 'series' in path
        ? ['series', path.series]
        : ['study', path.study];
  const looks = [
    ['metadata', await dicomweb.retrieveMetadata(path)],
    ['retrieve', await retrieve(dicomweb, path)],
  ] as const;
  for (const [what, look] of looks) {
    const said = `${what} of ${level} ${uid} was ${answerOf(look)}`;
    if (sightOf(look, path) === 'shown') return { kind: 'present', evidence: said };
    const isNotFound = !look.failure && [404, 410].includes(look.response?.status ?? 0);
    if (!isNotFound) return { kind: 'unclear', evidence: said };
  }
  return { kind: 'absent', evidence: `${level} ${uid} was not found` };
}

export function retrieve(dicomweb: DicomWebClient, path: ResourcePath): Promise<Exchange> {
  if ('instance' in path) return dicomweb.retrieveInstance(path);
  return levelOf(path) === 'series' && 'series' in path ? dicomweb.retrieveSeries(path) : dicomweb.retrieveStudy(path);
}

function answerOf({ response, failure }: Exchange): string {
  return response && !failure ? `answered ${response.status}` : `not answered (${failure?.message ?? 'no answer'})`;
}
