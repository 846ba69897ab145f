import type { Defect } from '../kit/defect.ts';
import { answering, refusal, remembering } from '../kit/make.ts';

/** Deletes. */
export const DELETE: readonly Defect[] = [
  {
    id: 'metadata-outlive-delete',
    what: 'Metadata of what was deleted are still answered, since they lie in another store.',
    truth: ['exposed'],
    operations: ['delete', 'metadata'],
    title: 'metadata of a deleted study, series or instance are still answered 200',
    advice: 'Delete the metadata with the instances.',
    make: () => remembering('metadata'),
  },
  {
    id: 'pixels-outlive-delete',
    what: 'Frames, bulk data and rendered pictures of what was deleted are still answered.',
    truth: ['exposed'],
    operations: ['delete', 'frames', 'bulkdata', 'rendered'],
    title: 'frames, bulk data or rendered pictures of a deleted instance are still answered 200',
    advice: 'Delete the pixels with the instances.',
    make: () => remembering(['frames', 'bulkdata', 'rendered']),
  },
  {
    id: 'delete-of-unknown-is-server-error',
    what: 'The delete of a study that is not there, or no longer, is answered 500.',
    truth: ['some-clients-only', 'cosmetic'],
    operations: ['delete'],
    title: 'the delete of something that does not exist is answered 500',
    advice: 'Answer 404 (or 410) where there is nothing to delete.',
    make: () =>
      answering('delete', (answer) => (answer.status === 404 ? refusal(500, 'NullPointerException') : answer)),
  },
];
