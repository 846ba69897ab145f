import type { Fault } from '../fault.ts';
import { anythingIsRefused } from './anything-is-refused.ts';
import { badUidAnswers500 } from './bad-uid-answers-500.ts';
import { instanceReturnsSeries } from './instance-returns-series.ts';
import { instanceReturnsSibling } from './instance-returns-sibling.ts';
import { pathNotChecked } from './path-not-checked.ts';
import { retrieveAnswers206 } from './retrieve-answers-206.ts';
import { retrieveAnswers404 } from './retrieve-answers-404.ts';
import { retrieveAnswers500 } from './retrieve-answers-500.ts';
import { retrieveLabelledAsMultipartMixed } from './retrieve-labelled-as-multipart-mixed.ts';
import { retrieveLocatedElsewhere } from './retrieve-located-elsewhere.ts';
import { retrieveSinglePart } from './retrieve-single-part.ts';
import { retrieveTransferSyntaxWildcard } from './retrieve-transfer-syntax-wildcard.ts';
import { retrieveTypeParameterUntrue } from './retrieve-type-parameter-untrue.ts';
import { retrieveWithoutBoundaryParameter } from './retrieve-without-boundary-parameter.ts';
import { retrieveWithoutContentType } from './retrieve-without-content-type.ts';
import { retrieveWithoutTypeParameter } from './retrieve-without-type-parameter.ts';
import { seriesMissesOne } from './series-misses-one.ts';
import { seriesReturnsStudy } from './series-returns-study.ts';
import { singlePartAnswers400 } from './single-part-answers-400.ts';
import { storedSyntaxIgnoresRequest } from './stored-syntax-ignores-request.ts';
import { studyAsOneInstance } from './study-as-one-instance.ts';
import { studyHasOneTwice } from './study-has-one-twice.ts';
import { studyMissesOne } from './study-misses-one.ts';
import { studyReturnsFirstSeries } from './study-returns-first-series.ts';
import { transferSyntaxHasToBeNamed } from './transfer-syntax-has-to-be-named.ts';
import { transferSyntaxWildcardRefused } from './transfer-syntax-wildcard-refused.ts';
import { unknownAnswers200 } from './unknown-answers-200.ts';
import { unknownAnswers204 } from './unknown-answers-204.ts';
import { unknownAnswers500 } from './unknown-answers-500.ts';

/** Faults of what is retrieved, and how it is labelled. */
export const RETRIEVE_FAULTS: readonly Fault[] = [
  retrieveAnswers206,
  retrieveAnswers500,
  retrieveAnswers404,
  unknownAnswers200,
  unknownAnswers204,
  unknownAnswers500,
  retrieveWithoutContentType,
  retrieveLabelledAsMultipartMixed,
  retrieveWithoutTypeParameter,
  retrieveWithoutBoundaryParameter,
  retrieveTypeParameterUntrue,
  retrieveTransferSyntaxWildcard,
  retrieveSinglePart,
  retrieveLocatedElsewhere,
  studyMissesOne,
  studyHasOneTwice,
  studyReturnsFirstSeries,
  seriesReturnsStudy,
  seriesMissesOne,
  instanceReturnsSeries,
  instanceReturnsSibling,
  storedSyntaxIgnoresRequest,
  transferSyntaxWildcardRefused,
  transferSyntaxHasToBeNamed,
  singlePartAnswers400,
  studyAsOneInstance,
  anythingIsRefused,
  pathNotChecked,
  badUidAnswers500,
];
