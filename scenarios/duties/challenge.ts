import { isSuccess } from '../../lib/answers/response.ts';
import { challengesOn401 } from '../../lib/judges/http/service-statuses.ts';
import { notJudged } from '../../lib/run/play.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { needsAny, ofTarget } from '../steps/stored.ts';

export const WITHOUT_CREDENTIALS = {
  reason: 'not-claimed',
  remark: 'the target is used without credentials, so it claims no control of access',
} as const;

export const OPEN_TO_ALL = {
  reason: 'not-claimed',
  remark: 'the server gives the same to a client without credentials, so it controls no access',
} as const;

export const CHALLENGE: Scenario = {
  id: 'challenge',
  service: 'search',
  title: 'challenges who comes without credentials',
  covers: [...EVERY_ANSWER, 'COMMON-022'],
  proves: ['COMMON-022'],
  features: ['search', 'metadata'],
  obstacle: needsAny(ofTarget),
  async play({ target, dicomweb, dataset, judge }) {
    if (target.credentials.kind === 'none') {
      judge(CHALLENGE.covers.map((requirement) => notJudged(CHALLENGE, requirement, WITHOUT_CREDENTIALS)));
      return;
    }
    const stranger = { isAnonymous: true };
    const unlisted = await dicomweb.search({ level: 'studies' }, [['StudyInstanceUID', dataset.study]], stranger);
    const undescribed = await dicomweb.retrieveMetadata(dataset.roles.target, stranger);
    const answers = [unlisted, undescribed].flatMap(({ response }) => response ?? []);
    // A resource that the server does not have says nothing of whom it serves.
    const isOpen = answers.some(isSuccess) && !answers.some(({ status }) => status === 401 || status === 403);
    judge(
      isProperAnswer(unlisted, undescribed),
      isOpen ? notJudged(CHALLENGE, 'COMMON-022', OPEN_TO_ALL) : challengesOn401(unlisted, undescribed),
    );
  },
};
