import { mayBeLossy } from '../../../lib/answers/dicom/transfer-syntaxes.ts';
import type { StoredInstance } from '../../../lib/dicom/instance.ts';
import { pairsMediaTypeAndTransferSyntax, typesOf } from '../../../lib/judges/retrieve/bulkdata-media-types.ts';
import { decompressesFrames, sendsBareStreams } from '../../../lib/judges/retrieve/compressed-frames.ts';
import type { Scenario } from '../../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../../steps/proper-answer.ts';
import { heldOf, needsData, storesOf } from '../../steps/store-data.ts';

/** PS3.18 §8.7.3.3: frames of compressed images, as octets and in the media type of their compression. */
export const COMPRESSED_FRAMES: Scenario = {
  id: 'compressed-frames',
  service: 'retrieve',
  title: 'returns compressed frames as native pixels, and as they are stored',
  covers: [...EVERY_ANSWER, 'WADO-RS-046', 'WADO-RS-047', 'WADO-RS-048'],
  proves: ['WADO-RS-046'],
  features: ['frames'],
  data: ['compressed'],
  needs: [storesOf('compressed')],
  obstacle: needsData('compressed'),
  async play(context) {
    for (const instance of heldOf(context, 'compressed').filter(isCompressed)) {
      const ask = (accept: string) => context.dicomweb.retrieveFrames(instance, [1], { accept });
      if (!mayBeLossy(instance.transferSyntax)) {
        const octets = await ask('multipart/related; type="application/octet-stream"');
        context.judge(isProperAnswer(octets), decompressesFrames(octets, instance));
      }
      const [type] = typesOf(instance.transferSyntax);
      if (type === undefined) continue;
      const stream = await ask(`multipart/related; type="${type}"; transfer-syntax=${instance.transferSyntax}`);
      context.judge(
        isProperAnswer(stream),
        sendsBareStreams(stream, instance, type),
        pairsMediaTypeAndTransferSyntax(stream),
      );
    }
  },
};

function isCompressed({ dataSet }: StoredInstance): boolean {
  return dataSet.elements.get('7FE00010')?.fragments !== undefined;
}
