import type { Scenario } from '../../lib/run/scenario.ts';
import { STORES } from '../steps/scenario-ids.ts';
import { foundByNoSearch } from '../steps/search-lags.ts';
import { KEEP_DATA } from './data.ts';
import { CROSS_ORIGIN } from './http/cross-origin.ts';
import { TOLERANCE } from './http/tolerance.ts';
import { COMPRESSED_FRAMES } from './retrieve/compressed-frames.ts';
import { FRAME_FORMS, INSTANCE_FORMS } from './retrieve/forms.ts';
import { FRAME_LISTS } from './retrieve/frame-lists.ts';
import { MIXED_STUDY } from './retrieve/mixed-study.ts';
import { RANGE } from './retrieve/range.ts';
import { RENDERED_APPEARANCE } from './retrieve/rendered-appearance.ts';
import { RENDERED_TOGETHER } from './retrieve/rendered-together.ts';
import { RENDERING_PARAMETERS } from './retrieve/rendering-parameters.ts';
import { THUMBNAILS } from './retrieve/thumbnails.ts';
import { TRANSFER_SYNTAXES } from './retrieve/transfer-syntaxes.ts';
import { UNKNOWN_RESOURCES } from './retrieve/unknown-resources.ts';
import { KEYS_OF_DATA } from './search/keys.ts';
import { SEARCH_LIBERTIES } from './search/liberties.ts';
import { SEARCHES_ON_CT, SEARCHES_ON_FRAMES } from './search/on-ct.ts';
import { SEARCH_PARAMETERS } from './search/parameters.ts';
import { STORE_FORMS } from './store/forms.ts';

/** What the standard asks of a server with data of every kind, each scenario on the data sets that it names. */
export const STANDARD: readonly Scenario[] = [
  ...KEEP_DATA,
  TRANSFER_SYNTAXES,
  MIXED_STUDY,
  FRAME_LISTS,
  COMPRESSED_FRAMES,
  FRAME_FORMS,
  INSTANCE_FORMS,
  RANGE,
  UNKNOWN_RESOURCES,
  RENDERED_APPEARANCE,
  RENDERING_PARAMETERS,
  RENDERED_TOGETHER,
  THUMBNAILS,
  ...SEARCHES_ON_CT,
  ...SEARCHES_ON_FRAMES,
  ...KEYS_OF_DATA,
  SEARCH_LIBERTIES,
  SEARCH_PARAMETERS,
  STORE_FORMS,
  TOLERANCE,
  CROSS_ORIGIN,
].map((scenario) => ({
  ...scenario,
  needs: [...STORES, ...(scenario.needs ?? [])],
  obstacle: (context) =>
    scenario.obstacle(context) ?? (scenario.service === 'search' ? foundByNoSearch(context) : null),
}));
