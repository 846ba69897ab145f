import type { TargetRecord } from './results.ts';

/** Where a target is: base URL, and the bases per service where it splits them. */
export type TargetAddress = Pick<TargetRecord, 'baseUrl' | 'roots'>;

/** A transaction of the Studies Service by method and resource, as PS3.18 Table 10.3-1 and 10.3-2 name them. */
export interface Transaction {
  readonly service: 'store' | 'retrieve' | 'search' | 'delete';
  readonly method: string;
  /** Resource below the base address as a template: `/studies/{study}/metadata`. */
  readonly resource: string;
}

const LEVELS: Readonly<Record<string, string>> = { studies: '{study}', series: '{series}', instances: '{instance}' };
const VIEWS: readonly string[] = ['metadata', 'rendered', 'thumbnail', 'pixeldata', 'bulkdata'];

/** The transaction that a request was, or null where it was none of the Studies Service. */
export function transactionOf(method: string, url: string, target: TargetAddress): Transaction | null {
  const path = pathBelow(url, target);
  if (path === null) return null;
  const resource = templateOf(path.split('/').filter((segment) => segment !== ''));
  if (resource === null) return null;
  const service = serviceOf(method, resource);
  return service && { service, method, resource };
}

/** Path and query of a URL below the base of a target; null where it lies elsewhere. */
export function belowBase(url: string, { baseUrl, roots }: TargetAddress): string | null {
  const bases = [...Object.values(roots ?? {}), baseUrl].sort((left, right) => right.length - left.length);
  const base = bases.find((candidate) => url.startsWith(candidate));
  return base === undefined ? null : url.slice(base.length);
}

function pathBelow(url: string, target: TargetAddress): string | null {
  return belowBase(url, target)?.split(/[?#]/, 1)[0] ?? null;
}

function templateOf(segments: readonly string[]): string | null {
  let template = '';
  let at = 0;
  while (at < segments.length) {
    const segment = segments[at] ?? '';
    const level = LEVELS[segment];
    if (level !== undefined) {
      template += at + 1 < segments.length ? `/${segment}/${level}` : `/${segment}`;
      at += 2;
    } else if (segment === 'frames' && at === segments.length - 2) {
      return `${template}/frames/{frames}`;
    } else if (segment === 'frames' && at === segments.length - 3 && VIEWS.includes(segments[at + 2] ?? '')) {
      return `${template}/frames/{frames}/${segments[at + 2]}`;
    } else if (VIEWS.includes(segment) && at > 0) {
      return `${template}/${segment}`;
    } else {
      return null;
    }
  }
  return template === '' ? null : template;
}

function serviceOf(method: string, resource: string): Transaction['service'] | null {
  if (method === 'POST') return 'store';
  if (method === 'DELETE') return 'delete';
  if (method !== 'GET') return null;
  return /\/(studies|series|instances)$/.test(resource) ? 'search' : 'retrieve';
}

/** Whether a request is sent to store something. */
export function isStore({ method }: { readonly method: string }): boolean {
  return method === 'POST';
}

/** Whether a request is sent to delete something. */
export function isDelete({ method }: { readonly method: string }): boolean {
  return method === 'DELETE';
}

/**
 * What was asked for, without what differs from run to run: method and resource template, and the method alone where
 * the request was none of the Studies Service.
 */
export function routeOf(
  { method, url }: { readonly method: string; readonly url: string },
  target: TargetAddress,
): string {
  const path = pathBelow(url, target);
  const resource = path === null ? null : templateOf(path.split('/').filter((segment) => segment !== ''));
  return resource === null ? method : `${method} ${resource}`;
}

/** Longest segment of a path that is shown as it is; what is longer was drawn by the server. */
const LONGEST_SHOWN = 32;

/**
 * What was asked for, for people: the route, and for a link of the server's own its path with templates in place of UIDs. It
 * may hold what the server drew, so nothing is told apart by it.
 */
export function shownRouteOf(
  request: { readonly method: string; readonly url: string },
  target: TargetAddress,
): string {
  const route = routeOf(request, target);
  if (route !== request.method || !URL.canParse(request.url)) return route;
  const below = pathBelow(request.url, target);
  const { origin, pathname } = new URL(request.url);
  const segments = (below ?? pathname).split('/').filter((segment) => segment !== '');
  const shown = segments.map((segment, index) => {
    const level = LEVELS[segments[index - 1] ?? ''];
    if (level !== undefined) return level;
    return segment.length > LONGEST_SHOWN || /^\d+(\.\d+)+$/.test(segment) ? '{…}' : segment;
  });
  return `${request.method} ${below === null ? origin : ''}/${shown.join('/')}`;
}

/** A route without its levels: what a server does to metadata, it does to that of a study, series and instance. */
export function viewOf(route: string): string {
  const [method = '', resource = ''] = route.split(' ');
  const view = resource.split('/').findLast((segment) => segment !== '' && !segment.startsWith('{')) ?? '';
  const isPlain = view === 'studies' || view === 'series' || view === 'instances';
  return `${method} ${isPlain ? (resource.endsWith('}') ? 'resource' : 'list') : view}`;
}
