import type { ResourcePath } from '../../lib/dicomweb/operations.ts';
import { queryString, resourcePath } from '../../lib/dicomweb/paths.ts';
import { acceptParameterWins, prefersHigherQuality } from '../../lib/judges/http/negotiation.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { describeAny } from '../steps/ask-until.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { needsAny, ofTarget } from '../steps/stored.ts';

const JSON_TYPE = 'application/dicom+json';
const XML_TYPE = 'multipart/related; type="application/dicom+xml"';

export const CHOICE_OF_TYPE: Scenario = {
  id: 'choice-of-type',
  service: 'retrieve',
  title: 'sends the type that the client prefers, of those that it has',
  covers: [...EVERY_ANSWER, 'COMMON-007', 'COMMON-012'],
  proves: ['COMMON-012'],
  features: ['metadata'],
  obstacle: needsAny(ofTarget),
  async play(context) {
    const { dicomweb, judge } = context;
    const { path, exchange: asJson } = await describeAny(context, { accept: JSON_TYPE });
    const asks = (accept: string) => dicomweb.retrieveMetadata(path, { accept });
    const asXml = await asks(XML_TYPE);
    const preferJson = await asks(`${JSON_TYPE};q=0.9, ${XML_TYPE};q=0.1`);
    const preferXml = await asks(`${JSON_TYPE};q=0.1, ${XML_TYPE};q=0.9`);
    const byParameter = await askByParameter(context, path);
    judge(
      isProperAnswer(asJson, asXml, preferJson, preferXml, byParameter),
      prefersHigherQuality({ asJson, asXml, path }, preferJson, preferXml),
      acceptParameterWins(byParameter, { asJson, asXml, path }),
    );
  },
};

/** The parameter asks for XML where the field would rather have JSON, and takes anything. */
function askByParameter({ dicomweb }: ScenarioContext, of: ResourcePath) {
  const path = `${resourcePath(of)}/metadata${queryString([['accept', XML_TYPE]])}`;
  return dicomweb.request('retrieve', 'GET', path, { accept: `${JSON_TYPE}, */*;q=0.1` });
}
