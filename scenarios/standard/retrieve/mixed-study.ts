import { EXPLICIT_VR_LITTLE_ENDIAN } from '../../../lib/answers/dicom/transfer-syntaxes.ts';
import { saysWhatIsMissing } from '../../../lib/judges/retrieve/mixed-study.ts';
import type { Scenario } from '../../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../../steps/proper-answer.ts';
import { heldOf, needsData, storesOf } from '../../steps/store-data.ts';

const JPEG_2000_LOSSLESS = '1.2.840.10008.1.2.4.90';

/** PS3.18 Table 10.4.3-1: a study of several transfer syntaxes, asked for in one. */
export const MIXED_STUDY: Scenario = {
  id: 'mixed-study',
  service: 'retrieve',
  title: 'returns a study of several transfer syntaxes in one, or says that it cannot',
  covers: [...EVERY_ANSWER, 'WADO-RS-021'],
  proves: ['WADO-RS-021'],
  features: ['retrieve'],
  data: ['compressed'],
  needs: [storesOf('compressed')],
  obstacle: needsData('compressed'),
  async play(context) {
    const stored = heldOf(context, 'compressed');
    const study = stored[0]?.study ?? '';
    const ask = (syntax: string) =>
      context.dicomweb.retrieveStudy(
        { study },
        { accept: `multipart/related; type="application/dicom"; transfer-syntax=${syntax}` },
      );
    const anything = await ask('*');
    for (const syntax of [EXPLICIT_VR_LITTLE_ENDIAN, JPEG_2000_LOSSLESS]) {
      const exchange = await ask(syntax);
      context.judge(isProperAnswer(exchange), saysWhatIsMissing(exchange, anything, stored));
    }
  },
};
