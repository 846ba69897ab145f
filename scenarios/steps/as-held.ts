import { asCoerced } from '../../lib/answers/stored/coercion.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { isMetadataRequest } from '../../lib/judges/json/content.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { STORES, TUTORIAL_IDS } from './scenario-ids.ts';
import { held, ofStudy } from './stored.ts';

/** What the server holds of the study, with the values that it coerced. */
export function asHeld(context: ScenarioContext): readonly StoredInstance[] {
  return asCoerced(held(context, ofStudy(context)), metadataSoFar(context));
}

/** Metadata that was retrieved of what was stored: it tells what the server coerced and discarded. */
export function metadataSoFar({ recall }: ScenarioContext): readonly Exchange[] {
  return [...STORES, TUTORIAL_IDS.studyMetadata].flatMap((id) => recall(id)).filter(isMetadataRequest);
}
