import { dicomParts } from '../../answers/dicom/parts.ts';
import { quoted } from '../../answers/wording.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { assessStatus, RETRIEVED } from '../assess-status.ts';
import { decodedResponse } from '../complete-response.ts';
import { answerUnder, type FollowedOnce } from '../followed-link.ts';

/** A RetrieveURL that a server handed out, and the exchange that followed it with an application/dicom Accept field. */
export interface FollowedUrl extends FollowedOnce {
  /** SOP Instance UIDs of what it stands for. */
  readonly instances: readonly string[];
}

/**
 * QIDO-021 (in search results) or STOW-022 (in store responses): each RetrieveURL leads to what it stands for. A host
 * that cannot be reached from here may be reachable for others, and is a warning.
 */
export function retrieveUrlsLeadToTheirObjects(
  requirement: 'QIDO-021' | 'STOW-022',
  ...followed: readonly FollowedUrl[]
): Finding {
  const exchanges = followed.map(({ exchange }) => exchange);
  return assess(requirement, 'hands out RetrieveURLs that lead to the object', exchanges, (a) => {
    for (const one of followed) assessFollowed(one, a);
  });
}

function assessFollowed({ instances, ...followed }: FollowedUrl, a: Assessment): void {
  const { url } = followed;
  const where = { kind: 'element', path: '00081190' } as const;
  a.should(/^https?:/i.test(url), () => ({ expected: 'an absolute http URL', actual: quoted(url), where }));
  const answer = answerUnder(followed, where, a);
  if (!answer || (!assessStatus(answer, RETRIEVED, `${url.slice(0, 400)}: `, a) && answer.status !== 206)) return;
  const response = decodedResponse(answer, a);
  if (!response) return;
  const wanted = new Set(instances);
  let found = 0;
  for (const part of dicomParts(response)) {
    const uid = 'error' in part ? null : part.instance;
    if (uid !== null && wanted.has(uid)) found++;
    else {
      a.must(false, () => ({
        expected: `what ${quoted(url)} stands for`,
        actual: uid === null ? 'a part that cannot be read' : `instance ${quoted(uid)}`,
        where: { kind: 'part', part: part.representation.part ?? 0 },
      }));
    }
  }
  a.must(found > 0, () => ({
    expected: `an instance under ${quoted(url)}`,
    actual: 'none of those it stands for',
    where,
  }));
}
