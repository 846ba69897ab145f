import { sightOf } from '../../lib/answers/sight.ts';
import { takesUnquotedAccept } from '../../lib/judges/http/unquoted-type.ts';
import { anythingIsMultipart, offersInstanceAlone } from '../../lib/judges/retrieve/instance-types.ts';
import { transferSyntaxIsAsAsked } from '../../lib/judges/retrieve/transfer-syntax-choice.ts';
import {
  servesAnyTransferSyntax,
  servesWithoutTransferSyntax,
} from '../../lib/judges/retrieve/transfer-syntax-offer.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { askForStored } from '../steps/ask-until.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { held, needsAny, ofTarget } from '../steps/stored.ts';

const MULTIPART = 'multipart/related; type="application/dicom"';

export const RETRIEVED_TYPES: Scenario = {
  id: 'retrieved-types',
  service: 'retrieve',
  title: 'returns an instance in the form that is asked for',
  covers: [...EVERY_ANSWER, 'COMMON-016', ...['006', '008', '010', '014', '016'].map((n) => `WADO-RS-${n}`)],
  proves: ['WADO-RS-006', 'WADO-RS-010', 'WADO-RS-016'],
  features: ['retrieve'],
  obstacle: needsAny(ofTarget),
  async play(context) {
    const { dicomweb, dataset, target, judge } = context;
    const stored = held(context, ofTarget(context));
    const instance = dataset.roles.target;
    const retrieve = (accept: string) => dicomweb.retrieveInstance(instance, { accept });
    const inAny = await askForStored(context, () => retrieve(`${MULTIPART}; transfer-syntax=*`), stored);
    const inNone = await retrieve(MULTIPART);
    // A server that knows one of the two ways of asking is judged on all the rest by it.
    const [syntax, twin] =
      sightOf(inAny, instance) === 'shown' ? (['; transfer-syntax=*', inAny] as const) : (['', inNone] as const);
    const unquoted = await retrieve(`multipart/related; type=application/dicom${syntax}`);
    const alone = await retrieve(`application/dicom${syntax}`);
    const anything = await retrieve('*/*');
    judge(
      isProperAnswer(inAny, inNone, unquoted, alone, anything),
      servesAnyTransferSyntax({ exchange: inAny, twin: inNone, instance }),
      transferSyntaxIsAsAsked(inAny, stored),
      servesWithoutTransferSyntax({ exchange: inNone, twin: inAny, instance }),
      transferSyntaxIsAsAsked(inNone, stored),
      takesUnquotedAccept({ exchange: unquoted, twin, instance }),
      offersInstanceAlone({ exchange: alone, twin, instance }),
      anythingIsMultipart('instance', { exchange: anything, twin, instance }, target.profile),
    );
  },
};
