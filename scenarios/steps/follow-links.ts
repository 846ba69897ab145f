import { bulkDataReferences, type RetrieveLink } from '../../lib/answers/links.ts';
import { representationsOf } from '../../lib/answers/multipart.ts';
import { isSuccess, mediaTypeOf } from '../../lib/answers/response.ts';
import { isServed, saysNoSuchResource } from '../../lib/answers/served.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import { isPart10 } from '../../lib/dicom/part10.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { answeredUrl, headerValue } from '../../lib/http/exchange.ts';
import { isOutOfReach } from '../../lib/judges/followed-link.ts';
import { type FollowedLocation, locationsLeadBack } from '../../lib/judges/multipart/content-location.ts';
import { multipartIsWellFormed } from '../../lib/judges/multipart/framing.ts';
import {
  type FollowedReference,
  isServedAsOctetStream,
  referencesLeadToTheirValues,
} from '../../lib/judges/retrieve/bulkdata.ts';
import { pairsMediaTypeAndTransferSyntax } from '../../lib/judges/retrieve/bulkdata-media-types.ts';
import { type FollowedUrl, retrieveUrlsLeadToTheirObjects } from '../../lib/judges/retrieve/retrieve-url.ts';
import type { Finding } from '../../lib/results/finding.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { askForStored } from './ask-until.ts';
import { isProperAnswer } from './proper-answer.ts';
import { retrieve } from './see-resource.ts';
import { held, ofStudy } from './stored.ts';

/** A server hands out as many URLs as it likes; this many of one answer are followed. */
const MOST_FOLLOWED = 5;

const INSTANCES = 'multipart/related; type="application/dicom"; transfer-syntax=*';
const OCTETS = 'multipart/related; type="application/octet-stream"';

/** GET of a URL that an answer hands out: of something stored, which may be on its way there. */
function follow(context: ScenarioContext, url: string, origin: Exchange, accept: string): Promise<Exchange> {
  return askForStored(context, () => context.dicomweb.retrieveUrl(url, answeredUrl(origin), { accept }));
}

/** Follows the BulkDataURIs of metadata and judges what they lead to, as any other answer in parts. */
export async function followReferences(
  context: ScenarioContext,
  metadata: Exchange,
  stored: readonly StoredInstance[],
): Promise<Finding[]> {
  const references = bulkDataReferences(metadata, stored).slice(0, MOST_FOLLOWED);
  const followed: FollowedReference[] = [];
  for (const { uri, stored: instance, path } of references) {
    const exchange = await follow(context, uri, metadata, OCTETS);
    followed.push({ stored: instance, path, exchange, base: answeredUrl(metadata) });
  }
  // How a host answers that cannot be reached from here is no matter of the target's; that it hands it out is. In which
  // form a value comes can only be told where it comes.
  const reached = followed.filter(({ exchange }) => !isOutOfReach(exchange) && !saysNoSuchResource(exchange));
  return [
    referencesLeadToTheirValues(...followed),
    ...reached.flatMap(({ exchange, ...of }) => [
      ...isProperAnswer(exchange),
      ...(isMultipart(exchange) ? multipartIsWellFormed(exchange) : []),
      isServedAsOctetStream(exchange, of),
      pairsMediaTypeAndTransferSyntax(exchange),
    ]),
  ];
}

/** Whether it came in parts at all is another duty. */
function isMultipart({ response }: Exchange): boolean {
  return response !== null && isSuccess(response) && mediaTypeOf(response)?.type === 'multipart';
}

/** Follows RetrieveURLs and judges what they lead to. `instancesOf` tells what an entity consists of. */
export async function followRetrieveUrls(
  context: ScenarioContext,
  requirement: 'QIDO-021' | 'STOW-022',
  origin: Exchange,
  urls: readonly RetrieveLink[],
  instancesOf: (uid: string) => readonly StoredInstance[],
): Promise<Finding> {
  const followed: FollowedUrl[] = [];
  for (const { url, uid } of urls.slice(0, MOST_FOLLOWED)) {
    const exchange = await follow(context, url, origin, INSTANCES);
    const named = instancesOf(uid);
    if (await isNotOffered(context, exchange, named[0])) continue;
    followed.push({ url, base: answeredUrl(origin), exchange, instances: named.map(({ instance }) => instance) });
  }
  return retrieveUrlsLeadToTheirObjects(requirement, ...followed);
}

/**
 * Whether a link leads nowhere since the server retrieves no study, series or instance at all: that is judged where
 * they are retrieved. `instance` is one that was stored.
 */
async function isNotOffered(
  { dicomweb }: ScenarioContext,
  followed: Exchange,
  instance: StoredInstance | undefined,
): Promise<boolean> {
  if (!instance || !saysNoSuchResource(followed)) return false;
  const { url } = followed.request;
  const { study, series } = instance;
  const alike = url.includes('/instances/') ? instance : url.includes('/series/') ? { study, series } : { study };
  return !isServed(await retrieve(dicomweb, alike));
}

/** Follows the Content-Location of the first parts of an answer and judges what they lead to. */
export async function followLocations(context: ScenarioContext, origin: Exchange): Promise<Finding> {
  const followed: FollowedLocation[] = [];
  const [ownInstance] = held(context, ofStudy(context));
  for (const [part, { headers, mediaType, body }] of (origin.response
    ? representationsOf(origin.response)
    : []
  ).entries()) {
    const location = headerValue(headers, 'Content-Location');
    if (location === null || followed.length >= MOST_FOLLOWED) continue;
    const accept = mediaType?.essence === 'application/dicom' || isPart10(body) ? INSTANCES : OCTETS;
    const exchange = await follow(context, location, origin, accept);
    if (accept === INSTANCES && (await isNotOffered(context, exchange, ownInstance))) continue;
    followed.push({ part, location, exchange });
  }
  return locationsLeadBack(origin, followed);
}
