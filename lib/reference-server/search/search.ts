import type { DicomJsonDataSet } from '../../dicom/json.ts';
import type { Archive } from '../archive.ts';
import type { Answer, Header, Request } from '../message.ts';
import { xmlParts } from '../native-model.ts';
import { multipart, negotiate, single } from '../negotiation.ts';
import { candidates } from './candidates.ts';
import { conditionOf } from './condition.ts';
import { Description } from './description.ts';
import { readQuery } from './query.ts';

const JSON_TYPE = 'application/dicom+json';
const XML_TYPE = 'application/dicom+xml';
const OFFERS = [single(JSON_TYPE), multipart(XML_TYPE), single('application/json')];

function warning(request: Request, text: string): Header {
  return ['Warning', `299 ${request.headers.host ?? 'reference-server'} "${text}"`];
}

/** Search Transaction (PS3.18 §10.6): one data set per matching study, series or instance, empty list without a match. */
export async function search(request: Request, archive: Archive): Promise<Answer> {
  const { route } = request;
  const { offer } = negotiate(request, OFFERS);
  const query = readQuery(request.query, route.level);
  const matchesKeys = conditionOf(query.keys);
  const matches = candidates(archive, route, query)
    .map((candidate) => new Description(candidate, archive))
    .filter(matchesKeys);
  const page = matches.slice(query.offset, query.offset + query.limit);
  const results: DicomJsonDataSet[] = page.map((description) => description.result(request, query));
  const remaining = Math.max(0, matches.length - query.offset - page.length);
  const headers = query.remarks.map((remark) => warning(request, remark));
  if (remaining > 0 && query.limit > 0)
    headers.push(warning(request, `There are ${remaining} additional results that can be requested`));
  if (offer.root === XML_TYPE) {
    return { status: 200, headers, content: { kind: 'multipart', rootType: XML_TYPE, parts: xmlParts(results) } };
  }
  return { status: 200, headers, content: { kind: 'json', mediaType: offer.essence, value: results } };
}
