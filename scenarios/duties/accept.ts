import {
  comparesWithoutCase,
  matchesRanges,
  refusesWithoutAccept,
  sendsNothingRatedZero,
  skipsUnknownEntries,
} from '../../lib/judges/http/negotiation.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { describeAny } from '../steps/ask-until.ts';
import { offeredSearch } from '../steps/offered-search.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { askUntilFound } from '../steps/search-whole.ts';
import { needsAny, ofTarget } from '../steps/stored.ts';

const JSON_TYPE = 'application/dicom+json';

export const ACCEPT: Scenario = {
  id: 'accept',
  service: 'search',
  title: 'reads Accept as the list that it is',
  covers: [...EVERY_ANSWER, ...['009', '011', '013', '014', '015'].map((n) => `COMMON-${n}`)],
  proves: ['COMMON-011'],
  features: ['search', 'metadata'],
  obstacle: needsAny(ofTarget),
  async play(context) {
    const { dicomweb, judge } = context;
    const { resource, keys, path } = await offeredSearch(context);
    const search = (accept: string | null) => dicomweb.search(resource, keys, { accept });
    const twin = await askUntilFound(context, () => search(JSON_TYPE));
    const nothing = await search(null);
    const unknown = await search(`application/x-no-such-type, ${JSON_TYPE}`);
    const malformed = await search(`no-media-type, ${JSON_TYPE}`);
    const range = await search('application/*');
    const inCapitals = await search(JSON_TYPE.toUpperCase());
    const { path: target, exchange: described } = await describeAny(context);
    const describedByRange = await dicomweb.retrieveMetadata(target, { accept: 'application/*' });
    const describedOtherwise = await dicomweb.retrieveMetadata(target, { accept: `${JSON_TYPE};q=0, */*;q=0.5` });
    judge(
      isProperAnswer(twin, nothing, unknown, malformed, range, inCapitals),
      isProperAnswer(described, describedByRange, describedOtherwise),
      refusesWithoutAccept({ exchange: nothing, twin, path }),
      skipsUnknownEntries({ exchange: unknown, twin, path }, malformed),
      comparesWithoutCase({ exchange: inCapitals, twin, path }),
      sendsNothingRatedZero({ exchange: describedOtherwise, twin: described, path: target }),
      matchesRanges({ exchange: range, twin, path }, { exchange: describedByRange, twin: described, path: target }),
    );
  },
};
