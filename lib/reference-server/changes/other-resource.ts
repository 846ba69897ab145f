import type { Archive } from '../archive.ts';
import type { Request } from '../message.ts';

/** The request for another instance of the same series; unchanged where there is none. */
export function toSibling(request: Request, archive: Archive): Request {
  const { study = '', series, instance } = request.route;
  const sibling = archive.select({ study, series }).find((other) => other.instance !== instance);
  return sibling ? { ...request, route: { ...request.route, instance: sibling.instance } } : request;
}

/** The request for the whole series of an instance. */
export function toSeries({ route: { instance: _, ...route }, ...request }: Request): Request {
  return { ...request, route };
}

/** The request for the whole study of a series or instance. */
export function toStudy({ route: { instance: _, series: __, ...route }, ...request }: Request): Request {
  return { ...request, route };
}
