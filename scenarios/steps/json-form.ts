import { holdsDicomJson } from '../../lib/answers/json/body.ts';
import { isFormatOfItsOwn } from '../../lib/answers/store-response.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { dicomJsonIsRight } from '../../lib/judges/json/dicom-json.ts';
import type { Finding } from '../../lib/results/finding.ts';

/**
 * Judges the DICOM JSON of an answer to a store that went another way than the usual: what cannot be read there tells
 * nothing of what became of the instances.
 */
export function isDicomJson(exchange: Exchange): readonly Finding[] {
  const { response } = exchange;
  const isJson = response && response.body.length > 0 && holdsDicomJson(response) && !isFormatOfItsOwn(response);
  return isJson ? dicomJsonIsRight(exchange) : [];
}
