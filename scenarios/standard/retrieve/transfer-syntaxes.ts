import {
  EXPLICIT_VR_LITTLE_ENDIAN,
  isForbiddenOnTheWeb,
  mayBeLossy,
} from '../../../lib/answers/dicom/transfer-syntaxes.ts';
import type { StoredInstance } from '../../../lib/dicom/instance.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import {
  decompressesOnRequest,
  heedsQualityOfSyntaxes,
  isLosslesslyCompressed,
  receivedIn,
  refusesUnavailableSyntax,
  servesHeldByName,
  servesLossyByDefault,
} from '../../../lib/judges/retrieve/named-transfer-syntax.ts';
import { transferSyntaxIsAsAsked } from '../../../lib/judges/retrieve/transfer-syntax-choice.ts';
import {
  servesAnyTransferSyntax,
  servesWithoutTransferSyntax,
} from '../../../lib/judges/retrieve/transfer-syntax-offer.ts';
import type { ScenarioContext } from '../../../lib/run/context.ts';
import type { Scenario } from '../../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../../steps/proper-answer.ts';
import { heldOf, needsData, storesOf } from '../../steps/store-data.ts';

const DICOM = 'multipart/related; type="application/dicom"';
/** MPEG-4 for stereo video: no server makes it of a still image. */
const STEREO_VIDEO = '1.2.840.10008.1.2.4.106';

const SETS = ['compressed', 'encodings'] as const;

/** PS3.18 §8.7.3: the transfer syntax of what is retrieved, by default, for `*` and by name. */
export const TRANSFER_SYNTAXES: Scenario = {
  id: 'transfer-syntaxes',
  service: 'retrieve',
  title: 'returns each instance in the transfer syntax that is asked for, decompressed without change',
  covers: [...EVERY_ANSWER, ...['006', '007', '008', '009', '010', '011', '012', '013'].map((id) => `WADO-RS-${id}`)],
  proves: ['WADO-RS-009'],
  features: ['retrieve'],
  data: SETS,
  needs: SETS.map(storesOf),
  obstacle: needsData(...SETS),
  async play(context) {
    let isBargained = false;
    for (const instance of SETS.flatMap((name) => heldOf(context, name))) {
      const { anything, held } = await judgeOne(context, instance);
      if (isBargained || held === null || !isLosslesslyCompressed(instance, held)) continue;
      isBargained = true;
      await judgeBargains(context, instance, anything, held);
    }
  },
};

function ask({ dicomweb }: ScenarioContext, instance: StoredInstance, ...offers: readonly string[]): Promise<Exchange> {
  return dicomweb.retrieveInstance(instance, { accept: offers.map((offer) => DICOM + offer).join(', ') });
}

const named = (uid: string): string => `; transfer-syntax=${uid}`;

async function judgeOne(context: ScenarioContext, instance: StoredInstance) {
  const anything = await ask(context, instance, named('*'));
  const byDefault = await ask(context, instance, '');
  context.judge(
    isProperAnswer(anything, byDefault),
    servesAnyTransferSyntax({ exchange: anything, twin: byDefault, instance }),
    transferSyntaxIsAsAsked(anything, [instance]),
    servesWithoutTransferSyntax({ exchange: byDefault, twin: anything, instance }),
    transferSyntaxIsAsAsked(byDefault, [instance]),
  );
  const held = receivedIn(anything, instance)?.file.transferSyntax ?? null;
  if (held === null || isForbiddenOnTheWeb(held)) return { anything, held: null };
  if (mayBeLossy(held)) context.judge(servesLossyByDefault({ exchange: byDefault, twin: anything, instance }, held));
  const byName = await ask(context, instance, named(held));
  context.judge(isProperAnswer(byName), servesHeldByName({ exchange: byName, twin: anything, instance }, held));
  if (isLosslesslyCompressed(instance, held)) {
    const native = await ask(context, instance, named(EXPLICIT_VR_LITTLE_ENDIAN));
    context.judge(isProperAnswer(native), decompressesOnRequest({ exchange: native, twin: anything, instance }));
  }
  return { anything, held };
}

/** Offers of several, and of one that cannot be had. */
async function judgeBargains(
  context: ScenarioContext,
  instance: StoredInstance,
  anything: Exchange,
  held: string,
): Promise<void> {
  const native = await ask(context, instance, named(EXPLICIT_VR_LITTLE_ENDIAN));
  const canBoth = receivedIn(native, instance)?.file.transferSyntax === EXPLICIT_VR_LITTLE_ENDIAN;
  for (const [preferred, other] of canBoth
    ? [
        [held, EXPLICIT_VR_LITTLE_ENDIAN],
        [EXPLICIT_VR_LITTLE_ENDIAN, held],
      ]
    : []) {
    if (preferred === undefined || other === undefined) continue;
    const exchange = await ask(context, instance, `${named(other)}; q=0.5`, `${named(preferred)}; q=0.9`);
    context.judge(
      isProperAnswer(exchange),
      heedsQualityOfSyntaxes({ exchange, twin: anything, instance }, { preferred, other }),
    );
  }
  const impossible = await ask(context, instance, named(STEREO_VIDEO));
  context.judge(
    isProperAnswer(impossible),
    refusesUnavailableSyntax({ exchange: impossible, twin: anything, instance }),
  );
}
