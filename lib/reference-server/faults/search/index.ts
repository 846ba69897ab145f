import type { Fault } from '../fault.ts';
import { instanceSearchIgnoresKeys } from './instance-search-ignores-keys.ts';
import { relationalSearchIgnoresParentKeys } from './relational-search-ignores-parent-keys.ts';
import { relationalSearchNotOffered } from './relational-search-not-offered.ts';
import { searchAllWithoutRequired } from './search-all-without-required.ts';
import { searchAnswers206 } from './search-answers-206.ts';
import { searchAnswers404ForNone } from './search-answers-404-for-none.ts';
import { searchAnswers500 } from './search-answers-500.ts';
import { searchAsteriskNeedsACharacter } from './search-asterisk-needs-a-character.ts';
import { searchBadLimitIgnored } from './search-bad-limit-ignored.ts';
import { searchBadValueAnswers500 } from './search-bad-value-answers-500.ts';
import { searchBareObject } from './search-bare-object.ts';
import { searchCodingUntrue } from './search-coding-untrue.ts';
import { searchComparesBeginnings } from './search-compares-beginnings.ts';
import { searchComparesInPart } from './search-compares-in-part.ts';
import { searchCountsStale } from './search-counts-stale.ts';
import { searchCrossesSeries } from './search-crosses-series.ts';
import { searchDateWithDashes } from './search-date-with-dashes.ts';
import { searchDisregardsCase } from './search-disregards-case.ts';
import { searchEmptyAttributesOmitted } from './search-empty-attributes-omitted.ts';
import { searchEmptyKey } from './search-empty-key.ts';
import { searchEmptyObjectForNone } from './search-empty-object-for-none.ts';
import { searchEverythingForNone } from './search-everything-for-none.ts';
import { searchFindsNothing } from './search-finds-nothing.ts';
import { searchFuzzyMatchingIgnored } from './search-fuzzy-matching-ignored.ts';
import { searchFuzzyMatchingRefused } from './search-fuzzy-matching-refused.ts';
import { searchGzipUnrequested } from './search-gzip-unrequested.ts';
import { searchIgnoresAllButLastKey } from './search-ignores-all-but-last-key.ts';
import { searchIgnoresIncludefield } from './search-ignores-includefield.ts';
import { searchIgnoresKey } from './search-ignores-key.ts';
import { searchIgnoresKeywords } from './search-ignores-keywords.ts';
import { searchIgnoresLimit } from './search-ignores-limit.ts';
import { searchIgnoresOffset } from './search-ignores-offset.ts';
import { searchIgnoresPath } from './search-ignores-path.ts';
import { searchIgnoresStudyOfSeries } from './search-ignores-study-of-series.ts';
import { searchIgnoresTags } from './search-ignores-tags.ts';
import { searchIncludefieldListAnswers400 } from './search-includefield-list-answers-400.ts';
import { searchIncludesLowerLevels } from './search-includes-lower-levels.ts';
import { searchIncludesNothingFromAbove } from './search-includes-nothing-from-above.ts';
import { searchIncludesValuesCutShort } from './search-includes-values-cut-short.ts';
import { searchInstanceCountWrong } from './search-instance-count-wrong.ts';
import { searchInstanceNumberWrong } from './search-instance-number-wrong.ts';
import { searchKeysInLowerCase } from './search-keys-in-lower-case.ts';
import { searchLabelledAsPlainJson } from './search-labelled-as-plain-json.ts';
import { searchLabelledAsText } from './search-labelled-as-text.ts';
import { searchLacksParentAttributes } from './search-lacks-parent-attributes.ts';
import { searchLimitHasToComeFirst } from './search-limit-has-to-come-first.ts';
import { searchLimitsBeforeMatching } from './search-limits-before-matching.ts';
import { searchMatchesBeginningsOfTexts } from './search-matches-beginnings-of-texts.ts';
import { searchMisreadsIncludefield } from './search-misreads-includefield.ts';
import { searchMixesUpResults } from './search-mixes-up-results.ts';
import { searchModalitiesWrong } from './search-modalities-wrong.ts';
import { searchNameAsString } from './search-name-as-string.ts';
import { searchNumberAsString } from './search-number-as-string.ts';
import { searchOrderChanges } from './search-order-changes.ts';
import { searchPagesByNumber } from './search-pages-by-number.ts';
import { searchPatientIdWrong } from './search-patient-id-wrong.ts';
import { searchRangeBoundsExcluded } from './search-range-bounds-excluded.ts';
import { searchRangeHalfRead } from './search-range-half-read.ts';
import { searchRefusesUnknownParameter } from './search-refuses-unknown-parameter.ts';
import { searchRefusesUnsupportedKey } from './search-refuses-unsupported-key.ts';
import { searchResultsTwice } from './search-results-twice.ts';
import { searchRetrieveUrlDead } from './search-retrieve-url-dead.ts';
import { searchRetrieveUrlOfStudy } from './search-retrieve-url-of-study.ts';
import { searchRowsWrong } from './search-rows-wrong.ts';
import { searchSeriesCountWrong } from './search-series-count-wrong.ts';
import { searchSeriesSizeWrong } from './search-series-size-wrong.ts';
import { searchStaleAfterDelete } from './search-stale-after-delete.ts';
import { searchStaleAfterStore } from './search-stale-after-store.ts';
import { searchTakesPercentLiterally } from './search-takes-percent-literally.ts';
import { searchUidListByBackslash } from './search-uid-list-by-backslash.ts';
import { searchUidListByEnd } from './search-uid-list-by-end.ts';
import { searchUidListRefused } from './search-uid-list-refused.ts';
import { searchWildcardsLiteral } from './search-wildcards-literal.ts';
import { searchWithoutAttribute } from './search-without-attribute.ts';
import { searchWithoutPageWarning } from './search-without-page-warning.ts';
import { searchXmlRefused } from './search-xml-refused.ts';
import { seriesSearchIgnoresKeys } from './series-search-ignores-keys.ts';
import { seriesSearchIgnoresLimit } from './series-search-ignores-limit.ts';
import { studySearchIgnoresKeys } from './study-search-ignores-keys.ts';
import { studySearchListsFirstSeries } from './study-search-lists-first-series.ts';
import { studySearchTakesWildcardsLiterally } from './study-search-takes-wildcards-literally.ts';
import { unknownStudySearchAnswers500 } from './unknown-study-search-answers-500.ts';

/** Faults of the Search Transaction. */
export const SEARCH_FAULTS: readonly Fault[] = [
  searchAnswers206,
  searchAnswers500,
  searchGzipUnrequested,
  searchCodingUntrue,
  searchLabelledAsText,
  searchLabelledAsPlainJson,
  studySearchIgnoresKeys,
  seriesSearchIgnoresKeys,
  instanceSearchIgnoresKeys,
  searchIgnoresPath,
  searchCrossesSeries,
  searchStaleAfterStore,
  searchStaleAfterDelete,
  searchFindsNothing,
  searchResultsTwice,
  searchBareObject,
  searchAnswers404ForNone,
  searchEmptyObjectForNone,
  searchEverythingForNone,
  searchPatientIdWrong,
  searchInstanceNumberWrong,
  searchRowsWrong,
  searchInstanceCountWrong,
  searchSeriesCountWrong,
  searchSeriesSizeWrong,
  searchCountsStale,
  searchModalitiesWrong,
  searchRetrieveUrlDead,
  searchRetrieveUrlOfStudy,
  searchNumberAsString,
  searchNameAsString,
  searchDateWithDashes,
  searchKeysInLowerCase,
  searchEmptyAttributesOmitted,
  searchLacksParentAttributes,
  searchIgnoresLimit,
  searchIgnoresOffset,
  searchIgnoresIncludefield,
  searchIgnoresAllButLastKey,
  searchIgnoresKeywords,
  searchIgnoresTags,
  searchWildcardsLiteral,
  searchRangeBoundsExcluded,
  searchUidListRefused,
  searchOrderChanges,
  searchRefusesUnknownParameter,
  searchBadValueAnswers500,
  searchBadLimitIgnored,
  searchWithoutPageWarning,
  relationalSearchNotOffered,
  ...searchWithoutAttribute,
  searchXmlRefused,
  unknownStudySearchAnswers500,
  searchComparesBeginnings,
  searchComparesInPart,
  searchIgnoresStudyOfSeries,
  ...searchTakesPercentLiterally,
  searchUidListByBackslash,
  ...searchUidListByEnd,
  ...searchIgnoresKey,
  relationalSearchIgnoresParentKeys,
  ...searchRangeHalfRead,
  searchAsteriskNeedsACharacter,
  searchLimitHasToComeFirst,
  studySearchTakesWildcardsLiterally,
  seriesSearchIgnoresLimit,
  searchLimitsBeforeMatching,
  searchPagesByNumber,
  studySearchListsFirstSeries,
  ...searchMixesUpResults,
  ...searchMisreadsIncludefield,
  searchIncludefieldListAnswers400,
  searchAllWithoutRequired,
  searchIncludesLowerLevels,
  searchIncludesNothingFromAbove,
  searchIncludesValuesCutShort,
  searchMatchesBeginningsOfTexts,
  searchDisregardsCase,
  ...searchEmptyKey,
  searchRefusesUnsupportedKey,
  searchFuzzyMatchingRefused,
  searchFuzzyMatchingIgnored,
];
