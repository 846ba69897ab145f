import type { DicomJsonDataSet } from '../../../dicom/json.ts';
import { Archive } from '../../archive.ts';
import type { Behaviour } from '../../behaviour.ts';
import { acknowledgedIn } from '../../changes/acknowledged.ts';
import { changeAnswer, on } from '../../changes/answers.ts';
import { damage, damagePixels, rewrite, setText } from '../../changes/files.ts';
import { losingEvery } from '../../changes/losing-every.ts';
import { changeStored } from '../../changes/stored.ts';
import { handle } from '../../handle.ts';
import { FAILURE_REASON } from '../../store/outcome.ts';
import { type Fault, TUTORIAL } from '../fault.ts';

/** Damages the last byte of each nth instance that is kept. */
function damagingEvery(nth: number): Behaviour {
  let count = 0;
  return changeStored((bytes) => {
    if (++count % nth !== 0) return bytes;
    return damage(bytes, (copy) => {
      copy[copy.length - 1] = (copy[copy.length - 1] ?? 0) ^ 1;
      return copy;
    });
  });
}

/** Searches find each instance that many milliseconds after it was first there. */
function listingAfter(milliseconds: number): Behaviour {
  const since = new Map<string, number>();
  return {
    handle(request, archive, next) {
      const now = Date.now();
      for (const { instance } of archive.select()) since.set(instance, since.get(instance) ?? now);
      if (request.route.operation !== 'search') return next(request, archive);
      const listed = new Archive();
      for (const one of archive.select()) if (now - (since.get(one.instance) ?? now) >= milliseconds) listed.add(one);
      return next(request, listed);
    },
  };
}

const uidOf = (dataSet: DicomJsonDataSet, tag: string): string => String(dataSet[tag]?.Value?.[0]);

/** Faults of what is kept after a store: instances that are lost, changed, replaced or listed twice. */
export const STORE_KEPT_INSTANCES: readonly Fault[] = [
  {
    id: 'store-coerces-silently',
    title: 'changes Patient ID when it stores, without a warning',
    scenarios: ['T01', 'T02', 'T03', 'T04', 'T07', 'T09'],
    requirements: ['STOW-024', 'STOW-032'],
    breach: 'element-changed',
    behaviour: () =>
      changeStored((bytes) => rewrite(bytes, { dataSet: (elements) => setText(elements, '00100020', 'COERCED ') })),
  },
  {
    id: 'store-damages-pixels',
    title: 'keeps instances with a bit of the pixel data flipped',
    scenarios: ['T04', 'T07', 'T09', 'T11'],
    requirements: ['STOW-032', 'WADO-RS-045'],
    breach: 'pixels-changed',
    behaviour: () =>
      changeStored((bytes) =>
        damagePixels(bytes, (pixels) => {
          pixels[0] = (pixels[0] ?? 0) ^ 1;
        }),
      ),
  },
  {
    id: 'fake-store',
    title: 'acknowledges instances, and keeps none',
    scenarios: [...TUTORIAL.store, ...TUTORIAL.retrieve, ...TUTORIAL.metadata, 'T11', ...TUTORIAL.search],
    requirements: ['STOW-032', 'QIDO-065'],
    breach: 'acknowledged-not-stored',
    behaviour: () => ({
      handle: async (request, archive, next) =>
        next(request, request.route.operation === 'store' ? archive.copy() : archive),
    }),
  },
  {
    id: 'store-replaces-series',
    title: 'removes the other instances of a series when one is stored to it',
    scenarios: ['T01', 'T02', 'T03', 'T04'],
    requirements: ['STOW-032'],
    breach: 'stored-lost-later',
    behaviour: () =>
      changeAnswer(on('store'), (answer, _, archive) => {
        const stored = acknowledgedIn(answer, archive);
        for (const { series, instance } of stored)
          for (const other of archive.select().filter((one) => one.series === series && one.instance !== instance))
            archive.remove(other);
        return answer;
      }),
  },
  {
    id: 'stored-listed-late',
    title: 'lists stored instances in searches 1.5 seconds later',
    scenarios: ['T01'],
    requirements: ['QIDO-065'],
    breach: 'stored-found-late',
    behaviour: () => listingAfter(1_500),
  },
  {
    id: 'stored-never-listed',
    title: 'finds nothing that was stored by any search',
    scenarios: ['T01'],
    requirements: ['QIDO-065'],
    breach: 'stored-not-found',
    behaviour: () => listingAfter(Number.POSITIVE_INFINITY),
  },
  {
    id: 'store-replaces-silently',
    title: 'replaces an instance with other content for retrieve, and not for search',
    scenarios: ['changed-content'],
    requirements: ['STOW-030'],
    breach: 'changed-content-differs',
    behaviour: () =>
      changeAnswer(on('store'), async (answer, request, archive) => {
        const second = new Archive();
        if (answer.status !== 409) return answer;
        const again = await handle({ ...request, route: { operation: 'store', level: 'studies' } }, second);
        const present = second.select().flatMap((instance) => archive.find(instance.instance) ?? []);
        for (const instance of present) Object.assign(instance, { bytes: second.find(instance.instance)?.bytes });
        return present.length > 0 ? again : answer;
      }),
  },
  {
    id: 'store-loses-what-it-keeps',
    title: 'refuses other content for a stored instance, and loses the stored instance',
    scenarios: ['changed-content'],
    requirements: ['STOW-030'],
    breach: 'changed-content-lost',
    behaviour: () =>
      changeAnswer(on('store'), (answer, _request, archive) => {
        if (answer.content.kind !== 'json') return answer;
        const [module = {}] = [answer.content.value].flat();
        for (const item of (module['00081198']?.Value ?? []) as readonly DicomJsonDataSet[]) {
          const kept = archive.find(String(item['00081155']?.Value?.[0]));
          if (kept && item['00081197']?.Value?.[0] === FAILURE_REASON.duplicateInstance) archive.remove(kept);
        }
        return answer;
      }),
  },
  {
    id: 'loses-one-in-a-thousand',
    title: 'acknowledges every thousandth instance and loses it',
    scenarios: [],
    requirements: ['STOW-032'],
    behaviour: () => losingEvery(1000),
  },
  {
    id: 'changes-one-in-a-thousand',
    title: 'damages every thousandth instance that it keeps',
    scenarios: [],
    requirements: ['STOW-032'],
    behaviour: () => damagingEvery(1000),
  },
  {
    id: 'store-keeps-first-of-request',
    title: 'acknowledges every instance of a request, and keeps only the first',
    scenarios: ['several-stores'],
    requirements: ['STOW-001'],
    breach: 'acknowledged-not-stored',
    behaviour: () =>
      changeAnswer(on('store'), (answer, _, archive) => {
        for (const instance of acknowledgedIn(answer, archive).slice(1)) archive.remove(instance);
        return answer;
      }),
  },
  {
    id: 'store-keeps-one-of-a-series',
    title: 'acknowledges every instance of a request, and keeps only one of each series',
    scenarios: ['several-stores'],
    requirements: ['STOW-001'],
    breach: 'acknowledged-not-stored',
    behaviour: () =>
      changeAnswer(on('store'), (answer, _, archive) => {
        const kept = new Set<string>();
        for (const instance of acknowledgedIn(answer, archive)) {
          if (kept.has(instance.series)) archive.remove(instance);
          else kept.add(instance.series);
        }
        return answer;
      }),
  },
  {
    id: 'stored-twice-listed-twice',
    title: 'lists an instance as often as it was stored',
    scenarios: ['several-stores'],
    requirements: ['STOW-029'],
    breach: 'repeated-store-duplicated',
    behaviour: () => {
      const times = new Map<string, number>();
      return {
        async handle(request, archive, next) {
          const answer = await next(request, archive);
          const { content } = answer;
          if (content.kind !== 'json') return answer;
          const list = [content.value].flat();
          if (on('store')(request)) {
            for (const item of (list[0]?.['00081199']?.Value ?? []) as readonly DicomJsonDataSet[]) {
              const uid = uidOf(item, '00081155');
              times.set(uid, (times.get(uid) ?? 0) + 1);
            }
          }
          if (!on('search', 'instances')(request)) return answer;
          const value = list.flatMap((one) =>
            Array<DicomJsonDataSet>(times.get(uidOf(one, '00080018')) ?? 1).fill(one),
          );
          return { ...answer, content: { ...content, value } };
        },
      };
    },
  },
];
