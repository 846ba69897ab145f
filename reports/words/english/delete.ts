import type { DELETE } from '../../../lib/breaches/kinds/delete.ts';
import { counted, either } from '../quote.ts';
import type { WordsFor } from '../telling.ts';

const RELIES = 'A user who was told that data is gone, for privacy or for correction, is wrong.';
const an = (level: string) => (level === 'instance' ? 'an instance' : `a ${level}`);

export const DELETE_ENGLISH: WordsFor<typeof DELETE> = {
  'delete-without-effect': ({ level, operation }) => ({
    headline: `Deleting ${an(level)} is answered with success and removes nothing: ${operation} still shows the ${level}.`,
    expected: `${operation} without the ${level}`,
    observed: 'it is still there',
    effect: RELIES,
    remedy:
      'Answer success only after the resource can no longer be retrieved; answer an error when nothing was removed.',
  }),
  'delete-left-instances': ({ level, left, of }) => ({
    headline: `Deleting ${an(level)} is answered with success and leaves ${left} of ${counted(of, 'instance')} behind.`,
    expected: `nothing of the ${level}`,
    observed: `${counted(left, 'instance')} of it still there`,
    effect: RELIES,
    remedy: 'Remove each instance of what the URL names in one step, and answer success only when all are gone.',
  }),
  'deleted-still-retrieved': ({ level, operation }, seen) => ({
    headline: `${seen.request} still returns a deleted ${level}.`,
    expected: `${operation} without the ${level}`,
    observed: 'it is still there',
    effect: `${RELIES} Anybody who knows the URL still reads it.`,
    remedy: 'Remove the object from this resource, and from any cache that answers for it, when it is deleted.',
  }),
  'deleted-still-found': ({ level, operation }, seen) => ({
    headline: `${seen.request} still lists a deleted ${level}.`,
    expected: `${operation} without the ${level}`,
    observed: 'it is still there',
    effect: 'Patient data that was deleted is still listed, and leads to what can no longer be opened.',
    remedy: 'Update the search index, and any cache in front of it, in the same step that deletes the object.',
  }),
  'deleted-value-still-answered': ({ level, operation, status }, seen) => ({
    headline: `${seen.request} still returns a value of a deleted ${level}.`,
    expected: `${operation} without it, such as 404`,
    observed: `status ${seen.status ?? status}`,
    effect: `${RELIES} Anybody who knows the URL still sees its pixels or values.`,
    remedy: 'Remove frames, bulk data and rendered pictures, and any cache of them, together with the instance.',
  }),
  'deleted-came-back': ({ level, operation }, seen) => ({
    headline: `${seen.request} shows a deleted ${level} again after something else was deleted or stored.`,
    expected: `${operation} without the ${level}, as before`,
    observed: 'it is there again',
    effect: RELIES,
    remedy: 'Make a delete final: no restore, no re-index and no synchronisation may bring the object back.',
  }),
  'deleted-another': ({ level, gone, of, operation }) => ({
    headline: `Deleting ${an(level)} also removed ${gone} of ${counted(of, 'other instance')}, which ${
      gone === 1 ? 'was' : 'were'
    } not named.`,
    expected: `${operation} with ${of === 1 ? 'the other instance' : 'each other instance'}, as before`,
    observed: `${gone} of ${of} gone`,
    effect: 'Images of a patient are lost that nobody wanted to delete.',
    remedy: 'Delete by all UIDs of the path, not by the last one alone or by the parent.',
  }),
  'rest-not-served': ({ level, status, expected }, seen) => ({
    headline: `After a part of the ${level} was deleted, the rest cannot be had: ${seen.request} is answered ${status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)} with what was not deleted`,
    observed: `status ${seen.status ?? status}`,
    effect: `Who deletes one image can no longer open the others of the ${level}.`,
    remedy: `Remove only what the URL of the delete names, and keep the ${level} as long as it holds anything.`,
  }),
  'delete-success-status': ({ status, expected }, seen) => ({
    headline: `${seen.request} is answered ${status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)}`,
    observed: `status ${seen.status ?? status}`,
    effect: 'A client that is written to the documented status takes the delete for failed, and tries again.',
    remedy: `Answer ${either(expected)}, or document the status that is used instead.`,
  }),
  'delete-content-with-204': ({ bytes }, seen) => ({
    headline: `${seen.request} is answered 204 with ${counted(bytes, 'byte')} of content.`,
    expected: 'no content with 204',
    observed: counted(bytes, 'byte'),
    effect: 'The bytes are taken for the next answer on the connection, which then cannot be read.',
    remedy: 'Send no body and no Content-Length with 204, or answer 200 with the body.',
  }),
  'delete-refused': ({ level, status, expected }, seen) => ({
    headline: `${seen.request} refuses to delete ${an(level)}: it is answered ${status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)}`,
    observed: `status ${seen.status ?? status}, and nothing is deleted`,
    effect: `What was stored by mistake cannot be removed one ${level} at a time.`,
    remedy: 'Route study, series and instance to the same operation, or document which levels are not offered.',
  }),
  'delete-done-answered-failure': ({ level, status, expected }, seen) => ({
    headline: `${seen.request} deletes the ${level} and is answered ${status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)}`,
    observed: `status ${seen.status ?? status}, and the ${level} is gone`,
    effect: 'The client reports that nothing was deleted, although it was.',
    remedy: `Answer ${either(expected)} when the delete was done.`,
  }),
};
