import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { breach } from '../../../lib/breaches/breach.ts';
import { memorySource, readAll } from '../../../lib/bytes/byte-source.ts';
import { metadataIsOfferedAsXml, resultsAreOfferedAsXml } from '../../../lib/judges/retrieve/native-model.ts';
import { expectedSearch } from '../../../lib/judges/search/expected.ts';
import type { Finding } from '../../../lib/results/finding.ts';
import { cpuMilliseconds } from '../../support/cpu-time.ts';
import { exchange, failed, multipart } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { anInstance, json, SERIES } from '../json-answers.ts';
import { ARCHIVE, SERIES_OF_STUDY, STUDIES } from '../searches.ts';

const TYPE = 'application/dicom+xml';
const STORED = [anInstance([], { instance: '1.1' }), anInstance([], { instance: '1.2' })];
const TWO_SERIES = expectedSearch(ARCHIVE, SERIES_OF_STUDY);
const OTHER_SERIES = TWO_SERIES.matches.find(({ uid }) => uid !== SERIES)?.uid ?? '';

const documentOf = (tag: string, uid: string) =>
  `<NativeDicomModel><DicomAttribute tag="${tag}" vr="UI"><Value number="1">${uid}</Value></DicomAttribute></NativeDicomModel>`;

for (const { requirement, claim, tag, uids, judge } of [
  {
    requirement: 'WADO-RS-032',
    claim: 'returns metadata as Native DICOM Model on request',
    tag: '00080018',
    uids: ['1.1', '1.2'],
    judge: (answer: ReturnType<typeof exchange>): Finding => metadataIsOfferedAsXml(answer, STORED),
  },
  {
    requirement: 'QIDO-004',
    claim: 'returns results as Native DICOM Model on request',
    tag: '0020000E',
    uids: [SERIES, OTHER_SERIES],
    judge: (answer: ReturnType<typeof exchange>): Finding => resultsAreOfferedAsXml(answer, TWO_SERIES),
  },
]) {
  const [first = '', second = ''] = uids;
  const documents = [documentOf(tag, second), documentOf(tag, first)];

  test(`${requirement}: a document for each passes, in any order`, () => {
    const finding = judge(multipart(TYPE, documents));
    expectFinding(finding, requirement, { assertions: 7 });
    assert.equal(finding.claim, claim);
  });

  test(`${requirement}: prefixes, white space and single quotes are XML as well`, () => {
    const spelled = uids.map(
      (uid) =>
        `<d:DicomAttribute vr='UI' tag = '${tag.toLowerCase()}' keyword='K'>\n <d:Value number='1'> ${uid} </d:Value></d:DicomAttribute>`,
    );
    expectFinding(judge(multipart(TYPE, spelled)), requirement, { assertions: 7 });
  });

  test(`${requirement}: sections, references, comments and UTF-16 are XML as well, and types have no case`, () => {
    const [cdata = '', references = ''] = [
      documentOf(tag, `<!-- ${second} --><![CDATA[${first}]]>`),
      documentOf(
        tag,
        [...second]
          .map((one, index) => `&#${index % 2 ? one.charCodeAt(0) : `x${one.charCodeAt(0).toString(16)}`};`)
          .join(''),
      ),
    ];
    expectFinding(judge(multipart('Application/DICOM+XML', [cdata, references])), requirement, { assertions: 7 });
    const wide = documents.map((document) => Buffer.from(`\ufeff${document}`, 'utf16le'));
    expectFinding(judge(multipart(TYPE, wide)), requirement, { assertions: 7 });
    const unclosed = judge(multipart(TYPE, [`<!-- ${documents[0]}`, documentOf(tag, `<![CDATA[${first}`)]));
    assert.equal(unclosed.breaches.at(-1)?.parameters.uid, first);
  });

  test(`${requirement}: a part too few, and what it should have described, fails`, () => {
    expectFinding(judge(multipart(TYPE, documents.slice(1))), requirement, {
      verdict: 'fail',
      assertions: 7,
      breaches: [
        breach('xml-part-count', { kind: 'exchange' }, { count: 1, expected: 2 }),
        breach('xml-lacks-document', { kind: 'exchange' }, { uid: second, parts: 1 }),
      ],
    });
  });

  test(`${requirement}: a document in which nothing stands is told as empty, not as missing`, () => {
    const breaches = judge(multipart(TYPE, [documents[0] ?? '', '<NativeDicomModel/>'])).breaches;
    assert.deepEqual(
      breaches.map(({ code, parameters }) => [code, parameters]),
      [['xml-without-attributes', { empty: 1, parts: 2 }]],
    );
  });

  test(`${requirement}: the same UID in another attribute, or none at all, describes nothing`, () => {
    const other = documentOf('00081155', second);
    assert.equal(judge(multipart(TYPE, [other, documentOf(tag, first)])).breachCount, 1);
    assert.equal(judge(multipart(TYPE, ['<a/>', '<b/>'])).breachCount, 2);
  });

  test(`${requirement}: the default type in its place says less than 406 would, and anything else is a breach`, () => {
    const where = { kind: 'header', name: 'Content-Type' } as const;
    expectFinding(judge(json([])), requirement, {
      verdict: 'warn',
      assertions: 2,
      breaches: [breach('xml-answered-in-json', where, { type: 'application/dicom+json' })],
      remark: 'XML is not offered, as with many servers; the default type is sent instead, where 406 would say so',
    });
    assert.deepEqual(judge(json([], { headers: [] })).breaches[0]?.parameters, { type: null });
    assert.deepEqual(judge(multipart('text/xml', documents)).breaches[0]?.parameters, {
      type: 'multipart/related of text/xml',
    });
    const html = judge(exchange({ headers: [['Content-Type', 'text/html']], body: '<html/>' }));
    assert.equal(html.verdict, 'fail');
    assert.deepEqual(
      html.breaches.slice(0, 2).map(({ code, parameters }) => [code, parameters]),
      [
        ['xml-media-type', { type: 'text/html of application/dicom+xml' }],
        ['xml-part-count', { count: 0, expected: 2 }],
      ],
    );
    assert.deepEqual(judge(exchange()).breaches[0]?.parameters, { type: null });
  });

  test(`${requirement}: a server need not offer it, but what is no refusal of it fails`, () => {
    for (const status of [406, 415]) {
      expectFinding(judge(exchange({ status })), requirement, {
        verdict: 'warn',
        assertions: 1,
        breaches: [breach('xml-refused', { kind: 'status' }, { status, expected: ['200'] })],
        remark: `${status}: XML is not offered, as with many servers`,
      });
    }
    for (const status of [400, 500]) assert.equal(judge(exchange({ status })).verdict, 'fail');
    assert.equal(judge(failed('reset', 'x')).reason, 'prerequisite-failed');
  });

  test(`${requirement}: a document that is made to be slow is read in good time`, { timeout: 60_000 }, () => {
    const hostile = ` tag="${tag}"`.repeat(50_000);
    const milliseconds = cpuMilliseconds(() =>
      assert.equal(judge(multipart(TYPE, [hostile, `<${hostile}>`])).verdict, 'fail'),
    );
    assert.ok(milliseconds < 5_000, `it took ${milliseconds} ms`);
  });
}

test('where nothing is stored there is nothing to judge', () => {
  const none = metadataIsOfferedAsXml(multipart(TYPE, []), []);
  assert.deepEqual([none.reason, none.remark], ['prerequisite-failed', 'no stored instance to compare with']);
  const nothing = resultsAreOfferedAsXml(multipart(TYPE, []), expectedSearch([], STUDIES));
  assert.deepEqual([nothing.reason, nothing.remark], ['not-exercised', 'nothing is stored that the search could find']);
});

test('documents in a content coding that cannot be undone are not judged', () => {
  const { headers } = multipart(TYPE, []).response ?? { headers: [] };
  const broken = exchange({ headers: [...headers, ['Content-Encoding', 'gzip']], body: 'no gzip' });
  const { verdict, reason, assertions } = metadataIsOfferedAsXml(broken, STORED);
  assert.deepEqual([verdict, reason, assertions], ['incomplete', 'prerequisite-failed', 1]);
});

test('documents that came compressed are read all the same', () => {
  const plain = multipart(TYPE, [documentOf('00080018', '1.1'), documentOf('00080018', '1.2')]);
  const { response } = plain;
  assert.ok(response);
  const zipped = memorySource(gzipSync(readAll(response.body)));
  const headers = [...response.headers, ['Content-Encoding', 'gzip'] as const];
  const answer = { ...plain, response: { ...response, headers, body: zipped } };
  assert.deepEqual(metadataIsOfferedAsXml(answer, STORED).verdict, metadataIsOfferedAsXml(plain, STORED).verdict);
  assert.equal(metadataIsOfferedAsXml(answer, STORED).verdict, 'pass');
});
