import { firstDifference } from '../bytes/byte-source.ts';
import { answeredUrl, type Exchange } from '../http/exchange.ts';
import type { Finding } from '../results/finding.ts';
import { assessStatus, RETRIEVED } from './answers.ts';
import { type Assessment, assess } from './assess.ts';
import { dicomParts } from './dicom-parts.ts';
import { answerUnder } from './handed-out-answer.ts';
import { representationsOf } from './multipart-response.ts';
import { quoted } from './wording.ts';

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

function assessFollowed({ part, location, exchange }: FollowedLocation, origin: Exchange, a: Assessment): void {
  const where = { kind: 'header', name: 'Content-Location', part } as const;
  const response = answerUnder({ url: location, exchange, base: answeredUrl(origin) }, where, a);
  // What a location is served as depends on Accept; a refusal of the type says nothing about the location.
  if (response?.status === 406) a.cannot('not-exercised', `${location} is not served in the type that was asked for`);
  else if (
    response &&
    (assessStatus(response, RETRIEVED, `${location.slice(0, 200)}: `, a) || response.status === 206)
  ) {
    a.must(holdTheSame(origin, part, exchange), () => ({
      expected: `the content of part ${part} under ${quoted(location)}`,
      actual: 'something else',
      where,
    }));
  }
}

/** The same instance, or, for what is no instance, the same bytes. */
function holdTheSame(origin: Exchange, index: number, followed: Exchange): boolean {
  if (!origin.response || !followed.response) return false;
  const instances = [...dicomParts(origin.response)];
  const own = instances.find(({ representation }) => representation.part === index);
  const [found] = dicomParts(followed.response);
  if (own && found) return !('error' in own) && !('error' in found) && own.instance === found.instance;
  const [left, right] = [representationsOf(origin.response)[index], representationsOf(followed.response)[0]];
  return left !== undefined && right !== undefined && firstDifference(left.body, right.body) === -1;
}
