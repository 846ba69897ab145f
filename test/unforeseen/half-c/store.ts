import { pixelsAt, withElement, withPixels } from '../kit/bytes.ts';
import type { Defect } from '../kit/defect.ts';
import { around, eachAttribute, eachJson, items, keeping, refusing } from '../kit/make.ts';
import { keepingElements, places, wordIn } from './files.ts';

/** Stores that coerce, lose or misreport. */
export const STORE: readonly Defect[] = [
  {
    id: 'private-groups-stripped',
    what: 'Private elements are removed from every file when it is stored, as a cautious archive does.',
    truth: ['data-lost', 'altered'],
    operations: ['store'],
    title: 'private attributes (group 0029) that were stored do not come back',
    advice: 'Keep private attributes, or say in the answer that they were discarded.',
    make: () =>
      keeping((instance) => {
        const isPrivate = ({ tag }: { tag: string }) => Number.parseInt(tag.slice(0, 4), 16) % 2 === 1;
        return places(instance.bytes).some(isPrivate)
          ? { ...instance, bytes: keepingElements(instance.bytes, (place) => !isPrivate(place)) }
          : instance;
      }),
  },
  {
    id: 'decimal-strings-rounded',
    what: 'Decimal strings (DS) are parsed and written again with two decimals at store: a rescale slope of 0.0625 becomes 0.06.',
    truth: ['altered'],
    operations: ['store'],
    title: 'RescaleSlope comes back as another number than it was stored with',
    advice: 'Keep decimal strings as they were sent, all digits.',
    make: () =>
      keeping((instance) => {
        const rounded = (value: Buffer) =>
          value
            .toString('latin1')
            .split('\\')
            .map((one) => String(Math.round(Number(one) * 100) / 100))
            .join('\\');
        let { bytes } = instance;
        for (const tag of ['00281053', '00281052', '00281050', '00281051'])
          bytes = withElement(bytes, tag, 'DS', rounded);
        return { ...instance, bytes };
      }),
  },
  {
    id: 'study-time-without-seconds',
    what: 'StudyTime is kept to the minute: the seconds are dropped at store.',
    truth: ['altered'],
    operations: ['store'],
    title: 'StudyTime comes back without its seconds',
    advice: 'Keep times at the precision that was sent.',
    make: () =>
      keeping((instance) => ({
        ...instance,
        bytes: withElement(instance.bytes, '00080030', 'TM', (value) => value.subarray(0, 4)),
      })),
  },
  {
    id: 'instance-number-by-arrival',
    what: 'InstanceNumber is overwritten by the position at which the instance arrived in its study.',
    truth: ['altered', 'wrong-patient-or-image'],
    operations: ['store'],
    title: 'InstanceNumber comes back as another number than it was stored with',
    advice: 'Keep the InstanceNumber of the file.',
    make: () =>
      keeping((instance, { archive }) => {
        const position = archive
          .select({ study: instance.study })
          .findIndex((one) => one.instance === instance.instance);
        return {
          ...instance,
          bytes: withElement(instance.bytes, '00200013', 'IS', () => String(position + 11)),
        };
      }),
  },
  {
    id: 'birth-date-invented',
    what: 'An empty PatientBirthDate is filled with 19000101 at store, since the column may not be null.',
    truth: ['altered', 'wrong-patient-or-image'],
    operations: ['store'],
    title: 'PatientBirthDate was empty and comes back as 19000101',
    advice: 'Keep an empty date empty: let the column be null.',
    make: () =>
      keeping((instance) => ({
        ...instance,
        bytes: withElement(instance.bytes, '00100030', 'DA', (value) => (value.length === 0 ? '19000101' : value)),
      })),
  },
  {
    id: 'failed-part-takes-the-rest-back',
    what: 'Where one instance of a store fails the transaction is rolled back, though the answer lists the others as stored.',
    truth: ['data-lost'],
    operations: ['store'],
    title: 'instances that the answer 202 lists as stored are not there',
    advice: 'Commit what the answer lists as stored, or list it as failed.',
    make: () =>
      around('store', async (request, archive, next) => {
        const before = new Set(archive.select());
        const answer = await next(request, archive);
        if (answer.status === 202) for (const one of archive.select()) if (!before.has(one)) archive.remove(one);
        return answer;
      }),
  },
  {
    id: 'only-first-listed-as-stored',
    what: 'The answer to a store of several instances lists only the first of them, though all were kept.',
    truth: ['some-clients-only', 'data-lost', 'cosmetic'],
    operations: ['store'],
    title: 'ReferencedSOPSequence of the store answer lacks instances that were sent and stored',
    advice: 'List every stored instance in ReferencedSOPSequence.',
    make: () =>
      eachJson('store', (one) => {
        const sequence = one['00081199'];
        return sequence?.Value && sequence.Value.length > 1
          ? { ...one, '00081199': { ...sequence, Value: items(sequence).slice(0, 1) } }
          : one;
      }),
  },
  {
    id: 'failure-reason-as-hexadecimal',
    what: 'FailureReason in store answers is a text of hexadecimal digits such as "A900" instead of a number.',
    truth: ['some-clients-only', 'cosmetic'],
    operations: ['store'],
    title: 'FailureReason is a JSON string instead of a number',
    advice: 'Write FailureReason (US) as a JSON number.',
    make: () =>
      eachAttribute('store', (attribute, tag) =>
        tag === '00081197' && attribute.Value
          ? { ...attribute, Value: attribute.Value.map((one) => Number(one).toString(16).toUpperCase()) }
          : attribute,
      ),
  },
  {
    id: 'series-uid-remapped',
    what: 'A gateway gives every series another SeriesInstanceUID when it is stored, and says nothing of it.',
    truth: ['altered', 'not-found-or-opened'],
    operations: ['store'],
    title: 'what was stored lies under another SeriesInstanceUID and is not found under its own',
    advice: 'Keep the UIDs of what is stored.',
    make: () =>
      keeping((instance) => {
        const series = `${instance.series.slice(0, -1)}${(Number(instance.series.at(-1)) % 9) + 1}`;
        return { ...instance, series, bytes: withElement(instance.bytes, '0020000E', 'UI', () => series) };
      }),
  },
  {
    id: 'red-and-blue-exchanged',
    what: 'Colour images are converted from RGB to BGR on import, and PhotometricInterpretation still says RGB.',
    truth: ['altered', 'wrong-patient-or-image'],
    operations: ['store'],
    title: 'the pixels of the colour images come back with red and blue exchanged',
    advice: 'Keep the order of the samples.',
    make: () =>
      keeping((instance) => {
        if (wordIn(instance.bytes, '00280002') !== 3 || pixelsAt(instance.bytes) < 0) return instance;
        const bytes = withPixels(instance.bytes, (pixels) => {
          for (let at = 0; at + 2 < pixels.length; at += 3) {
            const [red = 0, blue = 0] = [pixels[at], pixels[at + 2]];
            pixels[at] = blue;
            pixels[at + 2] = red;
          }
        });
        return { ...instance, bytes };
      }),
  },
  {
    id: 'chunked-store-refused',
    what: 'Stores in chunked transfer coding are answered 411 by the gateway.',
    truth: ['some-clients-only', 'not-found-or-opened'],
    operations: ['store'],
    title: 'a store with Transfer-Encoding: chunked is refused with 411',
    advice: 'Let the proxy pass requests without Content-Length.',
    make: () =>
      refusing(({ route, headers }) => route.operation === 'store' && headers['transfer-encoding'] === 'chunked', 411),
  },
];
