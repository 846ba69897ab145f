import { withElement, withPixels } from '../kit/bytes.ts';
import type { Defect } from '../kit/defect.ts';
import {
  answering,
  around,
  bodies,
  eachAttribute,
  eachJson,
  firstValue,
  keeping,
  misreading,
  withQuery,
} from '../kit/make.ts';

/** A grave defect beside a cosmetic one. */
export const PAIRS: readonly Defect[] = [
  {
    id: 'pair-merge-of-studies-and-counts',
    what: 'Instances of a second study in one store request are filed under the first study.',
    truth: ['wrong-patient-or-image', 'altered', 'data-lost'],
    operations: ['store', 'search'],
    title: 'an instance was filed under another study than its StudyInstanceUID says',
    advice: 'File each instance under its own study.',
    beside: {
      what: 'NumberOfStudyRelatedSeries is one too many.',
      truth: ['altered', 'cosmetic', 'some-clients-only'],
      title: 'NumberOfStudyRelatedSeries is not the number of series',
      advice: 'Count the series.',
    },
    make: () => [
      keeping((instance, { added }) => {
        const study = added[0]?.study ?? instance.study;
        return study === instance.study
          ? instance
          : { ...instance, study, bytes: withElement(instance.bytes, '0020000D', 'UI', () => study) };
      }),
      eachJson('search', (one) =>
        one['00201206'] ? { ...one, '00201206': { vr: 'IS', Value: [Number(firstValue(one, '00201206')) + 1] } } : one,
      ),
    ],
  },
  {
    id: 'pair-lost-sequence-and-q',
    what: 'RequestAttributesSequence is missing from metadata.',
    truth: ['data-lost', 'altered'],
    operations: ['metadata', 'search'],
    title: 'RequestAttributesSequence (0040,0275) is missing from metadata',
    advice: 'Write every sequence.',
    beside: {
      what: 'The parameter limit is ignored.',
      truth: ['some-clients-only', 'cosmetic'],
      title: 'limit=1 returns more than one result',
      advice: 'Apply limit.',
    },
    make: () => [
      eachAttribute('metadata', (attribute, tag) => (tag === '00400275' ? null : attribute)),
      misreading('search', (request) => withQuery(request, (name, value) => (name === 'limit' ? null : [name, value]))),
    ],
  },
  {
    id: 'pair-silent-loss-and-created',
    what: 'The second store under a study that is there already is acknowledged and lost.',
    truth: ['data-lost'],
    operations: ['store'],
    title: 'an instance stored to an existing study was acknowledged and is not there',
    advice: 'Add instances to studies that exist.',
    beside: {
      what: 'Stores are answered 201 instead of 200.',
      truth: ['some-clients-only', 'cosmetic'],
      title: 'a store is answered 201',
      advice: 'Answer 200.',
    },
    make: () => [
      keeping((instance, { archive, request }) =>
        request.route.study !== undefined && archive.select({ study: instance.study }).length > 2 ? null : instance,
      ),
      answering('store', (answer) => (answer.status === 200 ? { ...answer, status: 201 } : answer)),
    ],
  },
  {
    id: 'pair-third-frame-and-warning',
    what: 'Frame 3 of a multi-frame image is answered with the pixels of frame 1.',
    truth: ['wrong-patient-or-image'],
    operations: ['frames', 'search'],
    title: 'frames/3 returns the pixels of frame 1',
    advice: 'Seek to the frame that is asked for.',
    beside: {
      what: 'Empty values in search results are written as "Value": [].',
      truth: ['cosmetic', 'some-clients-only'],
      title: 'empty Value arrays in search results',
      advice: 'Leave Value out where there is none.',
    },
    make: () => [
      around('frames', async (request, archive, next) => {
        const answer = await next(request, archive);
        if (request.route.frames !== '3' || answer.status !== 200) return answer;
        return next({ ...request, route: { ...request.route, frames: '1' } }, archive);
      }),
      eachAttribute('search', (attribute) => (attribute.Value ? attribute : { ...attribute, Value: [] })),
    ],
  },
  {
    id: 'pair-pixel-flip-and-group-length',
    what: 'One bit of the first pixel of each retrieved file is flipped.',
    truth: ['altered'],
    operations: ['retrieve', 'metadata'],
    title: 'the pixel data of a retrieved file differs from the stored one',
    advice: 'Find what corrupts the bytes.',
    beside: {
      what: 'Metadata contain group length elements.',
      truth: ['cosmetic', 'some-clients-only'],
      title: 'group length 00280000 in metadata',
      advice: 'Leave group lengths out.',
    },
    make: () => [
      bodies('retrieve', (body) =>
        withPixels(body, (pixels) => {
          pixels[0] = (pixels[0] ?? 0) ^ 1;
        }),
      ),
      eachJson('metadata', (dataSet) => ({ ...dataSet, '00280000': { vr: 'UL', Value: [120] } })),
    ],
  },
];
