import { changeAnswer, changeRequest, changeStatus, on } from '../../changes/answers.ts';
import { withoutAttribute } from '../../changes/attributes.ts';
import { changeFailures, changeModule } from '../../changes/change-items.ts';
import type { Fault } from '../fault.ts';

/** Faults of stores in which an instance is refused: the status, and the failures in the response. */
export const STORE_FAILURES: readonly Fault[] = [
  {
    id: 'stores-into-wrong-study',
    title: 'keeps instances that belong to another study than the path names',
    scenarios: ['partial-store', 'refused-store'],
    requirements: ['STOW-007', 'STOW-008', 'STOW-012'],
    breach: 'stray-instance-stored',
    behaviour: () =>
      changeRequest(on('store'), ({ route: { study: _, ...route }, ...request }) => ({ ...request, route })),
  },
  {
    id: 'failed-store-answers-200',
    title: 'answers 200 though no instance was kept',
    scenarios: ['refused-store'],
    requirements: ['STOW-008'],
    breach: 'refused-store-answered-success',
    behaviour: () => changeStatus(on('store'), 409, 200),
  },
  {
    id: 'partial-store-answers-200',
    title: 'answers 200 though some instances were refused',
    scenarios: ['partial-store'],
    requirements: ['STOW-007'],
    breach: 'partial-store-answered-success',
    behaviour: () => changeStatus(on('store'), 202, 200),
  },
  {
    id: 'partial-store-answers-409',
    title: 'answers 409 though some instances were kept',
    scenarios: ['partial-store'],
    requirements: ['STOW-007'],
    breach: 'partial-store-answered-failure',
    behaviour: () => changeStatus(on('store'), 202, 409),
  },
  {
    id: 'partial-store-conceals-what-it-kept',
    title: 'answers 409 without a body though it kept some instances',
    scenarios: ['partial-store'],
    requirements: ['STOW-007'],
    breach: 'partial-store-answered-failure',
    behaviour: () =>
      changeAnswer(on('store'), (answer) =>
        answer.status === 202 ? { ...answer, status: 409, content: { kind: 'none' } } : answer,
      ),
  },
  {
    id: 'partial-store-lists-all-as-stored',
    title: 'lists refused instances as stored',
    scenarios: ['partial-store'],
    requirements: ['STOW-016', 'STOW-018'],
    breach: 'refused-listed-as-stored',
    behaviour: () =>
      changeModule((module) => {
        const { '00081198': failed, '00081199': stored, ...others } = module;
        if (!failed || !stored) return module;
        return { ...others, '00081199': { vr: 'SQ', Value: [...(stored.Value ?? []), ...(failed.Value ?? [])] } };
      }),
  },
  {
    id: 'refused-store-lists-all-as-stored',
    title: 'answers 409, and lists the refused instances as stored as well',
    scenarios: ['refused-store'],
    requirements: ['STOW-016'],
    breach: 'refused-listed-as-stored',
    behaviour: () =>
      changeModule((module) => {
        const { '00081198': failed, '00081199': stored } = module;
        return failed && !stored ? { ...module, '00081199': { vr: 'SQ', Value: [...(failed.Value ?? [])] } } : module;
      }),
  },
  {
    id: 'partial-store-without-body',
    title: 'answers 202 to a partial store, without a body',
    scenarios: ['partial-store'],
    requirements: ['STOW-013'],
    breach: 'store-response-empty',
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
    breach: 'store-item-without-attribute',
    behaviour: () => changeFailures((item) => withoutAttribute(item, '00081197')),
  },
  {
    id: 'failure-reason-zero',
    title: 'gives FailureReason 0 for failed items',
    scenarios: ['partial-store', 'refused-store'],
    requirements: ['STOW-019'],
    breach: 'store-attribute-malformed',
    behaviour: () => changeFailures((item) => ({ ...item, '00081197': { vr: 'US', Value: [0] } })),
  },
  {
    id: 'failure-reason-as-string',
    title: 'gives FailureReason as a string',
    scenarios: ['partial-store', 'refused-store'],
    requirements: ['STOW-019', 'JSON-010'],
    breach: 'store-attribute-malformed',
    behaviour: () => changeFailures((item) => ({ ...item, '00081197': { vr: 'US', Value: ['272'] } })),
  },
  {
    id: 'failures-not-listed',
    title: 'leaves FailedSOPSequence out though instances were refused',
    scenarios: ['partial-store', 'refused-store'],
    requirements: ['STOW-018'],
    breach: 'refused-not-listed',
    behaviour: () => changeModule((module) => withoutAttribute(module, '00081198')),
  },
  {
    id: 'conflict-without-body',
    title: 'answers 409 without a body',
    scenarios: [],
    requirements: ['STOW-026'],
    behaviour: () =>
      changeAnswer(on('store'), (answer) =>
        answer.status === 409 ? { ...answer, content: { kind: 'none' } } : answer,
      ),
  },
  {
    id: 'keeps-what-it-refused',
    title: 'reports instances of another study as refused, and keeps them',
    scenarios: ['partial-store', 'refused-store'],
    requirements: ['STOW-012'],
    breach: 'stray-instance-stored',
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
