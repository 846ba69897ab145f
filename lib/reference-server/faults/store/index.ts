import type { Fault } from '../fault.ts';
import { badStoreAnswers200 } from './bad-store-answers-200.ts';
import { badStoreAnswers500 } from './bad-store-answers-500.ts';
import { changesOneInAThousand } from './changes-one-in-a-thousand.ts';
import { chunkedStoreLost, chunkedStoreRefused } from './chunked-store.ts';
import { conflictWithoutBody } from './conflict-without-body.ts';
import { failedStoreAnswers200 } from './failed-store-answers-200.ts';
import { failureReasonAsString } from './failure-reason-as-string.ts';
import { failureReasonZero } from './failure-reason-zero.ts';
import { failureWithoutReason } from './failure-without-reason.ts';
import { failuresNotListed } from './failures-not-listed.ts';
import { fakeStore } from './fake-store.ts';
import { keepsWhatItRefused } from './keeps-what-it-refused.ts';
import { losesOneInAThousand } from './loses-one-in-a-thousand.ts';
import { partialStoreAnswers200 } from './partial-store-answers-200.ts';
import { partialStoreAnswers409 } from './partial-store-answers-409.ts';
import { partialStoreConcealsWhatItKept } from './partial-store-conceals-what-it-kept.ts';
import { partialStoreListsAllAsStored } from './partial-store-lists-all-as-stored.ts';
import { partialStoreWithoutBody } from './partial-store-without-body.ts';
import { storeAnswers201 } from './store-answers-201.ts';
import { storeAnswers202 } from './store-answers-202.ts';
import { storeAnswers204 } from './store-answers-204.ts';
import { storeAnswers409 } from './store-answers-409.ts';
import { storeAnswers500 } from './store-answers-500.ts';
import { storeCoercesSilently } from './store-coerces-silently.ts';
import { storeDamagesPixels } from './store-damages-pixels.ts';
import { storeIntoStudyNotOffered } from './store-into-study-not-offered.ts';
import { storeKeepsFirstOfRequest } from './store-keeps-first-of-request.ts';
import { storeKeepsOneOfASeries } from './store-keeps-one-of-a-series.ts';
import { storeLabelledAsHtml } from './store-labelled-as-html.ts';
import { storeLocationOfAnotherStudy } from './store-location-of-another-study.ts';
import { storeLosesWhatItKeeps } from './store-loses-what-it-keeps.ts';
import { storeMixesUpRetrieveUrls } from './store-mixes-up-retrieve-urls.ts';
import { storeRefusesSeveralStudies } from './store-refuses-several-studies.ts';
import { storeReplacesSilently } from './store-replaces-silently.ts';
import { storeResponseAsXml } from './store-response-as-xml.ts';
import { storeResponseEmpty } from './store-response-empty.ts';
import { storeResponseInArray } from './store-response-in-array.ts';
import { storeResponseListsFailures } from './store-response-lists-failures.ts';
import { storeResponseListsOtherFailures } from './store-response-lists-other-failures.ts';
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
import { storedTwiceListedTwice } from './stored-twice-listed-twice.ts';
import { storesIntoWrongStudy } from './stores-into-wrong-study.ts';
import { unreadablePartAnswers500, unreadablePartConcealed } from './unreadable-part.ts';
import { unsupportedMediaTypeAnswers500 } from './unsupported-media-type-answers-500.ts';
import { unusualFraming } from './unusual-framing.ts';

/** Faults of the Store Transaction. */
export const STORE_FAULTS: readonly Fault[] = [
  storeAnswers201,
  storeAnswers202,
  storeAnswers204,
  storeAnswers409,
  storeAnswers500,
  storeIntoStudyNotOffered,
  storeWithoutContentType,
  storeLabelledAsHtml,
  storeCoercesSilently,
  storeDamagesPixels,
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
  storesIntoWrongStudy,
  failedStoreAnswers200,
  partialStoreAnswers200,
  partialStoreAnswers409,
  partialStoreConcealsWhatItKept,
  partialStoreListsAllAsStored,
  failureWithoutReason,
  failureReasonZero,
  failureReasonAsString,
  failuresNotListed,
  conflictWithoutBody,
  badStoreAnswers500,
  badStoreAnswers200,
  unsupportedMediaTypeAnswers500,
  storeReplacesSilently,
  storeLosesWhatItKeeps,
  losesOneInAThousand,
  changesOneInAThousand,
  keepsWhatItRefused,
  storeResponseListsOtherFailures,
  storeLocationOfAnotherStudy,
  storeRefusesSeveralStudies,
  storeKeepsFirstOfRequest,
  storeKeepsOneOfASeries,
  storeMixesUpRetrieveUrls,
  chunkedStoreRefused,
  chunkedStoreLost,
  storedTwiceListedTwice,
  partialStoreWithoutBody,
  unreadablePartConcealed,
  unreadablePartAnswers500,
  ...unusualFraming,
];
