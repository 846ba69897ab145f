import { acceptIgnored } from './accept-ignored.ts';
import { badStoreAnswers200 } from './bad-store-answers-200.ts';
import { badStoreAnswers500 } from './bad-store-answers-500.ts';
import { bodyCutInHalf } from './body-cut-in-half.ts';
import { bodyEndsEarly } from './body-ends-early.ts';
import { bothLengthAndChunked } from './both-length-and-chunked.ts';
import { boundaryNotInBody } from './boundary-not-in-body.ts';
import { boundaryOf71Characters } from './boundary-of-71-characters.ts';
import { boundaryWithSpecialsUnquoted } from './boundary-with-specials-unquoted.ts';
import { bulkdataBytesWrong } from './bulkdata-bytes-wrong.ts';
import { bulkdataRefused } from './bulkdata-refused.ts';
import { bulkdataUriDead } from './bulkdata-uri-dead.ts';
import { bulkdataUriNotAString } from './bulkdata-uri-not-a-string.ts';
import { bulkdataUriOfSibling } from './bulkdata-uri-of-sibling.ts';
import { bulkdataUriRelativeToElsewhere } from './bulkdata-uri-relative-to-elsewhere.ts';
import { capabilitiesNotOffered } from './capabilities-not-offered.ts';
import { challengeMissing } from './challenge-missing.ts';
import { changesOneInAThousand } from './changes-one-in-a-thousand.ts';
import { characterSetRelabelled } from './character-set-relabelled.ts';
import { closingDelimiterWithOneDash } from './closing-delimiter-with-one-dash.ts';
import { conflictWithoutBody } from './conflict-without-body.ts';
import { deleteAnswers200WithBody } from './delete-answers-200-with-body.ts';
import { deleteAnswers202 } from './delete-answers-202.ts';
import { deleteAnswers404 } from './delete-answers-404.ts';
import { deleteAnswers500 } from './delete-answers-500.ts';
import { deleteInstanceRemovesSeries } from './delete-instance-removes-series.ts';
import { deleteInstanceRemovesSibling } from './delete-instance-removes-sibling.ts';
import { deleteInstanceRemovesStudy } from './delete-instance-removes-study.ts';
import { deleteOfInstanceRefused } from './delete-of-instance-refused.ts';
import { deleteOfSeriesRefused } from './delete-of-series-refused.ts';
import { deleteSeriesLeavesOne } from './delete-series-leaves-one.ts';
import { deleteSeriesRemovesStudy } from './delete-series-removes-study.ts';
import { deleteStudyLeavesOne } from './delete-study-leaves-one.ts';
import { deleteStudyRemovesEverything } from './delete-study-removes-everything.ts';
import { deletedFramesRemain } from './deleted-frames-remain.ts';
import { deletedInstancesRemain } from './deleted-instances-remain.ts';
import { deletedMetadataRemains } from './deleted-metadata-remains.ts';
import { delimitersWithBareLf } from './delimiters-with-bare-lf.ts';
import { diesAfterTwentyRequests } from './dies-after-twenty-requests.ts';
import { elementAdded } from './element-added.ts';
import { elementDropped } from './element-dropped.ts';
import { emptyElementsDropped } from './empty-elements-dropped.ts';
import { failedStoreAnswers200 } from './failed-store-answers-200.ts';
import { failureReasonAsString } from './failure-reason-as-string.ts';
import { failureReasonZero } from './failure-reason-zero.ts';
import { failureWithoutReason } from './failure-without-reason.ts';
import { failuresNotListed } from './failures-not-listed.ts';
import { fakeDelete } from './fake-delete.ts';
import { fakeStore } from './fake-store.ts';
import type { Fault } from './fault.ts';
import { frame0IsFrame1 } from './frame-0-is-frame-1.ts';
import { frameAsWholeFile } from './frame-as-whole-file.ts';
import { frameBeyondLastAnswers500 } from './frame-beyond-last-answers-500.ts';
import { frameBitFlipped } from './frame-bit-flipped.ts';
import { frameListFirstOnly } from './frame-list-first-only.ts';
import { frameListReversed } from './frame-list-reversed.ts';
import { frameOfSibling } from './frame-of-sibling.ts';
import { framePadded } from './frame-padded.ts';
import { frameRowsReversed } from './frame-rows-reversed.ts';
import { frameSentTwice } from './frame-sent-twice.ts';
import { frameTruncated } from './frame-truncated.ts';
import { frameTypeContradictsSyntax } from './frame-type-contradicts-syntax.ts';
import { framesAnswer500 } from './frames-answer-500.ts';
import { framesCountedFrom0 } from './frames-counted-from-0.ts';
import { framesLabelledAsJpeg } from './frames-labelled-as-jpeg.ts';
import { framesNoClosingDelimiter } from './frames-no-closing-delimiter.ts';
import { framesSinglePart } from './frames-single-part.ts';
import { instanceNumberDropped } from './instance-number-dropped.ts';
import { instanceReturnsSeries } from './instance-returns-series.ts';
import { instanceReturnsSibling } from './instance-returns-sibling.ts';
import { instanceSearchIgnoresKeys } from './instance-search-ignores-keys.ts';
import { losesOneInAThousand } from './loses-one-in-a-thousand.ts';
import { metadataAnswers500 } from './metadata-answers-500.ts';
import { metadataAsSearchResult } from './metadata-as-search-result.ts';
import { metadataAttributeAdded } from './metadata-attribute-added.ts';
import { metadataAttributeMissing } from './metadata-attribute-missing.ts';
import { metadataBareObject } from './metadata-bare-object.ts';
import { metadataBlankForEmpty } from './metadata-blank-for-empty.ts';
import { metadataCharsetRepeated } from './metadata-charset-repeated.ts';
import { metadataCutOff } from './metadata-cut-off.ts';
import { metadataDateWithDashes } from './metadata-date-with-dashes.ts';
import { metadataEmptyArrayForEmpty } from './metadata-empty-array-for-empty.ts';
import { metadataEmptyDropped } from './metadata-empty-dropped.ts';
import { metadataGzipUndeclared } from './metadata-gzip-undeclared.ts';
import { metadataHasOneTwice } from './metadata-has-one-twice.ts';
import { metadataIntegerStringChanged } from './metadata-integer-string-changed.ts';
import { metadataJoinedByBackslash } from './metadata-joined-by-backslash.ts';
import { metadataKeysAreKeywords } from './metadata-keys-are-keywords.ts';
import { metadataKeysInLowerCase } from './metadata-keys-in-lower-case.ts';
import { metadataKeysUnordered } from './metadata-keys-unordered.ts';
import { metadataLabelledAsHtml } from './metadata-labelled-as-html.ts';
import { metadataLabelledAsPlainJson } from './metadata-labelled-as-plain-json.ts';
import { metadataMissesOne } from './metadata-misses-one.ts';
import { metadataNameAsString } from './metadata-name-as-string.ts';
import { metadataNameWithEmptyGroups } from './metadata-name-with-empty-groups.ts';
import { metadataNameWithEquals } from './metadata-name-with-equals.ts';
import { metadataNotANumber } from './metadata-not-a-number.ts';
import { metadataNotUtf8 } from './metadata-not-utf8.ts';
import { metadataNullForEmpty } from './metadata-null-for-empty.ts';
import { metadataNumberAsString } from './metadata-number-as-string.ts';
import { metadataObjectOfList } from './metadata-object-of-list.ts';
import { metadataOfSibling } from './metadata-of-sibling.ts';
import { metadataPixelsAsNumbers } from './metadata-pixels-as-numbers.ts';
import { metadataPixelsInline } from './metadata-pixels-inline.ts';
import { metadataPixelsLeftOut } from './metadata-pixels-left-out.ts';
import { metadataRefersToShortText } from './metadata-refers-to-short-text.ts';
import { metadataTextAsNumber } from './metadata-text-as-number.ts';
import { metadataUidWithNul } from './metadata-uid-with-nul.ts';
import { metadataValueBesideUri } from './metadata-value-beside-uri.ts';
import { metadataValueChanged } from './metadata-value-changed.ts';
import { metadataValueNotInArray } from './metadata-value-not-in-array.ts';
import { metadataVrInLowerCase } from './metadata-vr-in-lower-case.ts';
import { metadataVrWrong } from './metadata-vr-wrong.ts';
import { metadataWithByteOrderMark } from './metadata-with-byte-order-mark.ts';
import { metadataWithDuplicateKey } from './metadata-with-duplicate-key.ts';
import { metadataWithFileMeta } from './metadata-with-file-meta.ts';
import { metadataWithGroupLength } from './metadata-with-group-length.ts';
import { metadataWithoutContentType } from './metadata-without-content-type.ts';
import { metadataWithoutVr } from './metadata-without-vr.ts';
import { metadataXmlRefused } from './metadata-xml-refused.ts';
import { noClosingDelimiter } from './no-closing-delimiter.ts';
import { notAllowedWithoutAllow } from './not-allowed-without-allow.ts';
import { partFollowedByBlankLine } from './part-followed-by-blank-line.ts';
import { partInBase64 } from './part-in-base64.ts';
import { partLengthWrong } from './part-length-wrong.ts';
import { partLocationLeadsNowhere } from './part-location-leads-nowhere.ts';
import { partOfMultipartType } from './part-of-multipart-type.ts';
import { partTransferSyntaxUntrue } from './part-transfer-syntax-untrue.ts';
import { partTransferSyntaxWildcard } from './part-transfer-syntax-wildcard.ts';
import { partWithoutContentType } from './part-without-content-type.ts';
import { partWithoutHeaders } from './part-without-headers.ts';
import { partWithoutLength } from './part-without-length.ts';
import { partWithoutLocation } from './part-without-location.ts';
import { part10ElementsOutOfOrder } from './part10-elements-out-of-order.ts';
import { part10GroupLengthWrong } from './part10-group-length-wrong.ts';
import { part10ImplicitVr } from './part10-implicit-vr.ts';
import { part10MediaStorageInstanceUntrue } from './part10-media-storage-instance-untrue.ts';
import { part10OddLength } from './part10-odd-length.ts';
import { part10TrailingBytes } from './part10-trailing-bytes.ts';
import { part10TransferSyntaxUntrue } from './part10-transfer-syntax-untrue.ts';
import { part10Truncated } from './part10-truncated.ts';
import { part10WithoutFileMeta } from './part10-without-file-meta.ts';
import { part10WithoutImplementationClass } from './part10-without-implementation-class.ts';
import { part10WithoutMediaStorageInstance } from './part10-without-media-storage-instance.ts';
import { part10WithoutPreamble } from './part10-without-preamble.ts';
import { part10WithoutPrefix } from './part10-without-prefix.ts';
import { partialStoreAnswers200 } from './partial-store-answers-200.ts';
import { partialStoreAnswers409 } from './partial-store-answers-409.ts';
import { partsShareOneLocation } from './parts-share-one-location.ts';
import { pathNotChecked } from './path-not-checked.ts';
import { patientNameUpperCased } from './patient-name-upper-cased.ts';
import { pixelBitFlipped } from './pixel-bit-flipped.ts';
import { pixelsBlank } from './pixels-blank.ts';
import { pixelsCoarsened } from './pixels-coarsened.ts';
import { pixelsRedAndBlueSwapped } from './pixels-red-and-blue-swapped.ts';
import { pixelsUpsideDown } from './pixels-upside-down.ts';
import { privateElementsDropped } from './private-elements-dropped.ts';
import { relationalSearchNotOffered } from './relational-search-not-offered.ts';
import { renderedIgnoresParameters } from './rendered-ignores-parameters.ts';
import { renderedInverted } from './rendered-inverted.ts';
import { renderedRefused } from './rendered-refused.ts';
import { responseWithoutLength } from './response-without-length.ts';
import { retrieveAnswers206 } from './retrieve-answers-206.ts';
import { retrieveAnswers404 } from './retrieve-answers-404.ts';
import { retrieveAnswers500 } from './retrieve-answers-500.ts';
import { retrieveLabelledAsMultipartMixed } from './retrieve-labelled-as-multipart-mixed.ts';
import { retrieveSinglePart } from './retrieve-single-part.ts';
import { retrieveTypeParameterUntrue } from './retrieve-type-parameter-untrue.ts';
import { retrieveWithoutBoundaryParameter } from './retrieve-without-boundary-parameter.ts';
import { retrieveWithoutContentType } from './retrieve-without-content-type.ts';
import { retrieveWithoutTypeParameter } from './retrieve-without-type-parameter.ts';
import { searchAnswers206 } from './search-answers-206.ts';
import { searchAnswers404ForNone } from './search-answers-404-for-none.ts';
import { searchAnswers500 } from './search-answers-500.ts';
import { searchBadLimitIgnored } from './search-bad-limit-ignored.ts';
import { searchBadValueAnswers500 } from './search-bad-value-answers-500.ts';
import { searchBareObject } from './search-bare-object.ts';
import { searchCodingUntrue } from './search-coding-untrue.ts';
import { searchCountsStale } from './search-counts-stale.ts';
import { searchCrossesSeries } from './search-crosses-series.ts';
import { searchDateWithDashes } from './search-date-with-dashes.ts';
import { searchEmptyAttributesOmitted } from './search-empty-attributes-omitted.ts';
import { searchEmptyObjectForNone } from './search-empty-object-for-none.ts';
import { searchEverythingForNone } from './search-everything-for-none.ts';
import { searchFindsNothing } from './search-finds-nothing.ts';
import { searchGzipUnrequested } from './search-gzip-unrequested.ts';
import { searchIgnoresAllButLastKey } from './search-ignores-all-but-last-key.ts';
import { searchIgnoresIncludefield } from './search-ignores-includefield.ts';
import { searchIgnoresKeywords } from './search-ignores-keywords.ts';
import { searchIgnoresLimit } from './search-ignores-limit.ts';
import { searchIgnoresOffset } from './search-ignores-offset.ts';
import { searchIgnoresPath } from './search-ignores-path.ts';
import { searchIgnoresTags } from './search-ignores-tags.ts';
import { searchInstanceCountWrong } from './search-instance-count-wrong.ts';
import { searchInstanceNumberWrong } from './search-instance-number-wrong.ts';
import { searchKeysInLowerCase } from './search-keys-in-lower-case.ts';
import { searchLabelledAsPlainJson } from './search-labelled-as-plain-json.ts';
import { searchLabelledAsText } from './search-labelled-as-text.ts';
import { searchLacksParentAttributes } from './search-lacks-parent-attributes.ts';
import { searchModalitiesWrong } from './search-modalities-wrong.ts';
import { searchNameAsString } from './search-name-as-string.ts';
import { searchNumberAsString } from './search-number-as-string.ts';
import { searchOrderChanges } from './search-order-changes.ts';
import { searchPatientIdWrong } from './search-patient-id-wrong.ts';
import { searchRangeBoundsExcluded } from './search-range-bounds-excluded.ts';
import { searchRefusesUnknownParameter } from './search-refuses-unknown-parameter.ts';
import { searchResultsTwice } from './search-results-twice.ts';
import { searchRetrieveUrlDead } from './search-retrieve-url-dead.ts';
import { searchRetrieveUrlOfStudy } from './search-retrieve-url-of-study.ts';
import { searchRowsWrong } from './search-rows-wrong.ts';
import { searchSeriesCountWrong } from './search-series-count-wrong.ts';
import { searchSeriesSizeWrong } from './search-series-size-wrong.ts';
import { searchStaleAfterDelete } from './search-stale-after-delete.ts';
import { searchStaleAfterStore } from './search-stale-after-store.ts';
import { searchUidListRefused } from './search-uid-list-refused.ts';
import { searchWildcardsLiteral } from './search-wildcards-literal.ts';
import { searchWithoutAttribute } from './search-without-attribute.ts';
import { searchWithoutPageWarning } from './search-without-page-warning.ts';
import { seriesMetadataReturnsStudy } from './series-metadata-returns-study.ts';
import { seriesMissesOne } from './series-misses-one.ts';
import { seriesNumberChanged } from './series-number-changed.ts';
import { seriesReturnsStudy } from './series-returns-study.ts';
import { seriesSearchIgnoresKeys } from './series-search-ignores-keys.ts';
import { slow } from './slow.ts';
import { stalls } from './stalls.ts';
import { storeAnswers201 } from './store-answers-201.ts';
import { storeAnswers202 } from './store-answers-202.ts';
import { storeAnswers204 } from './store-answers-204.ts';
import { storeAnswers409 } from './store-answers-409.ts';
import { storeAnswers500 } from './store-answers-500.ts';
import { storeCoercesSilently } from './store-coerces-silently.ts';
import { storeDamagesPixels } from './store-damages-pixels.ts';
import { storeIntoStudyNotOffered } from './store-into-study-not-offered.ts';
import { storeLabelledAsHtml } from './store-labelled-as-html.ts';
import { storeReplacesSilently } from './store-replaces-silently.ts';
import { storeResponseAsXml } from './store-response-as-xml.ts';
import { storeResponseEmpty } from './store-response-empty.ts';
import { storeResponseInArray } from './store-response-in-array.ts';
import { storeResponseListsFailures } from './store-response-lists-failures.ts';
import { storeResponseNamesAnotherClass } from './store-response-names-another-class.ts';
import { storeResponseNamesAnotherInstance } from './store-response-names-another-instance.ts';
import { storeResponseNullItem } from './store-response-null-item.ts';
import { storeResponseOfItsOwn } from './store-response-of-its-own.ts';
import { storeResponseRepeatsReference } from './store-response-repeats-reference.ts';
import { storeResponseUidsWithoutArray } from './store-response-uids-without-array.ts';
import { storeResponseWithWarningReason } from './store-response-with-warning-reason.ts';
import { storeResponseWithoutClass } from './store-response-without-class.ts';
import { storeResponseWithoutInstance } from './store-response-without-instance.ts';
import { storeResponseWithoutInstanceUrl } from './store-response-without-instance-url.ts';
import { storeResponseWithoutLocation } from './store-response-without-location.ts';
import { storeResponseWithoutReferences } from './store-response-without-references.ts';
import { storeResponseWithoutStudyUrl } from './store-response-without-study-url.ts';
import { storeRetrieveUrlDead } from './store-retrieve-url-dead.ts';
import { storeStudyUrlDead } from './store-study-url-dead.ts';
import { storeWithoutContentType } from './store-without-content-type.ts';
import { storedSyntaxIgnoresRequest } from './stored-syntax-ignores-request.ts';
import { storesIntoWrongStudy } from './stores-into-wrong-study.ts';
import { studyHasOneTwice } from './study-has-one-twice.ts';
import { studyIdEmptied } from './study-id-emptied.ts';
import { studyMissesOne } from './study-misses-one.ts';
import { studyReturnsFirstSeries } from './study-returns-first-series.ts';
import { studySearchIgnoresKeys } from './study-search-ignores-keys.ts';
import { transferSyntaxWildcardRefused } from './transfer-syntax-wildcard-refused.ts';
import { unacceptableAnswers500 } from './unacceptable-answers-500.ts';
import { unknownAnswers200 } from './unknown-answers-200.ts';
import { unknownAnswers204 } from './unknown-answers-204.ts';
import { unknownAnswers500 } from './unknown-answers-500.ts';
import { unknownMetadataAnswersEmptyList } from './unknown-metadata-answers-empty-list.ts';
import { unsupportedMediaTypeAnswers500 } from './unsupported-media-type-answers-500.ts';
import { vrChangedToUnknown } from './vr-changed-to-unknown.ts';

export type { Fault, TutorialOperation } from './fault.ts';

/** Every named fault, in the order in which they are listed. */
export const FAULTS: readonly Fault[] = [
  storeAnswers201,
  storeAnswers202,
  storeAnswers204,
  storeAnswers409,
  storeAnswers500,
  storeIntoStudyNotOffered,
  retrieveAnswers206,
  retrieveAnswers500,
  retrieveAnswers404,
  metadataAnswers500,
  framesAnswer500,
  searchAnswers206,
  searchAnswers500,
  unknownAnswers200,
  unknownAnswers204,
  unknownAnswers500,
  unknownMetadataAnswersEmptyList,
  storeWithoutContentType,
  storeLabelledAsHtml,
  retrieveWithoutContentType,
  retrieveLabelledAsMultipartMixed,
  retrieveWithoutTypeParameter,
  retrieveWithoutBoundaryParameter,
  retrieveTypeParameterUntrue,
  metadataWithoutContentType,
  metadataLabelledAsHtml,
  metadataLabelledAsPlainJson,
  metadataCharsetRepeated,
  metadataGzipUndeclared,
  searchGzipUnrequested,
  searchCodingUntrue,
  searchLabelledAsText,
  searchLabelledAsPlainJson,
  framesLabelledAsJpeg,
  frameTypeContradictsSyntax,
  partTransferSyntaxUntrue,
  partTransferSyntaxWildcard,
  delimitersWithBareLf,
  noClosingDelimiter,
  closingDelimiterWithOneDash,
  boundaryOf71Characters,
  boundaryWithSpecialsUnquoted,
  boundaryNotInBody,
  framesNoClosingDelimiter,
  partWithoutContentType,
  partWithoutHeaders,
  partOfMultipartType,
  partLengthWrong,
  partWithoutLength,
  partWithoutLocation,
  partsShareOneLocation,
  partLocationLeadsNowhere,
  partInBase64,
  partFollowedByBlankLine,
  bodyEndsEarly,
  bothLengthAndChunked,
  responseWithoutLength,
  bodyCutInHalf,
  retrieveSinglePart,
  part10WithoutPreamble,
  part10WithoutPrefix,
  part10WithoutFileMeta,
  part10GroupLengthWrong,
  part10TransferSyntaxUntrue,
  part10ImplicitVr,
  part10WithoutMediaStorageInstance,
  part10MediaStorageInstanceUntrue,
  part10WithoutImplementationClass,
  part10OddLength,
  part10TrailingBytes,
  part10Truncated,
  part10ElementsOutOfOrder,
  pixelBitFlipped,
  pixelsRedAndBlueSwapped,
  pixelsUpsideDown,
  pixelsCoarsened,
  pixelsBlank,
  frameBitFlipped,
  frameRowsReversed,
  frameTruncated,
  framePadded,
  frameAsWholeFile,
  frameOfSibling,
  frameSentTwice,
  framesCountedFrom0,
  framesSinglePart,
  elementDropped,
  elementAdded,
  patientNameUpperCased,
  seriesNumberChanged,
  instanceNumberDropped,
  studyIdEmptied,
  emptyElementsDropped,
  privateElementsDropped,
  characterSetRelabelled,
  vrChangedToUnknown,
  storeCoercesSilently,
  storeDamagesPixels,
  metadataBareObject,
  metadataObjectOfList,
  metadataNumberAsString,
  metadataTextAsNumber,
  metadataNameAsString,
  metadataNameWithEquals,
  metadataNameWithEmptyGroups,
  metadataKeysInLowerCase,
  metadataKeysAreKeywords,
  metadataValueNotInArray,
  metadataNullForEmpty,
  metadataBlankForEmpty,
  metadataEmptyArrayForEmpty,
  metadataEmptyDropped,
  metadataWithoutVr,
  metadataVrInLowerCase,
  metadataVrWrong,
  metadataJoinedByBackslash,
  metadataWithGroupLength,
  metadataWithDuplicateKey,
  metadataWithByteOrderMark,
  metadataNotUtf8,
  metadataKeysUnordered,
  metadataNotANumber,
  metadataCutOff,
  metadataDateWithDashes,
  metadataUidWithNul,
  metadataIntegerStringChanged,
  metadataValueChanged,
  metadataAttributeMissing,
  metadataAttributeAdded,
  metadataWithFileMeta,
  metadataPixelsInline,
  metadataPixelsAsNumbers,
  metadataPixelsLeftOut,
  metadataRefersToShortText,
  metadataValueBesideUri,
  bulkdataUriDead,
  bulkdataUriNotAString,
  bulkdataUriRelativeToElsewhere,
  bulkdataUriOfSibling,
  bulkdataBytesWrong,
  bulkdataRefused,
  studyMissesOne,
  studyHasOneTwice,
  studyReturnsFirstSeries,
  seriesReturnsStudy,
  seriesMissesOne,
  instanceReturnsSeries,
  instanceReturnsSibling,
  metadataMissesOne,
  metadataHasOneTwice,
  metadataOfSibling,
  seriesMetadataReturnsStudy,
  metadataAsSearchResult,
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
  fakeStore,
  storeResponseEmpty,
  storeResponseOfItsOwn,
  storeResponseInArray,
  storeResponseAsXml,
  storeResponseWithoutReferences,
  storeResponseRepeatsReference,
  storeResponseNullItem,
  storeResponseNamesAnotherInstance,
  storeResponseNamesAnotherClass,
  storeResponseWithoutClass,
  storeResponseWithoutInstance,
  storeResponseListsFailures,
  storeResponseWithWarningReason,
  storeResponseWithoutStudyUrl,
  storeResponseWithoutInstanceUrl,
  storeRetrieveUrlDead,
  storeStudyUrlDead,
  storeResponseWithoutLocation,
  storeResponseUidsWithoutArray,
  fakeDelete,
  deleteInstanceRemovesSeries,
  deleteInstanceRemovesStudy,
  deleteSeriesRemovesStudy,
  deleteStudyRemovesEverything,
  deleteInstanceRemovesSibling,
  deleteSeriesLeavesOne,
  deleteStudyLeavesOne,
  deleteAnswers200WithBody,
  deleteAnswers202,
  deleteAnswers404,
  deleteAnswers500,
  deleteOfSeriesRefused,
  deleteOfInstanceRefused,
  deletedMetadataRemains,
  deletedInstancesRemain,
  deletedFramesRemain,
  storesIntoWrongStudy,
  failedStoreAnswers200,
  partialStoreAnswers200,
  partialStoreAnswers409,
  failureWithoutReason,
  failureReasonZero,
  failureReasonAsString,
  failuresNotListed,
  conflictWithoutBody,
  badStoreAnswers500,
  badStoreAnswers200,
  unsupportedMediaTypeAnswers500,
  storeReplacesSilently,
  storedSyntaxIgnoresRequest,
  transferSyntaxWildcardRefused,
  pathNotChecked,
  frameListReversed,
  frameListFirstOnly,
  frame0IsFrame1,
  frameBeyondLastAnswers500,
  metadataXmlRefused,
  renderedRefused,
  renderedIgnoresParameters,
  renderedInverted,
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
  acceptIgnored,
  unacceptableAnswers500,
  notAllowedWithoutAllow,
  challengeMissing,
  capabilitiesNotOffered,
  losesOneInAThousand,
  changesOneInAThousand,
  slow,
  stalls,
  diesAfterTwentyRequests,
  ...searchWithoutAttribute,
];
