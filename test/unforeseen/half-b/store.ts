import type { DicomJsonDataSet } from '../../../lib/dicom/json.ts';
import { withElement } from '../kit/bytes.ts';
import type { Defect } from '../kit/defect.ts';
import {
  answering,
  eachAttribute,
  eachJson,
  firstValue,
  header,
  items,
  keeping,
  misreading,
  onTheWire,
  refusing,
  without,
  withText,
} from '../kit/make.ts';

/** Stores that lose, alter or misreport what was sent. */
export const STORE: readonly Defect[] = [
  {
    id: 'character-set-relabelled',
    what: 'Specific Character Set of stored UTF-8 files is changed to ISO_IR 100 while the text stays in UTF-8.',
    truth: ['altered'],
    operations: ['store'],
    title: 'SpecificCharacterSet was changed, so names and texts are garbled',
    advice: 'Keep Specific Character Set with its text, or convert both.',
    make: () =>
      keeping((instance) => ({
        ...instance,
        bytes: withElement(instance.bytes, '00080005', 'CS', (value) =>
          value.toString('latin1').trim() === 'ISO_IR 192' ? 'ISO_IR 100' : value,
        ),
      })),
  },
  {
    id: 'store-answer-is-a-list',
    what: 'The answer to a store is a JSON list with the response module in it, instead of the module.',
    truth: ['some-clients-only', 'not-found-or-opened'],
    operations: ['store'],
    title: 'the store answer is a JSON array instead of one object',
    advice: 'Send the data set of the response module as one JSON object.',
    make: () =>
      onTheWire(
        (reply, { method }) => method === 'POST' && /json/.test(header(reply, 'content-type') ?? ''),
        (reply) => withText(reply, (text) => `[${text}]`),
      ),
  },
  {
    id: 'failure-reason-as-text',
    what: 'FailureReason in store answers is a text in hexadecimal instead of a number.',
    truth: ['some-clients-only'],
    operations: ['store'],
    title: 'FailureReason (US) is a string such as "0110H"',
    advice: 'Write US values as JSON numbers.',
    make: () =>
      eachAttribute('store', (attribute, tag) =>
        tag === '00081197'
          ? { vr: 'US', Value: (attribute.Value ?? []).map((code) => `${Number(code).toString(16)}H`) }
          : attribute,
      ),
  },
  {
    id: 'new-content-dropped-silently',
    what: 'Another file under a SOP Instance UID that is there already is answered 200 and dropped; the old one stays.',
    truth: ['data-lost'],
    operations: ['store'],
    title: 'a store of changed content was acknowledged and the content was not kept',
    advice: 'Answer 409 with a FailureReason, or keep the new content.',
    make: () =>
      answering('store', (answer, _request) => {
        const { content } = answer;
        if (answer.status !== 409 || content.kind !== 'json' || Array.isArray(content.value)) return answer;
        const module = content.value as DicomJsonDataSet;
        const failed = module['00081198'];
        const isDuplicate = failed ? items(failed).every((one) => firstValue(one, '00081197') === '273') : false;
        if (!failed || !isDuplicate) return answer;
        const Value = items(failed).map((one) => without(one, '00081197'));
        return {
          ...answer,
          status: 200,
          content: { ...content, value: { ...without(module, '00081198'), '00081199': { vr: 'SQ', Value } } },
        };
      }),
  },
  {
    id: 'patient-name-in-capitals',
    what: 'The patient name of every stored file is changed to capital letters.',
    truth: ['altered'],
    operations: ['store'],
    title: 'PatientName comes back in capitals',
    advice: 'Keep the name as it was sent.',
    make: () =>
      keeping((instance) => ({
        ...instance,
        bytes: withElement(instance.bytes, '00100010', 'PN', (value) =>
          value.toString('latin1').replaceAll(/[a-z]/g, (letter) => letter.toUpperCase()),
        ),
      })),
  },
  {
    id: 'private-elements-lost-at-store',
    what: 'Private elements are removed from every file that is stored.',
    truth: ['altered', 'data-lost'],
    operations: ['store'],
    title: 'private attributes of the stored instance are missing from what comes back',
    advice: 'Keep private data elements.',
    make: () =>
      keeping((instance) => {
        const buffer = Buffer.from(instance.bytes);
        const from = buffer.indexOf(Buffer.from([0x29, 0x00, 0x10, 0x00, 0x4c, 0x4f]));
        const to = buffer.indexOf(Buffer.from([0x40, 0x00, 0x75, 0x02, 0x53, 0x51]), from);
        if (from < 0 || to < 0) return instance;
        return { ...instance, bytes: Buffer.concat([buffer.subarray(0, from), buffer.subarray(to)]) };
      }),
  },
  {
    id: 'unquoted-type-refused',
    what: 'A store whose Content-Type names its type without quotation marks is refused with 415.',
    truth: ['some-clients-only'],
    operations: ['store'],
    title: 'a store with an unquoted type parameter is refused with 415',
    advice: 'Accept type=application/dicom with and without quotation marks.',
    make: () =>
      refusing(
        ({ method, headers }) => method === 'POST' && /type=application/i.test(headers['content-type'] ?? ''),
        415,
        'unsupported media type',
      ),
  },
  {
    id: 'rescale-slope-rounded',
    what: 'Decimal strings are rounded to two decimals when an instance is stored, which changes the rescale slope.',
    truth: ['altered'],
    operations: ['store'],
    title: 'RescaleSlope 0.0625 comes back as 0.06',
    advice: 'Keep decimal strings as they were sent.',
    make: () =>
      keeping((instance) => ({
        ...instance,
        bytes: withElement(instance.bytes, '00281053', 'DS', (value) => Number(value.toString('latin1')).toFixed(2)),
      })),
  },
  {
    id: 'series-renamed-at-store',
    what: 'Every instance is put into a series with a new Series Instance UID, and the answer does not say so.',
    truth: ['not-found-or-opened', 'altered', 'data-lost'],
    operations: ['store'],
    title: 'what was acknowledged cannot be had under its Series Instance UID, since the server gave it another one',
    advice: 'Keep Series Instance UIDs.',
    make: () =>
      keeping((instance) => {
        const series = instance.series.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
        return { ...instance, series, bytes: withElement(instance.bytes, '0020000E', 'UI', () => series) };
      }),
  },
  {
    id: 'store-answer-names-inner-host',
    what: 'The Retrieve URLs of store answers name a host inside the hospital that clients cannot reach.',
    truth: ['not-found-or-opened', 'some-clients-only'],
    operations: ['store'],
    title: 'the RetrieveURL in a store answer leads to another host that is not reachable',
    advice: 'Build URLs from the address that the client used (Host, X-Forwarded-Host).',
    make: () =>
      eachAttribute('store', (attribute, tag) =>
        tag === '00081190' && attribute.Value
          ? {
              ...attribute,
              Value: attribute.Value.map((url) => String(url).replace(/\/\/[^/]+/, '//pacs01.hospital.invalid:8080')),
            }
          : attribute,
      ),
  },
  {
    id: 'second-study-of-store-lost',
    what: 'A store request with instances of two studies keeps those of the first study only, and lists all as stored.',
    truth: ['data-lost'],
    operations: ['store'],
    title: 'instances of the second study in one store request were acknowledged and are missing',
    advice: 'Route each part to its own study, or refuse and list what was not kept.',
    make: () => keeping((instance, { added }) => (instance.study === added[0]?.study ? instance : null)),
  },
  {
    id: 'store-into-named-study-rewrites',
    what: 'An instance that is stored to /studies/{study} gets the Study Instance UID of the URL, whatever it had.',
    truth: ['wrong-patient-or-image', 'altered'],
    operations: ['store'],
    title: 'an instance of another study was moved into the study of the URL',
    advice: 'Refuse instances of another study; never change their StudyInstanceUID.',
    make: () =>
      [
        misreading('store', (request) => {
          const { study, ...route } = request.route;
          return study === undefined
            ? request
            : { ...request, route, headers: { ...request.headers, 'x-study': study } };
        }),
        keeping((instance, { request }) => {
          const study = request.headers['x-study'];
          if (typeof study !== 'string' || study === instance.study) return instance;
          return { ...instance, study, bytes: withElement(instance.bytes, '0020000D', 'UI', () => study) };
        }),
      ] as const,
  },
  {
    id: 'failed-listed-as-stored',
    what: 'When a part of a store is refused, the answer lists it among the stored instances.',
    truth: ['data-lost'],
    operations: ['store'],
    title: 'the store answer lists a refused instance as stored',
    advice: 'List refused instances in the Failed SOP Sequence with a FailureReason.',
    make: () =>
      eachJson('store', (module) => {
        const [failed, stored] = [module['00081198'], module['00081199']];
        if (!failed || !stored) return module;
        const Value = [...items(stored), ...items(failed).map((one) => without(one, '00081197'))];
        return { ...without(module, '00081198'), '00081199': { vr: 'SQ', Value } };
      }),
  },
  {
    id: 'study-date-one-day-early',
    what: 'A time zone conversion moves the study date of every stored file one day back.',
    truth: ['altered'],
    operations: ['store'],
    title: 'StudyDate comes back one day earlier',
    advice: 'Keep dates as they were sent; do not convert them between time zones.',
    make: () =>
      keeping((instance) => ({
        ...instance,
        bytes: withElement(instance.bytes, '00080020', 'DA', (value) => String(Number(value.toString('latin1')) - 1)),
      })),
  },
  {
    id: 'gateway-anonymises',
    what: 'A gateway empties PatientID and replaces the patient name in every file on its way in.',
    truth: ['altered', 'wrong-patient-or-image', 'data-lost'],
    operations: ['store'],
    title: 'PatientID and PatientName are not those that were stored',
    advice: 'Do not de-identify what is stored, or store it under new UIDs and say so.',
    make: () =>
      keeping((instance) => ({
        ...instance,
        bytes: withElement(
          withElement(instance.bytes, '00100010', 'PN', () => 'ANONYMOUS'),
          '00100020',
          'LO',
          () => '',
        ),
      })),
  },
];
