import { isServed, saysNoSuchResource } from '../../lib/answers/served.ts';
import { sightOf } from '../../lib/answers/sight.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { ResourcePath } from '../../lib/dicomweb/operations.ts';
import { takesUnquotedAccept } from '../../lib/judges/http/unquoted-type.ts';
import { anythingIsMultipart, offersInstanceAlone } from '../../lib/judges/retrieve/instance-types.ts';
import { transferSyntaxIsAsAsked } from '../../lib/judges/retrieve/transfer-syntax-choice.ts';
import {
  servesAnyTransferSyntax,
  servesWithoutTransferSyntax,
} from '../../lib/judges/retrieve/transfer-syntax-offer.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { askForStored } from '../steps/ask-until.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { retrieve } from '../steps/see-resource.ts';
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
    const { dataset, target, judge } = context;
    const stored = held(context, ofTarget(context));
    const instance = dataset.roles.target;
    const { ask, inAny, isAlone } = await retrievesWith(context, stored);
    const inNone = await ask(MULTIPART);
    // A server that knows one of the two ways of asking is judged on all the rest by it.
    const [syntax, twin] =
      sightOf(inAny, instance) === 'shown' ? (['; transfer-syntax=*', inAny] as const) : (['', inNone] as const);
    const unquoted = await ask(`multipart/related; type=application/dicom${syntax}`);
    const alone = await ask(`application/dicom${syntax}`);
    const anything = await ask('*/*');
    judge(
      isProperAnswer(inAny, inNone, unquoted, alone, anything),
      servesAnyTransferSyntax({ exchange: inAny, twin: inNone, instance }),
      transferSyntaxIsAsAsked(inAny, stored),
      servesWithoutTransferSyntax({ exchange: inNone, twin: inAny, instance }),
      transferSyntaxIsAsAsked(inNone, stored),
      takesUnquotedAccept({ exchange: unquoted, twin, instance }),
      isAlone ? offersInstanceAlone({ exchange: alone, twin, instance }) : [],
      anythingIsMultipart('instance', { exchange: anything, twin, instance }, target.profile),
    );
  },
};

/** Retrieves with an Accept field: the instance, or the series or study that it is in where it alone cannot be had. */
async function retrievesWith(context: ScenarioContext, stored: readonly StoredInstance[]) {
  const { study, series, instance } = context.dataset.roles.target;
  const { dicomweb } = context;
  const by = (path: ResourcePath) => (accept: string) => retrieve(dicomweb, path, { accept });
  const inAny = `${MULTIPART}; transfer-syntax=*`;
  const alone = by({ study, series, instance });
  const ofInstance = await askForStored(context, () => alone(inAny), stored);
  for (const path of saysNoSuchResource(ofInstance) ? [{ study, series }, { study }] : []) {
    const exchange = await by(path)(inAny);
    if (isServed(exchange)) return { ask: by(path), inAny: exchange, isAlone: false };
  }
  return { ask: alone, inAny: ofInstance, isAlone: true };
}
