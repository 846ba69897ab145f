import type { DicomJsonDataSet } from '../../../lib/dicom/json.ts';
import { Archive } from '../../../lib/reference-server/archive.ts';
import { pixelsAt } from '../kit/bytes.ts';
import type { Defect } from '../kit/defect.ts';
import { answering, around, eachJson, firstValue, items, parts, refusal, withHeader, without } from '../kit/make.ts';

/** Unusual servers that break nothing. */
export const LEGAL: readonly Defect[] = [
  {
    id: 'legal-parts-in-reverse',
    what: 'The instances of a study come in reverse order.',
    truth: ['legal'],
    operations: ['retrieve'],
    title: 'nothing',
    advice: 'None: the order is free.',
    make: () => parts('retrieve', (all) => all.toReversed()),
  },
  {
    id: 'legal-delete-with-body',
    what: 'A delete is answered 200 with a text.',
    truth: ['legal'],
    operations: ['delete'],
    title: 'nothing',
    advice: 'None: PS3.18 defines no delete.',
    make: () => answering('delete', (answer) => (answer.status === 204 ? refusal(200, 'deleted') : answer)),
  },
  {
    id: 'legal-bulk-data-inline',
    what: 'Binary values in metadata are all inline, pixel data included.',
    truth: ['legal'],
    operations: ['metadata'],
    title: 'nothing',
    advice: 'None: InlineBinary is allowed.',
    make: () =>
      eachJson('metadata', (one, _request, archive) => {
        const held = archive.find(firstValue(one, '00080018'));
        const at = held ? pixelsAt(held.bytes) : -1;
        const pixels = one['7FE00010'];
        if (!held || at < 0 || !pixels) return one;
        return {
          ...one,
          '7FE00010': { vr: pixels.vr, InlineBinary: Buffer.from(held.bytes.subarray(at)).toString('base64') },
        };
      }),
  },
  {
    id: 'legal-shows-half-a-second-late',
    what: 'Searches show what was stored four tenths of a second later.',
    truth: ['legal'],
    operations: ['search'],
    title: 'nothing',
    advice: 'None: within the window that the profile allows.',
    make: () => {
      const arrived = new Map<string, number>();
      return around(
        () => true,
        (request, archive, next) => {
          const now = Date.now();
          const shown = new Archive();
          for (const one of archive.select()) {
            if (!arrived.has(one.instance)) arrived.set(one.instance, now);
            if (now - (arrived.get(one.instance) ?? 0) >= 400) shown.add(one);
          }
          return next(request, request.route.operation === 'search' ? shown : archive);
        },
      );
    },
  },
  {
    id: 'legal-chunked-and-closed',
    what: 'Answers are sent in chunks, and the connection is closed after each.',
    truth: ['legal'],
    operations: ['retrieve', 'metadata', 'search', 'store'],
    title: 'nothing',
    advice: 'None: HTTP allows it.',
    make: () => ({
      reply: (reply) => ({ ...withHeader(reply, 'Connection', 'close'), framing: 'chunked' }),
    }),
  },
  {
    id: 'legal-order-of-results',
    what: 'Search results come in reverse order, always.',
    truth: ['legal'],
    operations: ['search'],
    title: 'nothing',
    advice: 'None: the order is free.',
    make: () =>
      around('search', async (request, archive, next) => {
        const turned = new Archive();
        for (const one of archive.select().toReversed()) turned.add(one);
        return next(request, turned);
      }),
  },
  {
    id: 'legal-same-again-is-conflict',
    what: 'The store of an instance that is there already is answered 409 with a FailureReason.',
    truth: ['legal'],
    operations: ['store'],
    title: 'nothing',
    advice: 'None: the standard leaves it to the server.',
    make: () =>
      around('store', async (request, archive, next) => {
        const before = archive.select().length;
        const answer = await next(request, archive);
        const { content } = answer;
        if (answer.status !== 200 || content.kind !== 'json' || archive.select().length > before) return answer;
        const module = content.value as DicomJsonDataSet;
        const stored = module['00081199'];
        if (!stored) return answer;
        const Value = items(stored).map((one) => ({
          ...without(one, '00081190'),
          '00081197': { vr: 'US', Value: [45070] },
        }));
        return {
          status: 409,
          headers: [],
          content: { ...content, value: { '00081190': { vr: 'UR' }, '00081198': { vr: 'SQ', Value } } },
        };
      }),
  },
];
