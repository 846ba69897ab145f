import { newUid } from '../../../lib/dicom/uid.ts';
import { resourcePath } from '../../../lib/dicomweb/paths.ts';
import {
  ignoresIncludefieldOfMetadata,
  ignoresUnknownCharset,
  recordsWhatErrorsSay,
  refusesMixedTypes,
  takesCharsetOfMetadata,
} from '../../../lib/judges/http/tolerance.ts';
import type { Scenario } from '../../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../../steps/proper-answer.ts';
import { heldOf, needsData, storesOf } from '../../steps/store-data.ts';

const UNKNOWN = 'x-harness';
const JSON_TYPE = 'application/dicom+json';

/** PS3.18 §8.3, §8.8: parameters and character sets beyond what a server knows, and what it says of those that are wrong. */
export const TOLERANCE: Scenario = {
  id: 'tolerance',
  service: 'retrieve',
  title: 'sends metadata whatever parameter or character set it does not know, and refuses types of two kinds',
  covers: [...EVERY_ANSWER, 'COMMON-008', 'COMMON-028', 'COMMON-031', 'WADO-RS-038', 'WADO-RS-039'],
  proves: ['COMMON-031'],
  features: ['metadata'],
  data: ['ct'],
  needs: [storesOf('ct')],
  obstacle: needsData('ct'),
  async play(context) {
    const { dicomweb, judge } = context;
    const [path] = heldOf(context, 'ct');
    if (!path) return;
    const twin = await dicomweb.retrieveMetadata(path);
    const ask = async (parameter: string) => ({
      exchange: await dicomweb.request('retrieve', 'GET', `${resourcePath(path)}/metadata?${parameter}`, {
        accept: JSON_TYPE,
      }),
      ...{ twin, path, parameter },
    });
    const utf8 = await ask('charset=UTF-8');
    const unknown = await ask(`charset=${UNKNOWN}`);
    const filtered = await ask('includefield=00100010');
    const field = await dicomweb.retrieveMetadata(path, { headers: [['Accept-Charset', UNKNOWN]] });
    judge(
      isProperAnswer(twin, field, ...[utf8, unknown, filtered].map(({ exchange }) => exchange)),
      takesCharsetOfMetadata(utf8),
      ignoresUnknownCharset(unknown),
      ignoresUnknownCharset({ exchange: field, twin, path, parameter: `Accept-Charset: ${UNKNOWN}` }),
      ignoresIncludefieldOfMetadata(filtered),
    );
    const missing = await dicomweb.retrieveMetadata({ study: newUid() });
    const picture = await dicomweb.retrieveRendered(path);
    const mixed = await dicomweb.retrieveRendered(path, { accept: `text/html, ${JSON_TYPE}` });
    judge(
      isProperAnswer(missing, picture, mixed),
      refusesMixedTypes(mixed, picture),
      recordsWhatErrorsSay(missing, mixed),
    );
  },
};
