import { newUid } from '../../../lib/dicom/uid.ts';
import type { ResourcePath } from '../../../lib/dicomweb/operations.ts';
import { metadataIsDicomJson } from '../../../lib/judges/retrieve/metadata.ts';
import { isUnknown } from '../../../lib/judges/retrieve/unknown-resource.ts';
import type { Scenario } from '../../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../../steps/proper-answer.ts';
import { retrieve } from '../../steps/see-resource.ts';
import { heldOf, needsData, storesOf } from '../../steps/store-data.ts';

/** PS3.18 Table 10.4.3-1: UIDs of which the server knows nothing, at each level, and metadata in whichever type it likes. */
export const UNKNOWN_RESOURCES: Scenario = {
  id: 'unknown-resources',
  service: 'retrieve',
  title: 'has nothing at a UID that it does not know',
  covers: [...EVERY_ANSWER, 'WADO-RS-018', 'WADO-RS-031'],
  proves: ['WADO-RS-018'],
  features: ['retrieve'],
  data: ['ct'],
  needs: [storesOf('ct')],
  obstacle: needsData('ct'),
  async play(context) {
    const { dicomweb, judge, target } = context;
    const [known] = heldOf(context, 'ct');
    if (!known) return;
    const { study, series, instance } = known;
    const pairs: readonly (readonly [unknown: ResourcePath, twin: ResourcePath])[] = [
      [{ study: newUid() }, { study }],
      [
        { study, series: newUid() },
        { study, series },
      ],
      [
        { study, series, instance: newUid() },
        { study, series, instance },
      ],
    ];
    for (const [unknown, twin] of pairs) {
      const [found, missing] = [await retrieve(dicomweb, twin), await retrieve(dicomweb, unknown)];
      judge(isProperAnswer(found, missing), isUnknown(missing, found));
      if (target.profile.features.metadata === 'no') continue;
      const described = await dicomweb.retrieveMetadata(twin, { accept: '*/*' });
      const none = await dicomweb.retrieveMetadata(unknown);
      judge(isProperAnswer(described, none), metadataIsDicomJson(described), isUnknown(none, described));
    }
  },
};
