import { dicomParts } from '../../answers/dicom/parts.ts';
import { representationsOf } from '../../answers/multipart.ts';
import { breach } from '../../breaches/breach.ts';
import { firstDifference } from '../../bytes/byte-source.ts';
import { answeredUrl, type Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { assessStatus, retrieved } from '../assess-status.ts';
import { answerUnder } from '../followed-link.ts';

/** A part's Content-Location, and the exchange that followed it. */
export interface FollowedLocation {
  /** Index of the part. */
  readonly part: number;
  readonly location: string;
  readonly exchange: Exchange;
}

/** MP-008: the Content-Location of a part leads back to what the part holds. */
export function locationsLeadBack(origin: Exchange, followed: readonly FollowedLocation[]): Finding {
  const exchanges = [origin, ...followed.map(({ exchange }) => exchange)];
  return assess('MP-008', 'locates parts by URLs that lead back to their content', exchanges, (a) => {
    const parts = origin.response ? representationsOf(origin.response) : [];
    for (const one of followed) {
      const part = parts[one.part];
      if (part) assessFollowed(one, origin, a);
    }
  });
}

const EXPECTATION = retrieved('part-location-dead');

function assessFollowed({ part, location, exchange }: FollowedLocation, origin: Exchange, a: Assessment): void {
  const where = { kind: 'header', name: 'Content-Location', part } as const;
  const response = answerUnder(
    { url: location, exchange, base: answeredUrl(origin), link: 'Content-Location' },
    where,
    a,
  );
  // What a location is served as depends on Accept; a refusal of the type says nothing about the location.
  if (response?.status === 406) a.cannot('not-exercised', `${location} is not served in the type that was asked for`);
  else if (response && (assessStatus(response, EXPECTATION, a.about(exchange)) || response.status === 206)) {
    const own = instanceIn(origin, part);
    if (own === UNREADABLE) a.cannot('prerequisite-failed', `part ${part} cannot be read as an instance`);
    else assessContent(own, { part, location, exchange }, origin, a);
  }
}

const UNREADABLE = 'what cannot be read as an instance';

/** The SOP Instance UID in a part, or that it cannot be read; null for what is no instance. */
function instanceIn({ response }: Exchange, index: number): string | null {
  for (const part of response ? dicomParts(response) : []) {
    if ((part.representation.part ?? 0) !== index) continue;
    return 'error' in part || part.instance === null ? UNREADABLE : part.instance;
  }
  return null;
}

/** The same instance, or, for what is no instance, the same bytes. */
function assessContent(own: string | null, followed: FollowedLocation, origin: Exchange, a: Assessment): void {
  const { part, location, exchange } = followed;
  const actual = instanceIn(exchange, 0);
  const [there] = exchange.response ? representationsOf(exchange.response) : [];
  const bytes = origin.response ? representationsOf(origin.response)[part]?.body : undefined;
  const same =
    own !== null && actual !== null
      ? own === actual
      : there !== undefined && bytes !== undefined && firstDifference(bytes, there.body) === -1;
  a.must(same, () => {
    const where = { kind: 'header', name: 'Content-Location', part } as const;
    return breach('part-location-other-content', where, {
      location,
      expected: own,
      actual: actual === UNREADABLE ? null : actual,
    });
  });
}
