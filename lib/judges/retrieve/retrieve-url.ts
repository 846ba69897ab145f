import { dicomParts } from '../../answers/dicom/parts.ts';
import { breach } from '../../breaches/breach.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { assessStatus, retrieved } from '../assess-status.ts';
import { decodedResponse } from '../complete-response.ts';
import { answerUnder, type FollowedOnce } from '../followed-link.ts';

/** A RetrieveURL that a server handed out, and the exchange that followed it with an application/dicom Accept field. */
export interface FollowedUrl extends Omit<FollowedOnce, 'link'> {
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
    for (const one of followed) assessFollowed(one, a.about(one.exchange));
  });
}

function assessFollowed({ instances, ...followed }: FollowedUrl, a: Assessment): void {
  const { url } = followed;
  const where = { kind: 'element', path: '00081190' } as const;
  a.should(/^https?:/i.test(url), () => breach('retrieve-url-relative', where, { url }));
  const answer = answerUnder({ ...followed, link: 'RetrieveURL' }, where, a);
  if (!answer || (!assessStatus(answer, retrieved('retrieve-url-dead'), a) && answer.status !== 206)) return;
  const response = decodedResponse(answer, a);
  if (!response) return;
  const wanted = new Set(instances);
  let found = 0;
  for (const part of dicomParts(response)) {
    const uid = 'error' in part ? null : part.instance;
    if (uid !== null && wanted.has(uid)) found++;
    else {
      const place = { kind: 'part', part: part.representation.part ?? 0 } as const;
      a.must(false, () =>
        uid === null
          ? breach('retrieve-url-unreadable', place, { url })
          : breach('retrieve-url-leads-elsewhere', place, { url, instance: uid }),
      );
    }
  }
  a.must(found > 0, () => breach('retrieve-url-empty', where, { url }));
}
