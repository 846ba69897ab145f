import { createDicomWebClient } from '../dicomweb/client.ts';
import type { SendingOptions } from '../dicomweb/send.ts';
import { decodedBody } from '../http/content.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Target } from '../target/target.ts';
import { targetAt } from './base-above.ts';
import type { Refusal } from './refusals.ts';
import { hasDicomType } from './signs.ts';

/** Below which path common products have their DICOMweb. */
const USUAL_ROOTS = ['/dicom-web', '/dicomweb', '/rs', '/wado'];
/** dcm4chee has one root for each of its application entities, and lists these. */
const ENTITIES = '/dcm4chee-arc/aets';
const MOST_ENTITIES = 3;
const LARGEST_LIST = 2 ** 20;

/**
 * Looks for DICOMweb where common products have it: below the target, and below its host. Only searches are sent, on the
 * origin of the target, for a study that does not exist. Null where none answers them as DICOMweb does.
 */
export async function usualRoot(
  sending: SendingOptions,
  query: readonly (readonly [string, string])[],
): Promise<Refusal | null> {
  const { target } = sending;
  const bases = [...new Set([target.baseUrl, new URL(target.baseUrl).origin])];
  const usual = bases.flatMap((base) => USUAL_ROOTS.map((root) => base + root));
  const found = await firstOf(sending, usual, query);
  if (found !== null) return found;
  for (const base of bases) {
    const found = await firstOf(sending, await entityRoots(sending, base), query);
    if (found !== null) return found;
  }
  return null;
}

function elsewhere({ baseUrl }: Target, url: string): Refusal {
  return {
    kind: 'not-dicomweb',
    message: `${baseUrl} is not the base URL of a DICOMweb server: one answers at ${url}`,
    hint: `Give that as the target: --target ${url}`,
  };
}

/** The first of these URLs at which DICOMweb answers. A host that fails or leaves a search unanswered is asked no more. */
async function firstOf(
  sending: SendingOptions,
  urls: readonly string[],
  query: readonly (readonly [string, string])[],
): Promise<Refusal | null> {
  for (const url of urls.filter((each) => each !== sending.target.baseUrl)) {
    const client = createDicomWebClient({ ...sending, target: targetAt(url, sending.target) });
    const { response, failure } = await client.search({ level: 'studies' }, query);
    if (failure || !response || response.status >= 500) return null;
    const { status } = response;
    if (status === 204 || (status === 200 && hasDicomType(response))) return elsewhere(sending.target, url);
  }
  return null;
}

/** The roots of the first entities that a dcm4chee lists below a base URL. */
async function entityRoots(sending: SendingOptions, base: string): Promise<string[]> {
  const client = createDicomWebClient({ ...sending, target: targetAt(base, sending.target) });
  const titles = titlesIn(await client.request('search', 'GET', ENTITIES, { accept: 'application/json' }));
  return titles.slice(0, MOST_ENTITIES).map((title) => `${base}${ENTITIES}/${encodeURIComponent(title)}/rs`);
}

function titlesIn({ response, failure }: Exchange): string[] {
  if (failure || response?.status !== 200) return [];
  const decoded = decodedBody(response, LARGEST_LIST);
  if (!decoded.ok) return [];
  try {
    const listed: unknown = JSON.parse(Buffer.from(decoded.body.read(0, LARGEST_LIST)).toString('utf8'));
    if (!Array.isArray(listed)) return [];
    const titles = listed.map((each: { dicomAETitle?: unknown } | null) => each?.dicomAETitle);
    // PS3.5 Table 6.2-1: an AE has 16 characters at most.
    return titles.filter((title): title is string => typeof title === 'string' && /^[\w.-]{1,16}$/.test(title));
  } catch {
    return [];
  }
}
