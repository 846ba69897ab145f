import type { Way } from '../../lib/reference-server/holes/hole.ts';

/** What a server without a resource is told. */
export interface Expectation {
  /** The requirements that ask for the resource: no other may turn red, and one of them has to, where there is one. */
  readonly askedBy: readonly string[];
  /** What no other resource can show, and so cannot be judged. */
  readonly unseen: readonly string[];
}

const ids = (service: string, ...numbers: readonly string[]) => numbers.map((number) => `${service}-${number}`);

const NOBODY: Expectation = { askedBy: [], unseen: [] };
const SEARCHED: Expectation = { askedBy: ['QIDO-001'], unseen: [] };
const RELATIONAL: Expectation = { askedBy: ['QIDO-002'], unseen: [] };
const DESCRIBED: Expectation = { askedBy: ['WADO-RS-030'], unseen: [] };

/** By the id of the resource. */
const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  // QIDO-010 and -020 are the keys and the attributes of /studies.
  'search-studies': { askedBy: ['QIDO-001'], unseen: ids('QIDO', '010', '020') },
  'search-series': RELATIONAL,
  'search-instances': RELATIONAL,
  'search-series-of-study': SEARCHED,
  'search-instances-of-study': RELATIONAL,
  'search-instances-of-series': SEARCHED,
  'metadata-study': DESCRIBED,
  'metadata-series': DESCRIBED,
  'metadata-instance': DESCRIBED,
  'retrieve-study': { askedBy: ['WADO-RS-001'], unseen: [] },
  'retrieve-series': { askedBy: ['WADO-RS-002'], unseen: [] },
  // WADO-RS-014 asks for one instance alone; the parts of a study name the URLs of their instances (MP-008).
  'retrieve-instance': { askedBy: ['WADO-RS-003'], unseen: ['MP-008', 'WADO-RS-014'] },
  frames: { askedBy: ['WADO-RS-040'], unseen: ids('WADO-RS', '041', '042', '044', '045') },
  'bulk-data': { askedBy: ['WADO-RS-037'], unseen: ['WADO-RS-058'] },
  'rendered-study': NOBODY,
  'rendered-series': NOBODY,
  'rendered-instance': { askedBy: ['WADO-RS-060'], unseen: ids('WADO-RS', '062', '063', '064', '073') },
  'rendered-frames': { askedBy: ['WADO-RS-060'], unseen: [] },
  'thumbnail-study': NOBODY,
  'thumbnail-series': NOBODY,
  'thumbnail-instance': NOBODY,
  'thumbnail-frames': NOBODY,
  store: { askedBy: ['STOW-001'], unseen: [] },
  // Only there can an instance be sent to another study than its own.
  'store-into-study': { askedBy: ['STOW-002'], unseen: ids('STOW', '007', '008', '012', '019', '020', '026') },
  'delete-study': NOBODY,
  'delete-series': NOBODY,
  'delete-instance': NOBODY,
  capabilities: NOBODY,
};

/**
 * What a server is told that lacks a resource in one of the ways. A page with 200 claims that a store or a delete was
 * done: that it was not is told as well. DELETE is no transaction of the standard: without it nothing is owed, but that
 * one level can be deleted and another answers as if the resource were not there, or as if the request were wrong, is a
 * warning.
 */
export function expectationOf(resource: string, way: Way): Expectation {
  const expectation = EXPECTATIONS[resource];
  if (!expectation) throw new RangeError(`nothing is expected of a server without ${resource}`);
  const { askedBy, unseen } = expectation;
  if (resource.startsWith('store') && way === 'page') return { askedBy: [...askedBy, 'STOW-032'], unseen };
  if (!resource.startsWith('delete')) return expectation;
  if (way === 'page') return { askedBy: ['DELETE-001', 'DELETE-005'], unseen };
  if (way === '400') return { askedBy: ['DELETE-003'], unseen };
  return way === '404' ? { askedBy: ['DELETE-004'], unseen } : expectation;
}
