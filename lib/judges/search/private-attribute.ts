import { at, holdsDicomJson, jsonBodyOf } from '../../answers/json/body.ts';
import { attributeOf, firstText } from '../../answers/json/data-set.ts';
import { statusLine } from '../../answers/response.ts';
import { breach } from '../../breaches/breach.ts';
import { creatorOf } from '../../dicom/dictionary.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
import { completeResponse } from '../complete-response.ts';

/**
 * QIDO-035: a private attribute that is returned brings its creator along (§8.3.4.3 with PS3.5 §7.8.1). `exchange` asked
 * for it by includefield, with its creator as a key. Private attributes may be unsupported, and are then left out.
 */
export function privateAttributeBringsItsCreator(exchange: Exchange, tag: string): Finding {
  return assess('QIDO-035', 'returns a private attribute with its creator', [exchange], (a) => {
    const response = completeResponse(exchange, a);
    if (!response) return;
    const dataSets = response.status === 200 && holdsDicomJson(response) ? jsonBodyOf(response).dataSets : [];
    const returned = dataSets.flatMap((dataSet) => {
      const attribute = attributeOf(dataSet, tag);
      return attribute ? [{ dataSet, attribute }] : [];
    });
    if (returned.length === 0) a.note(`no private attribute is returned: ${statusLine(response)}`);
    const creator = creatorOf(tag) ?? '';
    for (const { dataSet, attribute } of returned) {
      a.must(firstText(dataSet, creator) !== null, () =>
        breach('json-private-without-creator', at(attribute.pointer), { tag, creator }),
      );
    }
  });
}
