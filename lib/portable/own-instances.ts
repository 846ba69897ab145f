/** Which instances a run stored in a study of its own: their UIDs follow from the study's (`uid.ts`). */
import { COUNTER_DIGITS, UID_KINDS, UID_LENGTH, UID_PREFIX_LENGTH, type UidKind } from './uid.ts';

const MADE_HERE = /^2\.25\.[0-9]+$/;
const WORKER_DIGITS = UID_LENGTH - UID_PREFIX_LENGTH - 1 - COUNTER_DIGITS;

/** Whether a Study Instance UID has the form of those that load runs make. */
export function isOwnStudy(study: string): boolean {
  return study.length === UID_LENGTH && MADE_HERE.test(study) && study[UID_PREFIX_LENGTH] === String(UID_KINDS.study);
}

/** The first study that another run made than the one that made the first of them; null where one run made all. */
export function studyOfAnotherRun(studies: readonly string[]): string | null {
  const prefix = (study: string): string => study.slice(0, UID_PREFIX_LENGTH);
  const of = prefix(studies[0] || '');
  return studies.filter((study) => prefix(study) !== of)[0] || null;
}

/** Whether the virtual user of a run that made this study made this instance too. Nobody else makes UIDs like it. */
export function isOwnInstance(study: string, sopInstanceUID: string): boolean {
  return (
    isOwnStudy(study) &&
    sopInstanceUID.length === UID_LENGTH &&
    MADE_HERE.test(sopInstanceUID) &&
    sopInstanceUID.slice(0, -COUNTER_DIGITS) === ofKind(study, 'instance').slice(0, -COUNTER_DIGITS)
  );
}

/** Series Instance UID of the one series of a study. */
export function ownSeries(study: string): string {
  return ofKind(study, 'series');
}

/** SOP Instance UIDs of a study, by how many a study of that run holds at most. */
export function ownInstances(study: string, perStudy: number): readonly string[] {
  const number = Number(study.slice(-COUNTER_DIGITS));
  const start = ofKind(study, 'instance').slice(0, -COUNTER_DIGITS);
  const uids: string[] = [];
  for (let index = 0; index < perStudy; index++) {
    uids.push(start + String(number * perStudy + index).padStart(COUNTER_DIGITS, '0'));
  }
  return uids;
}

/** The UID of another kind under the same run, virtual user and count. */
function ofKind(study: string, kind: UidKind): string {
  const rest = study.slice(UID_PREFIX_LENGTH + 1);
  if (rest.length !== WORKER_DIGITS + COUNTER_DIGITS) throw new RangeError(`${study} was not made by a load run`);
  return `${study.slice(0, UID_PREFIX_LENGTH)}${UID_KINDS[kind]}${rest}`;
}
