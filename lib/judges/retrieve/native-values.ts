import { holdsDicomJson, jsonBodyOf } from '../../answers/json/body.ts';
import { everyAttribute, firstText, type JsonAttribute, type JsonDataSet } from '../../answers/json/data-set.ts';
import { member } from '../../answers/json/node.ts';
import { multipartOf } from '../../answers/multipart.ts';
import { compareValues } from '../../answers/stored/compare-values.ts';
import { counterparts, missingAttributes } from '../../answers/stored/counterparts.ts';
import { readNativeModel } from '../../answers/xml/native-model.ts';
import { breach } from '../../breaches/breach.ts';
import type { Place } from '../../breaches/place.ts';
import { keywordOf, tagOf } from '../../dicom/dictionary.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { BINARY_VRS } from '../../dicom/vr.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { successfulResponse } from '../complete-response.ts';
import { isMetadataRequest } from '../json/content.ts';
import { wrongVr } from '../json/values.ts';

type Stored = readonly StoredInstance[];

/**
 * XML-001: an answer in XML follows the Native DICOM Model and says of each attribute what is stored. `json` is the same
 * answer in JSON: what is wrong there as well is judged there.
 */
export function xmlMeansWhatIsStored(exchange: Exchange, stored: Stored, json: Exchange): Finding {
  const claim = 'writes in XML the attributes and values that are stored';
  return assess('XML-001', claim, [exchange, json], (a) => {
    const response = successfulResponse(exchange, a);
    if (!response) return;
    if (holdsDicomJson(response)) {
      a.cannot('not-exercised', 'the answer is in JSON');
      return;
    }
    const known = wrongInJson(json, stored);
    for (const [part, { body }] of (multipartOf(response)?.parts ?? []).entries()) {
      const document = readNativeModel(body);
      if (document.kind === 'too-large') a.cannot('over-limit', document.why);
      else if (document.kind === 'malformed')
        a.must(false, () => breach('xml-unreadable', { kind: 'part', part }, { message: document.why }));
      else {
        const { dataSet } = document;
        const at = (pointer: string): Place => ({ kind: 'element', path: elementPath(pointer), part });
        for (const attribute of everyAttribute([dataSet])) assessNames(attribute, at(attribute.pointer), a);
        assessValues(dataSet, stored, known, at, a);
        if (isMetadataRequest(exchange)) assessMissing(dataSet, stored, known, at, a);
      }
    }
  });
}

/** The keyword is a help to readers and may be left out; that of another attribute leads them astray. */
function assessNames({ tag, node }: JsonAttribute, where: Place, a: Assessment): void {
  const keyword = member(node, 'keyword');
  const expected = keywordOf(tag);
  if (keyword?.kind !== 'string' || expected === null || expected === undefined) return;
  // Keywords changed between editions: one that is no other attribute's may be an older one.
  const grade = tagOf(keyword.value) === null ? a.should : a.must;
  grade(keyword.value === expected, () =>
    breach('xml-keyword-wrong', where, { tag, keyword: keyword.value, expected: expected ?? '' }),
  );
}

function assessValues(
  dataSet: JsonDataSet,
  stored: Stored,
  known: ReadonlySet<string>,
  at: (pointer: string) => Place,
  a: Assessment,
): void {
  for (const { attribute, stored: source } of counterparts([dataSet], stored)) {
    const { tag, vr, pointer } = attribute;
    if (known.has(nameOf(dataSet, pointer))) continue;
    const wrong = vr === null ? { expected: [source.vr], isTolerable: false } : wrongVr(tag, vr, source);
    if (wrong && wrong !== 'unknown')
      (wrong.isTolerable ? a.should : a.must)(false, () =>
        breach('xml-vr-wrong', at(pointer), { tag, vr: vr ?? '', expected: wrong.expected }),
      );
    const difference = compareValues(attribute, source);
    if (difference === null) a.holds();
    else {
      const { kind, expected, actual } = difference;
      const grade = kind === 'precision' ? a.should : a.must;
      grade(false, () =>
        breach(source.vr === 'PN' ? 'xml-name-differs' : 'xml-value-differs', at(difference.pointer), {
          tag,
          expected,
          actual,
        }),
      );
    }
  }
}

function assessMissing(
  dataSet: JsonDataSet,
  stored: Stored,
  known: ReadonlySet<string>,
  at: (pointer: string) => Place,
  a: Assessment,
): void {
  for (const { attribute, pointer } of missingAttributes([dataSet], stored)) {
    const { tag, vr, isEmpty } = attribute;
    if (isEmpty || BINARY_VRS.has(vr as never) || known.has(nameOf(dataSet, pointer))) continue;
    a.must(false, () => breach('xml-attribute-missing', at(pointer), { tag }));
  }
}

/** The attributes that are wrong or missing in the JSON form of the same answer. */
function wrongInJson({ response }: Exchange, stored: Stored): ReadonlySet<string> {
  const known = new Set<string>();
  if (!response || !holdsDicomJson(response)) return known;
  for (const dataSet of jsonBodyOf(response).dataSets) {
    const below = (pointer: string) => nameOf(dataSet, pointer.slice(dataSet.pointer.length));
    for (const { attribute, stored: source } of counterparts([dataSet], stored)) {
      const isWrong = compareValues(attribute, source) !== null || (attribute.vr ?? '') !== source.vr;
      if (isWrong) known.add(below(attribute.pointer));
    }
    for (const { pointer } of missingAttributes([dataSet], stored)) known.add(below(pointer));
  }
  return known;
}

/** What tells an attribute of one result from the same of another: the UIDs that the data set names, and the path. */
function nameOf(dataSet: JsonDataSet, pointer: string): string {
  const uids = ['0020000D', '0020000E', '00080018'].map((tag) => firstText(dataSet, tag) ?? '');
  return `${uids.join('/')}${pointer}`;
}

/** A JSON pointer such as `/00400275/Value/0/00400009/Value/0` as the path of an element: `00400275[1].00400009`. */
function elementPath(pointer: string): string {
  return pointer
    .replace(/^\//, '')
    .replaceAll(/\/Value\/(\d+)\//g, (_, index: string) => `[${Number(index) + 1}].`)
    .replace(/\/(Value\/\d+|InlineBinary)$/, '');
}
