import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QueryParameters, SearchResource } from '../../../lib/dicomweb/operations.ts';
import { areModalitiesOf, expectedSearch, modalitiesOf, seriesCount } from '../../../lib/judges/search/expected.ts';
import { isRelational } from '../../../lib/judges/search/matches.ts';
import { str } from '../dicom-bytes.ts';
import { anInstance, SERIES, STUDY } from '../json-answers.ts';
import {
  ALL_INSTANCES,
  ALL_SERIES,
  ARCHIVE,
  IMAGE_1,
  IMAGE_2,
  INSTANCES_OF_SERIES,
  INSTANCES_OF_STUDY,
  OTHER_SERIES,
  REPORT,
  SERIES_OF_STUDY,
  STUDIES,
} from '../searches.ts';

const elsewhere = anInstance([], { study: '9', series: '9.1', instance: '9.1.1' });
const stored = [...ARCHIVE, elsewhere];

for (const [name, resource, query, uids] of [
  ['studies', STUDIES, [['StudyInstanceUID', STUDY]], [STUDY]],
  ['studies by tag', STUDIES, [['0020000d', STUDY]], [STUDY]],
  ['studies by list', STUDIES, [['0020000D', `${STUDY},9`]], [STUDY, '9']],
  ['studies by backslash', STUDIES, [['0020000D', `7\\9`]], ['9']],
  ['no study', STUDIES, [['StudyInstanceUID', '8']], []],
  ['studies of an instance', STUDIES, [['SOPInstanceUID', '9.1.1']], ['9']],
  ['series', ALL_SERIES, [['SeriesInstanceUID', OTHER_SERIES]], [OTHER_SERIES]],
  ['series of a study', SERIES_OF_STUDY, [], [SERIES, OTHER_SERIES]],
  ['other parent', { level: 'series', study: '9' }, [['SeriesInstanceUID', SERIES]], []],
  [
    'two keys',
    ALL_SERIES,
    [
      ['SeriesInstanceUID', SERIES],
      ['StudyInstanceUID', '9'],
    ],
    [],
  ],
  [
    'instances',
    ALL_INSTANCES,
    [
      ['SOPInstanceUID', IMAGE_1],
      ['includefield', 'all'],
    ],
    [IMAGE_1],
  ],
  ['instances of a study', INSTANCES_OF_STUDY, [], [IMAGE_1, IMAGE_2, REPORT]],
  ['instances of a series', INSTANCES_OF_SERIES, [], [IMAGE_1, IMAGE_2]],
] as [string, SearchResource, QueryParameters, string[]][]) {
  test(`expects of a search for ${name} what is stored`, () => {
    const { matches, level, resource: of } = expectedSearch(stored, resource, query);
    assert.deepEqual(
      matches.map(({ uid }) => uid),
      uids,
    );
    assert.equal(of, resource);
    assert.equal(level, { studies: 'study', series: 'series', instances: 'instance' }[resource.level]);
  });
}

test('a match knows its instances, its study and its series', () => {
  const [series] = expectedSearch(stored, ALL_SERIES, [['SeriesInstanceUID', SERIES]]).matches;
  assert.deepEqual(
    [
      series?.level,
      series?.study,
      series?.series,
      series?.instances.length,
      series?.ofStudy.length,
      series?.ofSeries.length,
    ],
    ['series', STUDY, SERIES, 2, 3, 2],
  );
  const [study] = expectedSearch(stored, STUDIES, [['StudyInstanceUID', STUDY]]).matches;
  assert.deepEqual([study?.series, study?.ofSeries, study?.instances.length], [undefined, [], 3]);
  assert.ok(study && !('series' in study));
  assert.equal(seriesCount(study.ofStudy), 2);
  assert.deepEqual(modalitiesOf(study.ofStudy), ['CT', 'SR']);
  assert.deepEqual(modalitiesOf([elsewhere]), []);
});

test('a key that is no UID has no expectation', () => {
  assert.throws(() => expectedSearch(stored, STUDIES, [['PatientID', 'x']]), {
    name: 'RangeError',
    message: 'No expectation for the key PatientID',
  });
});

test('resources that leave a parent open are relational', () => {
  const relational = (resource: SearchResource) => isRelational(expectedSearch([], resource));
  assert.deepEqual(
    [STUDIES, ALL_SERIES, SERIES_OF_STUDY, ALL_INSTANCES, INSTANCES_OF_STUDY, INSTANCES_OF_SERIES].map(relational),
    [false, true, false, true, true, false],
  );
});

test('ModalitiesInStudy may go by any instance of a series whose instances name several', () => {
  const of = (series: string, ...modalities: readonly string[]) =>
    modalities.map((code, index) =>
      anInstance([str('00080060', 'CS', code)], { series, instance: `${series}.${index}` }),
    );
  const odd = [...of('1', 'CT', 'OT'), ...of('2', 'SR')];
  for (const right of [
    ['CT', 'SR'],
    ['SR', 'OT'],
    ['CT', 'OT', 'SR'],
  ])
    assert.ok(areModalitiesOf(right, odd), `${right}`);
  for (const wrong of [['CT'], ['CT', 'OT'], ['CT', 'MR', 'SR'], ['SR'], [], ['CT', 'CT', 'SR']])
    assert.ok(!areModalitiesOf(wrong, odd), `${wrong}`);
  const unnamed = [...of('1', 'CT'), anInstance([], { series: '3', instance: '3.1' })];
  assert.ok(areModalitiesOf(['CT'], unnamed));
});

test('a study without ModalitiesInStudy lacks those of its series, and they have an order', () => {
  const series = (modality: string, uid: string) =>
    anInstance([str('00080060', 'CS', modality)], { series: uid, instance: `${uid}.1` });
  assert.equal(areModalitiesOf([], [series('CT', '1')]), false);
  assert.deepEqual(modalitiesOf([series('MR', '1'), series('CT', '2')]), ['CT', 'MR']);
});
