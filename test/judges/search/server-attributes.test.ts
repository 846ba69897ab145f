import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import { resourcePath } from '../../../lib/dicomweb/paths.ts';
import { expectedSearch } from '../../../lib/judges/search/expected.ts';
import {
  availabilityIsDefined,
  resultsHaveRetrieveUrl,
  timezoneIsReturned,
} from '../../../lib/judges/search/server-attributes.ts';
import { str } from '../dicom-bytes.ts';
import { expectFinding } from '../expect.ts';
import { anInstance, at, attribute, json, SERIES, STUDY } from '../json-answers.ts';
import { deviating } from '../profiles.ts';
import {
  ARCHIVE,
  IMAGE_1,
  INSTANCES_OF_SERIES,
  imageResult,
  SERIES_OF_STUDY,
  SERIES_RESULT,
  STUDIES,
  STUDY_RESULT,
} from '../searches.ts';

const STUDY_SEARCH = expectedSearch(ARCHIVE, STUDIES, [['StudyInstanceUID', STUDY]]);
const SERIES_SEARCH = expectedSearch(ARCHIVE, SERIES_OF_STUDY);
const IMAGE_SEARCH = expectedSearch(ARCHIVE, INSTANCES_OF_SERIES);
const WHERE = at('/0/00081190/Value/0');

test('paths of resources', () => {
  assert.equal(resourcePath({ study: '1' }), '/studies/1');
  assert.equal(resourcePath({ study: '1', series: '2' }), '/studies/1/series/2');
  assert.equal(resourcePath({ study: '1', series: '2', instance: '3' }), '/studies/1/series/2/instances/3');
});

test('QIDO-021: the URL of the entity passes at every level', () => {
  const study = resultsHaveRetrieveUrl(json([STUDY_RESULT]), STUDY_SEARCH);
  expectFinding(study, 'QIDO-021', { assertions: 4 });
  assert.equal(study.claim, 'returns the RetrieveURL of each study');
  expectFinding(resultsHaveRetrieveUrl(json([SERIES_RESULT]), SERIES_SEARCH), 'QIDO-021', { assertions: 4 });
  expectFinding(resultsHaveRetrieveUrl(json([imageResult(IMAGE_1, 1)]), IMAGE_SEARCH), 'QIDO-021', { assertions: 4 });
});

const withUrl = (url: unknown) =>
  resultsHaveRetrieveUrl(
    json([{ '0020000E': attribute('UI', SERIES), ...(url ? { '00081190': url } : {}) }]),
    SERIES_SEARCH,
  );

test('QIDO-021: absence is a warning for studies and a failure below', () => {
  const { '00081190': url, ...study } = STUDY_RESULT;
  assert.ok(url);
  expectFinding(resultsHaveRetrieveUrl(json([study]), STUDY_SEARCH), 'QIDO-021', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('search-attribute-missing', at('/0/00081190'), { tag: '00081190', level: 'study' })],
  });
  expectFinding(withUrl(null), 'QIDO-021', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('search-attribute-missing', at('/0/00081190'), { tag: '00081190', level: 'series' })],
  });
  expectFinding(withUrl(attribute('UR')), 'QIDO-021', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('search-attribute-missing', at('/0/00081190'), { tag: '00081190', level: 'series' })],
  });
  expectFinding(resultsHaveRetrieveUrl(json([study]), STUDY_SEARCH, deviating('QIDO-021', 'No URLs.')), 'QIDO-021', {
    verdict: 'info',
    assertions: 1,
    remark: 'No URLs. Left out: RetrieveURL (0008,1190)',
  });
});

const RIGHT = `/studies/${STUDY}/series/${SERIES}`;

test('QIDO-021: URLs with a slash at the end, queries and prefixes are right', () => {
  for (const url of [`http://a${RIGHT}/`, `https://a/dicom-web/v2${RIGHT}?x=1`, `http://a/studies/x/y${RIGHT}`]) {
    assert.equal(withUrl(attribute('UR', url)).verdict, 'pass', url);
  }
});

test('QIDO-021: a relative URL and the vr UT are warnings', () => {
  expectFinding(withUrl(attribute('UR', RIGHT)), 'QIDO-021', {
    verdict: 'warn',
    assertions: 4,
    breaches: [breach('retrieve-url-relative', WHERE, { url: RIGHT })],
  });
  expectFinding(withUrl(attribute('UT', `http://a${RIGHT}`)), 'QIDO-021', {
    verdict: 'warn',
    assertions: 4,
    breaches: [breach('retrieve-url-vr-ut', at('/0/00081190/vr'), {})],
  });
});

test('QIDO-021: what is no single URL fails', () => {
  for (const [values, actual] of [
    [['not a url'], '"not a url"'],
    [[''], '""'],
    [[7], '7'],
    [['http://a', 'http://b'], '{"vr":"UR","Value":["http://a","http://b"]}'],
  ] as const) {
    const finding = withUrl(attribute('UR', ...values));
    assert.equal(finding.verdict, 'fail', actual);
    if (actual !== '""') {
      const [seen] = finding.breaches;
      assert.deepEqual([seen?.code, seen?.where, seen?.parameters.value], ['retrieve-url-unusable', WHERE, actual]);
      assert.equal(finding.assertions, 3);
    }
  }
});

test('QIDO-021: the URL of another resource fails, another layout is recorded', () => {
  for (const path of [
    `/studies/${STUDY}`,
    `/studies/${STUDY}/series/9`,
    `${RIGHT}/instances/1`,
    `/studies/9/series/${SERIES}`,
  ]) {
    expectFinding(withUrl(attribute('UR', `http://a${path}`)), 'QIDO-021', {
      verdict: 'fail',
      assertions: 4,
      breaches: [breach('retrieve-url-of-another-resource', WHERE, { url: `http://a${path}`, path: RIGHT })],
    });
  }
  for (const path of ['/objects/17', `${RIGHT}/metadata`]) {
    expectFinding(withUrl(attribute('UR', `http://a${path}`)), 'QIDO-021', {
      verdict: 'info',
      assertions: 4,
      remark: `RetrieveURL "http://a${path}" has a layout of its own`,
    });
  }
});

test('QIDO-022: a defined term of availability passes, absence is recorded', () => {
  const of = (...values: unknown[]) =>
    availabilityIsDefined(json([{ ...STUDY_RESULT, '00080056': attribute('CS', ...values) }]), STUDY_SEARCH);
  for (const term of ['ONLINE', 'NEARLINE', 'OFFLINE', 'UNAVAILABLE ']) {
    expectFinding(of(term), 'QIDO-022', { assertions: 1 });
  }
  for (const [value, actual] of [
    ['online', '"online"'],
    ['SOON', '"SOON"'],
    [7, '7'],
  ] as const) {
    expectFinding(of(value), 'QIDO-022', {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach('search-availability-undefined', at('/0/00080056'), { actual })],
    });
  }
  const remark = 'InstanceAvailability (0008,0056) is not returned';
  expectFinding(of(), 'QIDO-022', { verdict: 'info', assertions: 1, remark });
  const absent = availabilityIsDefined(json([STUDY_RESULT]), STUDY_SEARCH);
  expectFinding(absent, 'QIDO-022', { verdict: 'info', assertions: 1, remark });
  assert.equal(absent.claim, 'returns InstanceAvailability as a defined term');
});

test('QIDO-023: a stored time zone is returned in its format', () => {
  const stored = [anInstance([str('00080201', 'SH', '+0900')])];
  for (const [resource, uid] of [
    [STUDIES, { '0020000D': attribute('UI', STUDY) }],
    [SERIES_OF_STUDY, { '0020000E': attribute('UI', SERIES) }],
    [INSTANCES_OF_SERIES, { '00080018': attribute('UI', '1.2.3.4.5') }],
  ] as const) {
    const search = expectedSearch(stored, resource);
    const of = (zone: unknown) => timezoneIsReturned(json([{ ...uid, ...(zone ? { '00080201': zone } : {}) }]), search);
    expectFinding(of(attribute('SH', '+0900')), 'QIDO-023', { assertions: 2 });
    expectFinding(of(null), 'QIDO-023', {
      verdict: 'warn',
      assertions: 1,
      breaches: [breach('search-attribute-missing', at('/0/00080201'), { tag: '00080201', level: search.level })],
    });
    assert.equal(of(attribute('SH')).verdict, 'warn');
    expectFinding(of(attribute('SH', '9h')), 'QIDO-023', {
      verdict: 'fail',
      assertions: 2,
      breaches: [breach('search-timezone-malformed', at('/0/00080201'), { actual: '"9h"' })],
    });
    for (const wrong of [900, 'x+0900', '+09000', '0900']) assert.equal(of(attribute('SH', wrong)).verdict, 'fail');
  }
  const search = expectedSearch([anInstance()], STUDIES);
  const result = { '0020000D': attribute('UI', STUDY) };
  const nothing = timezoneIsReturned(json([result]), search);
  expectFinding(nothing, 'QIDO-023', { verdict: 'incomplete', reason: 'not-exercised', assertions: 0 });
  assert.equal(nothing.claim, 'returns TimezoneOffsetFromUTC when it is known');
  const given = timezoneIsReturned(json([{ ...result, '00080201': attribute('SH', '-0500 ') }]), search);
  expectFinding(given, 'QIDO-023', { assertions: 1 });
});
