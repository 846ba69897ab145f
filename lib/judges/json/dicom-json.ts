import type { StoredInstance } from '../../dicom/instance.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import {
  decimalsKeepTheirNumber,
  emptyAttributesStayEmpty,
  gapsAreNull,
  inlineBytesAreKept,
  namesKeepTheirGroups,
  sequencesKeepTheirItems,
  valuesAreNotJoined,
} from './content.ts';
import {
  attributesAreNamedByTag,
  attributesHaveOneHolder,
  attributeTagsAreEightDigits,
  everyAttributeHasVr,
  groupLengthsAreLeftOut,
  inlineBinaryIsBase64,
  namesAreObjects,
  numbersAreNumbers,
  textValuesAreStrings,
} from './shape.ts';
import { attributesAreInOrder, jsonIsLabelled, jsonIsUtf8, jsonIsWellFormed } from './syntax.ts';
import {
  bulkDataUrisAreUsable,
  characterSetIsRecorded,
  paddingStaysBehind,
  privateAttributesHaveCreators,
  valuesKeepTheirFormat,
  vrsAreRight,
} from './values.ts';

type JsonJudge = (exchange: Exchange, stored: readonly StoredInstance[]) => Finding;

/** The judges of JSON-001 to JSON-026, in that order. */
const JSON_JUDGES: readonly JsonJudge[] = [
  jsonIsWellFormed,
  jsonIsUtf8,
  attributesAreNamedByTag,
  attributesAreInOrder,
  groupLengthsAreLeftOut,
  everyAttributeHasVr,
  vrsAreRight,
  attributesHaveOneHolder,
  textValuesAreStrings,
  numbersAreNumbers,
  decimalsKeepTheirNumber,
  attributeTagsAreEightDigits,
  namesAreObjects,
  namesKeepTheirGroups,
  sequencesKeepTheirItems,
  emptyAttributesStayEmpty,
  gapsAreNull,
  valuesAreNotJoined,
  inlineBinaryIsBase64,
  inlineBytesAreKept,
  bulkDataUrisAreUsable,
  valuesKeepTheirFormat,
  paddingStaysBehind,
  privateAttributesHaveCreators,
  characterSetIsRecorded,
  jsonIsLabelled,
];

/**
 * JSON-001 to JSON-026 over one answer in DICOM JSON: metadata, search results or a store response. `stored` are the
 * instances that the answer may speak of; without them only the form is judged.
 */
export function dicomJsonIsRight(exchange: Exchange, stored: readonly StoredInstance[] = []): readonly Finding[] {
  return JSON_JUDGES.map((judge) => judge(exchange, stored));
}
