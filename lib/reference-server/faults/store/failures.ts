import { changeAnswer, changeRequest, changeStatus, on } from '../../changes/answers.ts';
import { withoutAttribute } from '../../changes/attributes.ts';
import { changeFailures } from '../../changes/change-items.ts';
import type { Fault } from '../fault.ts';

/** Faults of stores in which an instance is refused: the status, and the failures in the response. */
export const STORE_FAILURES: readonly Fault[] = [
  {
    id: 'stores-into-wrong-study',
    title: 'keeps instances of another study than the path names',
    scenarios: ['partial-store', 'refused-store'],
    requirements: ['STOW-007', 'STOW-008', 'STOW-012'],
    behaviour: () =>
      changeRequest(on('store'), ({ route: { study: _, ...route }, ...request }) => ({ ...request, route })),
  },
  {
    id: 'failed-store-answers-200',
    title: 'answers 200 though no instance was kept',
    scenarios: ['refused-store'],
    requirements: ['STOW-008'],
    behaviour: () => changeStatus(on('store'), 409, 200),
  },
  {
    id: 'partial-store-answers-200',
    title: 'answers 200 though some instances were refused',
    scenarios: ['partial-store'],
    requirements: ['STOW-007'],
    behaviour: () => changeStatus(on('store'), 202, 200),
  },
  {
    id: 'partial-store-answers-409',
    title: 'answers 409 though some instances were kept',
    scenarios: ['partial-store'],
    requirements: ['STOW-007'],
    behaviour: () => changeStatus(on('store'), 202, 409),
  },
  {
    id: 'partial-store-conceals-what-it-kept',
    title: 'answers an empty 409 as if nothing was kept, though some instances were',
    scenarios: ['partial-store'],
    requirements: ['STOW-007'],
    behaviour: () =>
      changeAnswer(on('store'), (answer) =>
        answer.status === 202 ? { ...answer, status: 409, content: { kind: 'none' } } : answer,
      ),
  },
  {
    id: 'partial-store-lists-all-as-stored',
    title: 'lists what it refused among what it stored',
    scenarios: ['partial-store'],
    requirements: ['STOW-016', 'STOW-018'],
    behaviour: () =>
      changeAnswer(on('store'), (answer) => {
        const { content } = answer;
        if (content.kind !== 'json') return answer;
        const [{ '00081198': failed, '00081199': stored, ...module } = {}] = [content.value].flat();
        if (!failed || !stored) return answer;
        const Value = [...(stored.Value ?? []), ...(failed.Value ?? [])];
        return { ...answer, content: { ...content, value: { ...module, '00081199': { vr: 'SQ', Value } } } };
      }),
  },
  {
    id: 'partial-store-without-body',
    title: 'answers 202 to a partial store and says nothing more',
    scenarios: ['partial-store'],
    requirements: ['STOW-013'],
    behaviour: () =>
      changeAnswer(on('store'), (answer) =>
        answer.status === 202 ? { ...answer, content: { kind: 'none' } } : answer,
      ),
  },
  {
    id: 'failure-without-reason',
    title: 'leaves FailureReason out of failed items',
    scenarios: ['partial-store', 'refused-store'],
    requirements: ['STOW-019'],
    behaviour: () => changeFailures((item) => withoutAttribute(item, '00081197')),
  },
  {
    id: 'failure-reason-zero',
    title: 'gives FailureReason 0 for failed items',
    scenarios: ['partial-store', 'refused-store'],
    requirements: ['STOW-019'],
    behaviour: () => changeFailures((item) => ({ ...item, '00081197': { vr: 'US', Value: [0] } })),
  },
  {
    id: 'failure-reason-as-string',
    title: 'gives FailureReason as a string',
    scenarios: ['partial-store', 'refused-store'],
    requirements: ['STOW-019', 'JSON-010'],
    behaviour: () => changeFailures((item) => ({ ...item, '00081197': { vr: 'US', Value: ['272'] } })),
  },
  {
    id: 'failures-not-listed',
    title: 'leaves FailedSOPSequence out though instances were refused',
    scenarios: ['partial-store', 'refused-store'],
    requirements: ['STOW-018'],
    behaviour: () =>
      changeAnswer(on('store'), (answer) => {
        const { content } = answer;
        if (content.kind !== 'json') return answer;
        const [module = {}] = [content.value].flat();
        return { ...answer, content: { ...content, value: withoutAttribute(module, '00081198') } };
      }),
  },
  {
    id: 'conflict-without-body',
    title: 'answers 409 with nothing in it',
    scenarios: [],
    requirements: ['STOW-026'],
    behaviour: () =>
      changeAnswer(on('store'), (answer) =>
        answer.status === 409 ? { ...answer, content: { kind: 'none' } } : answer,
      ),
  },
  {
    id: 'keeps-what-it-refused',
    title: 'keeps instances of another study that it says it refused',
    scenarios: ['partial-store', 'refused-store'],
    requirements: ['STOW-012'],
    behaviour: () => ({
      async handle(request, archive, next) {
        const answer = await next(request, archive);
        const { study, ...route } = request.route;
        if (route.operation === 'store' && study !== undefined) await next({ ...request, route }, archive);
        return answer;
      },
    }),
  },
];
