import type { Fault } from '../fault.ts';
import { acceptIgnored } from './accept-ignored.ts';
import { acceptInCapitalsUnknown } from './accept-in-capitals-unknown.ts';
import { acceptParameterIgnored } from './accept-parameter-ignored.ts';
import { acceptQualityIgnored } from './accept-quality-ignored.ts';
import { acceptRangeMatchesNothing } from './accept-range-matches-nothing.ts';
import { acceptReadToFirstEntry } from './accept-read-to-first-entry.ts';
import { acceptZeroIgnored } from './accept-zero-ignored.ts';
import { capabilitiesNotOffered } from './capabilities-not-offered.ts';
import { challengeMissing } from './challenge-missing.ts';
import { diesAfterTwentyRequests } from './dies-after-twenty-requests.ts';
import { headWithBody } from './head-with-body.ts';
import { missingAcceptIsAnything } from './missing-accept-is-anything.ts';
import { notAllowedWithoutAllow } from './not-allowed-without-allow.ts';
import { redirectsInACircle } from './redirects-in-a-circle.ts';
import { slow } from './slow.ts';
import { speaksHttp10 } from './speaks-http-1-0.ts';
import { stalls } from './stalls.ts';
import { typeParameterHasToBeQuoted } from './type-parameter-has-to-be-quoted.ts';
import { unacceptableAnswers500 } from './unacceptable-answers-500.ts';

/** Faults that any request can meet. */
export const COMMON_FAULTS: readonly Fault[] = [
  acceptIgnored,
  unacceptableAnswers500,
  missingAcceptIsAnything,
  acceptReadToFirstEntry,
  acceptRangeMatchesNothing,
  acceptQualityIgnored,
  acceptZeroIgnored,
  acceptInCapitalsUnknown,
  acceptParameterIgnored,
  typeParameterHasToBeQuoted,
  headWithBody,
  notAllowedWithoutAllow,
  challengeMissing,
  capabilitiesNotOffered,
  redirectsInACircle,
  slow,
  stalls,
  diesAfterTwentyRequests,
  speaksHttp10,
];
