import type { Fault } from '../fault.ts';
import { bothLengthAndChunked } from './both-length-and-chunked.ts';
import { bulkdataBytesWrong } from './bulkdata-bytes-wrong.ts';
import { bulkdataEndsEarly } from './bulkdata-ends-early.ts';
import { bulkdataGzipUnrequested } from './bulkdata-gzip-unrequested.ts';
import { bulkdataLocatedElsewhere } from './bulkdata-located-elsewhere.ts';
import { bulkdataNoClosingDelimiter } from './bulkdata-no-closing-delimiter.ts';
import { bulkdataRefused } from './bulkdata-refused.ts';
import { bulkdataSyntaxUntrue } from './bulkdata-syntax-untrue.ts';
import { bulkdataUriDead } from './bulkdata-uri-dead.ts';
import { bulkdataUriNotAString } from './bulkdata-uri-not-a-string.ts';
import { bulkdataUriOfSibling } from './bulkdata-uri-of-sibling.ts';
import { bulkdataUriRelativeToElsewhere } from './bulkdata-uri-relative-to-elsewhere.ts';
import { bulkdataUriUnreachable } from './bulkdata-uri-unreachable.ts';
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
import { metadataWithoutLocation } from './metadata-without-location.ts';
import { metadataWithoutVr } from './metadata-without-vr.ts';
import { metadataXmlMissesOne } from './metadata-xml-misses-one.ts';
import { metadataXmlRefused } from './metadata-xml-refused.ts';
import { responseWithoutLength } from './response-without-length.ts';
import { seriesMetadataReturnsStudy } from './series-metadata-returns-study.ts';
import { unknownMetadataAnswersEmptyList } from './unknown-metadata-answers-empty-list.ts';

/** Faults of metadata and bulk data. */
export const METADATA_FAULTS: readonly Fault[] = [
  metadataAnswers500,
  unknownMetadataAnswersEmptyList,
  metadataWithoutContentType,
  metadataLabelledAsHtml,
  metadataLabelledAsPlainJson,
  metadataCharsetRepeated,
  metadataGzipUndeclared,
  bothLengthAndChunked,
  responseWithoutLength,
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
  bulkdataUriUnreachable,
  bulkdataUriOfSibling,
  bulkdataBytesWrong,
  bulkdataRefused,
  metadataMissesOne,
  metadataHasOneTwice,
  metadataOfSibling,
  seriesMetadataReturnsStudy,
  metadataAsSearchResult,
  metadataXmlRefused,
  bulkdataNoClosingDelimiter,
  bulkdataGzipUnrequested,
  bulkdataEndsEarly,
  bulkdataLocatedElsewhere,
  bulkdataSyntaxUntrue,
  metadataWithoutLocation,
  metadataXmlMissesOne,
];
