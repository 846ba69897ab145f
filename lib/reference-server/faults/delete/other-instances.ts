import { on } from '../../changes/answers.ts';
import { changeAttribute } from '../../changes/attributes.ts';
import { damagePixels } from '../../changes/files.ts';
import { showingDeletedFor } from '../../changes/remembering-deleted.ts';
import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

const isDelete = on('delete');
const isMetadata = on('metadata');
const isRetrieve = on(['retrieve', 'metadata']);
const isInstanceSearch = on('search', 'instances');

/** Faults in which a delete damages instances that it does not name, or stores that come after it. */
export const DELETE_OTHER_INSTANCES: readonly Fault[] = [
  {
    id: 'delete-damages-what-stays',
    title: 'blanks the pixels of the other instances of a study when one is deleted',
    scenarios: ['T18', 'T19'],
    requirements: ['STOW-032'],
    breach: 'pixels-changed',
    behaviour: () => ({
      async handle(request, archive, next) {
        const answer = await next(request, archive);
        const { operation, study } = request.route;
        if (operation !== 'delete' || study === undefined) return answer;
        for (const instance of archive.remove({ study })) {
          archive.add({ ...instance, bytes: damagePixels(instance.bytes, (pixels) => pixels.fill(0)) });
        }
        return answer;
      },
    }),
  },
  {
    id: 'delete-hides-what-stays',
    title: 'does not find a study after a part of it was deleted',
    scenarios: ['T18', 'T19'],
    requirements: ['QIDO-001'],
    breach: 'search-finds-nothing',
    behaviour: () => {
      const hidden = new Set<string>();
      return {
        async handle(request, archive, next) {
          const { operation, study } = request.route;
          if (operation === 'delete' && study !== undefined) hidden.add(study);
          if (operation !== 'search') return next(request, archive);
          const rest = archive.copy();
          for (const one of hidden) rest.remove({ study: one });
          return next(request, rest);
        },
      };
    },
  },
  {
    id: 'delete-garbles-metadata',
    title: 'replaces Patient Name in the metadata of a study after a part of it was deleted',
    scenarios: ['T18', 'T19'],
    requirements: ['WADO-RS-033'],
    breach: 'value-differs',
    behaviour: () => {
      let isGarbled = false;
      return changeAttribute(
        (request) => {
          isGarbled ||= isDelete(request);
          return isGarbled && isMetadata(request);
        },
        '00100010',
        ({ vr }) => ({ vr, Value: [{ Alphabetic: 'Nobody' }] }),
      );
    },
  },
  {
    id: 'delete-works-later',
    title: 'answers 204 to a delete and enacts it a while later',
    scenarios: ['T18'],
    requirements: ['DELETE-003'],
    breach: 'delete-enacted-later',
    behaviour: () => showingDeletedFor(3),
  },
  {
    id: 'stores-no-deleted-instance-again',
    title: 'acknowledges a store of an instance that was deleted, and does not keep it',
    scenarios: ['T20'],
    requirements: ['STOW-032'],
    breach: 'store-after-delete-lost',
    behaviour: () => {
      const deleted = new Set<string>();
      return {
        async handle(request, archive, next) {
          const { operation } = request.route;
          const before = archive.select();
          const answer = await next(request, archive);
          const now = archive.select();
          if (operation === 'delete')
            for (const { instance } of before) if (!archive.find(instance)) deleted.add(instance);
          if (operation === 'store') for (const one of now) if (deleted.has(one.instance)) archive.remove(one);
          return answer;
        },
      };
    },
  },
  {
    id: 'stores-nothing-after-delete',
    title: 'acknowledges stores after a delete, and keeps nothing',
    scenarios: ['T20'],
    requirements: ['STOW-032', 'QIDO-065'],
    breach: 'acknowledged-not-stored',
    behaviour: () => {
      let isSpent = false;
      return {
        handle(request, archive, next) {
          isSpent ||= request.route.operation === 'delete';
          return next(request, isSpent && request.route.operation === 'store' ? archive.copy() : archive);
        },
      };
    },
  },
  {
    id: 'delete-breaks-what-it-was-in',
    title: 'answers 404 to a retrieve of a study or series after a part of it was deleted',
    scenarios: ['T06', 'T08', 'T18', 'T19'],
    requirements: ['DELETE-002'],
    breach: 'rest-not-served',
    behaviour: () => {
      const broken = new Set<string>();
      return {
        async handle(request, archive, next) {
          const { operation, study = '', instance } = request.route;
          if (operation === 'delete') broken.add(study);
          const isWhole = isRetrieve(request) && instance === undefined && broken.has(study);
          return isWhole ? textAnswer(404, 'not found') : next(request, archive);
        },
      };
    },
  },
  {
    id: 'delete-renumbers-what-stays',
    title: 'changes Instance Number of the other instances in search results when one is deleted',
    scenarios: ['T18', 'T19'],
    requirements: ['QIDO-027'],
    breach: 'search-value-differs',
    behaviour: () => {
      let isRenumbered = false;
      return changeAttribute(
        (request) => {
          isRenumbered ||= isDelete(request);
          return isRenumbered && isInstanceSearch(request);
        },
        '00200013',
        ({ vr }) => ({ vr, Value: [77] }),
      );
    },
  },
];
