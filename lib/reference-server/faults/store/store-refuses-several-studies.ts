import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

/** The UIDs of the studies that a module speaks of, by the URLs of its items. */
function studiesIn(module: unknown): number {
  return new Set(JSON.stringify(module).match(/\/studies\/[0-9.]+\/series/g)).size;
}

export const storeRefusesSeveralStudies: Fault = {
  id: 'store-refuses-several-studies',
  title: 'answers 400 to a store of more than one study',
  operations: ['several-stores'],
  requirements: ['STOW-001'],
  behaviour: () => ({
    async handle(request, archive, next) {
      const answer = await next(request, archive);
      const isMixed =
        request.route.operation === 'store' && answer.content.kind === 'json' && studiesIn(answer.content.value) > 1;
      return isMixed ? textAnswer(400, 'one study at a time') : answer;
    },
  }),
};
