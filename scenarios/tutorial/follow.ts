import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { answeredUrl, headerValue } from '../../lib/http/exchange.ts';
import {
  type FollowedReference,
  isServedAsOctetStream,
  referencesLeadToTheirValues,
} from '../../lib/judges/bulkdata.ts';
import { type FollowedLocation, locationsLeadBack } from '../../lib/judges/content-location.ts';
import { bulkDataReferences, type HandedOutUrl } from '../../lib/judges/handed-out.ts';
import { representationsOf } from '../../lib/judges/multipart-response.ts';
import { type FollowedUrl, retrieveUrlsLeadToTheirObjects } from '../../lib/judges/retrieve-url.ts';
import type { Finding } from '../../lib/results/finding.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';

/** A server hands out as many URLs as it likes; this many of one answer are followed. */
const MOST_FOLLOWED = 5;

const INSTANCES = 'multipart/related; type="application/dicom"; transfer-syntax=*';
const OCTETS = 'multipart/related; type="application/octet-stream"';

/** Follows the BulkDataURIs of metadata and judges what they lead to. */
export async function followReferences(
  { dicomweb }: ScenarioContext,
  metadata: Exchange,
  stored: readonly StoredInstance[],
): Promise<Finding[]> {
  const references = bulkDataReferences(metadata, stored).slice(0, MOST_FOLLOWED);
  const followed: FollowedReference[] = [];
  for (const { uri, stored: instance, path } of references) {
    const exchange = await dicomweb.retrieveUrl(uri, answeredUrl(metadata), { accept: OCTETS });
    followed.push({ stored: instance, path, exchange });
  }
  return [referencesLeadToTheirValues(...followed), ...followed.map(({ exchange }) => isServedAsOctetStream(exchange))];
}

/** Follows RetrieveURLs and judges what they lead to. `instancesOf` tells what an entity consists of. */
export async function followRetrieveUrls(
  { dicomweb }: ScenarioContext,
  requirement: 'QIDO-021' | 'STOW-022',
  origin: Exchange,
  urls: readonly HandedOutUrl[],
  instancesOf: (uid: string) => readonly StoredInstance[],
): Promise<Finding> {
  const followed: FollowedUrl[] = [];
  for (const { url, uid } of urls.slice(0, MOST_FOLLOWED)) {
    const exchange = await dicomweb.retrieveUrl(url, answeredUrl(origin), { accept: INSTANCES });
    followed.push({
      url,
      base: answeredUrl(origin),
      exchange,
      instances: instancesOf(uid).map(({ instance }) => instance),
    });
  }
  return retrieveUrlsLeadToTheirObjects(requirement, ...followed);
}

/** Follows the Content-Location of the first parts of an answer and judges what they lead to. */
export async function followLocations({ dicomweb }: ScenarioContext, origin: Exchange): Promise<Finding> {
  const followed: FollowedLocation[] = [];
  for (const [part, { headers, mediaType }] of (origin.response ? representationsOf(origin.response) : []).entries()) {
    const location = headerValue(headers, 'Content-Location');
    if (location === null || followed.length >= MOST_FOLLOWED) continue;
    const accept = mediaType?.essence === 'application/dicom' ? INSTANCES : OCTETS;
    followed.push({ part, location, exchange: await dicomweb.retrieveUrl(location, answeredUrl(origin), { accept }) });
  }
  return locationsLeadBack(origin, followed);
}
