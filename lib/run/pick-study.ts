import { jsonBodyOf } from '../answers/json/body.ts';
import { attributeOf, firstText, type JsonDataSet } from '../answers/json/data-set.ts';
import type { DicomWebClient } from '../dicomweb/operations.ts';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';

interface PickedStudy {
  readonly uid: string;
  /** How it was found, for people. */
  readonly words: string;
}

/** Number of Study Related Instances (0020,1208); null where the answer does not say. */
function countIn(dataSet: JsonDataSet): number | null {
  const [value] = attributeOf(dataSet, '00201208')?.values ?? [];
  const count =
    value?.kind === 'number' ? Number(value.text) : value?.kind === 'string' ? Number(value.value) : Number.NaN;
  return Number.isInteger(count) ? count : null;
}

/** Studies of a search that are looked at, and those that are tried. */
const ASKED = 25;
const TRIED = 3;
/** A study of one instance shows little, and a large one takes long: those between are preferred. */
const FEW = 2;

/**
 * Studies that are on the server, the best first: the fewest instances, but more than one.
 *
 * @throws CommandError with exit code 3 where a search lists none.
 */
export async function pickStudies(dicomweb: DicomWebClient): Promise<readonly PickedStudy[]> {
  const query = [
    ['limit', String(ASKED)],
    ['includefield', 'NumberOfStudyRelatedInstances'],
  ] as const;
  const { response, failure } = await dicomweb.search({ level: 'studies' }, query);
  const dataSets = response?.status === 200 && !failure ? jsonBodyOf(response).dataSets : [];
  const studies = dataSets.flatMap((dataSet) => {
    const uid = firstText(dataSet, '0020000D');
    return uid ? [{ uid, instances: countIn(dataSet) }] : [];
  });
  if (studies.length === 0) {
    const answer = failure?.message ?? `${response?.status} and lists none`;
    throw new CommandError(
      `no study was found to read: a search for all studies was answered ${answer}`,
      EXIT_CODES.unreachable,
      'Name one with --study UID.',
    );
  }
  const cost = (instances: number | null): number =>
    instances === null ? Number.MAX_SAFE_INTEGER - 1 : instances < FEW ? Number.MAX_SAFE_INTEGER : instances;
  return studies
    .toSorted((left, right) => cost(left.instances) - cost(right.instances))
    .slice(0, TRIED)
    .map(({ uid }) => ({ uid, words: `picked by a search that listed ${studies.length}` }));
}
