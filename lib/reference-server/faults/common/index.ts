import type { Fault } from '../fault.ts';
import { acceptIgnored } from './accept-ignored.ts';
import { capabilitiesNotOffered } from './capabilities-not-offered.ts';
import { challengeMissing } from './challenge-missing.ts';
import { diesAfterTwentyRequests } from './dies-after-twenty-requests.ts';
import { notAllowedWithoutAllow } from './not-allowed-without-allow.ts';
import { redirectsInACircle } from './redirects-in-a-circle.ts';
import { slow } from './slow.ts';
import { speaksHttp10 } from './speaks-http-1-0.ts';
import { stalls } from './stalls.ts';
import { unacceptableAnswers500 } from './unacceptable-answers-500.ts';

/** Faults that any request can meet. */
export const COMMON_FAULTS: readonly Fault[] = [
  acceptIgnored,
  unacceptableAnswers500,
  notAllowedWithoutAllow,
  challengeMissing,
  capabilitiesNotOffered,
  redirectsInACircle,
  slow,
  stalls,
  diesAfterTwentyRequests,
  speaksHttp10,
];
