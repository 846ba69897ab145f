import { anotherOrder } from './another-order.ts';
import { badUid404 } from './bad-uid-404.ts';
import { boundaryOf70Characters } from './boundary-of-70-characters.ts';
import { boundaryQuotedWithSpecials } from './boundary-quoted-with-specials.ts';
import { bulkDataOnAnotherHost } from './bulk-data-on-another-host.ts';
import { busyNowAndThen } from './busy-now-and-then.ts';
import { chunked } from './chunked.ts';
import { closeDelimited } from './close-delimited.ts';
import { coercesInSilence } from './coerces-in-silence.ts';
import { coercesPatientId } from './coerces-patient-id.ts';
import { connectionClosedEachTime } from './connection-closed-each-time.ts';
import { deleteAnswers200 } from './delete-answers-200.ts';
import { deleteAnswers202 } from './delete-answers-202.ts';
import { deletedAnswers410 } from './deleted-answers-410.ts';
import { deletesStudiesOnly } from './deletes-studies-only.ts';
import { discardsElements } from './discards-elements.ts';
import { drips } from './drips.ts';
import { duplicatesRefused } from './duplicates-refused.ts';
import { emptyFailedSequence } from './empty-failed-sequence.ts';
import { emptySearch204 } from './empty-search-204.ts';
import { extraAttributesInSearch } from './extra-attributes-in-search.ts';
import { filesRewritten } from './files-rewritten.ts';
import { framePaddedToEven } from './frame-padded-to-even.ts';
import { fuzzyMatching } from './fuzzy-matching.ts';
import { gzipOnRequest } from './gzip-on-request.ts';
import { headWithFewerFields } from './head-with-fewer-fields.ts';
import { headerNamesInCapitals } from './header-names-in-capitals.ts';
import { headerNamesInLowerCase } from './header-names-in-lower-case.ts';
import { headersInPlenty } from './headers-in-plenty.ts';
import { includesNothingOptional } from './includes-nothing-optional.ts';
import { jsonPrettyPrinted } from './json-pretty-printed.ts';
import { jsonWithCharsetParameter } from './json-with-charset-parameter.ts';
import { keptEncapsulated } from './kept-encapsulated.ts';
import { keysTakenOtherwise } from './keys-taken-otherwise.ts';
import { mediaTypesInMixedCase } from './media-types-in-mixed-case.ts';
import { numberStringsAsStrings } from './number-strings-as-strings.ts';
import type { OddServer } from './odd-server.ts';
import { paddingBehindDelimiters } from './padding-behind-delimiters.ts';
import { partHeadersInPlenty } from './part-headers-in-plenty.ts';
import { preambleAndEpilogue } from './preamble-and-epilogue.ts';
import { redirectsEverything } from './redirects-everything.ts';
import { redirectsReads } from './redirects-reads.ts';
import { refusesLowerLevels } from './refuses-lower-levels.ts';
import { replacesEverywhere } from './replaces-everywhere.ts';
import { retrievedAfterAWhile } from './retrieved-after-a-while.ts';
import { singlePartNotOffered } from './single-part-not-offered.ts';
import { studiesListedAfterAWhile } from './studies-listed-after-a-while.ts';
import { typeParameterUnquoted } from './type-parameter-unquoted.ts';
import { unknownStudySearch404 } from './unknown-study-search-404.ts';
import { urlsPathAbsolute } from './urls-path-absolute.ts';
import { urlsWithSchemeInCapitals } from './urls-with-scheme-in-capitals.ts';
import { visibleAfterAWhile } from './visible-after-a-while.ts';

export type { OddServer } from './odd-server.ts';

/** Every legal but unusual server. */
export const ODD_SERVERS: readonly OddServer[] = [
  headerNamesInLowerCase,
  headerNamesInCapitals,
  mediaTypesInMixedCase,
  typeParameterUnquoted,
  boundaryQuotedWithSpecials,
  boundaryOf70Characters,
  preambleAndEpilogue,
  paddingBehindDelimiters,
  partHeadersInPlenty,
  headersInPlenty,
  chunked,
  closeDelimited,
  headWithFewerFields,
  connectionClosedEachTime,
  drips,
  gzipOnRequest,
  anotherOrder,
  extraAttributesInSearch,
  emptySearch204,
  jsonPrettyPrinted,
  jsonWithCharsetParameter,
  numberStringsAsStrings,
  urlsPathAbsolute,
  urlsWithSchemeInCapitals,
  duplicatesRefused,
  deletedAnswers410,
  deleteAnswers200,
  deleteAnswers202,
  badUid404,
  unknownStudySearch404,
  emptyFailedSequence,
  filesRewritten,
  keptEncapsulated,
  singlePartNotOffered,
  framePaddedToEven,
  visibleAfterAWhile,
  studiesListedAfterAWhile,
  retrievedAfterAWhile,
  coercesPatientId,
  coercesInSilence,
  discardsElements,
  deletesStudiesOnly,
  redirectsReads,
  redirectsEverything,
  bulkDataOnAnotherHost,
  busyNowAndThen,
  replacesEverywhere,
  fuzzyMatching,
  keysTakenOtherwise,
  refusesLowerLevels,
  includesNothingOptional,
];
