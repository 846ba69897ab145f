import { sightOf } from '../../lib/answers/sight.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { ResourcePath } from '../../lib/dicomweb/operations.ts';
import { strongEtagIsOfOneRepresentation } from '../../lib/judges/http/etag.ts';
import { partsCanBeRead } from '../../lib/judges/multipart/framing.ts';
import { metadataIsOfferedAsXml, resultsAreOfferedAsXml } from '../../lib/judges/retrieve/native-model.ts';
import { xmlMeansWhatIsStored } from '../../lib/judges/retrieve/native-values.ts';
import { type ExpectedSearch, expectedSearch } from '../../lib/judges/search/expected.ts';
import { resultsAbout } from '../../lib/judges/search/results.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { askForStored, describeAny } from '../steps/ask-until.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { searchWhole } from '../steps/search-whole.ts';
import { held, needsAny, ofSeries, ofStudy } from '../steps/stored.ts';

const PARTS = ['MP-002', 'MP-004', 'MP-009'];

const AS_XML = { accept: 'multipart/related; type="application/dicom+xml"' };

export const METADATA_AS_XML: Scenario = {
  id: 'metadata-as-xml',
  service: 'retrieve',
  title: 'describes instances in XML where that is asked for',
  covers: [...EVERY_ANSWER, ...PARTS, 'COMMON-034', 'WADO-RS-032', 'XML-001'],
  proves: ['WADO-RS-032'],
  features: ['metadata'],
  obstacle: needsAny(ofSeries),
  async play(context) {
    const { study, series } = context.dataset.roles.target;
    const ofSeriesPath = { study, series };
    const whole = held(context, ofSeries(context));
    const isWhole = await askForStored(context, () => context.dicomweb.retrieveMetadata(ofSeriesPath), whole);
    const other = sightOf(isWhole, ofSeriesPath) === 'shown' ? null : await describeAny(context);
    const path = other?.path ?? ofSeriesPath;
    const exchange = await context.dicomweb.retrieveMetadata(path, AS_XML);
    const stored = instancesBelow(context, path);
    context.judge(
      isProperAnswer(exchange),
      partsCanBeRead(exchange),
      metadataIsOfferedAsXml(exchange, stored),
      xmlMeansWhatIsStored(exchange, stored, other?.exchange ?? isWhole),
      strongEtagIsOfOneRepresentation(exchange, other?.exchange ?? isWhole),
    );
  },
};

/** A list of the study that the server is seen to offer in JSON: of its series, or of the instances of one. */
async function offeredList(context: ScenarioContext): Promise<ExpectedSearch> {
  const { study, roles } = context.dataset;
  const stored = held(context, ofStudy(context));
  const ofSeriesList = expectedSearch(stored, { level: 'series', study });
  const ofInstances = expectedSearch(stored, { level: 'instances', study, series: roles.targetSeries.uid });
  for (const list of [ofSeriesList, ofInstances])
    if (resultsAbout(await searchWhole(context, list), list).length > 0) return list;
  return ofSeriesList;
}

export const RESULTS_AS_XML: Scenario = {
  id: 'results-as-xml',
  service: 'search',
  title: 'gives results in XML where that is asked for',
  covers: [...EVERY_ANSWER, ...PARTS, 'QIDO-004', 'XML-001'],
  proves: ['QIDO-004'],
  features: ['search'],
  obstacle: needsAny(ofStudy),
  async play(context) {
    const expected = await offeredList(context);
    const exchange = await context.dicomweb.search(expected.resource, [], AS_XML);
    const inJson = await context.dicomweb.search(expected.resource, []);
    context.judge(
      isProperAnswer(exchange),
      partsCanBeRead(exchange),
      resultsAreOfferedAsXml(exchange, expected),
      xmlMeansWhatIsStored(exchange, held(context, ofStudy(context)), inJson),
    );
  },
};

/** What is stored below a path. */
function instancesBelow(context: ScenarioContext, path: ResourcePath): readonly StoredInstance[] {
  return held(context, ofStudy(context)).filter(
    ({ series, instance }) =>
      (!('series' in path) || path.series === series) && (!('instance' in path) || path.instance === instance),
  );
}
