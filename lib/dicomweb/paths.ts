import type { QueryParameters, ResourcePath, SearchResource } from './operations.ts';

/** A path segment with everything but unreserved characters percent-encoded (RFC 3986 §2.1). */
function segment(text: string): string {
  return encodeURIComponent(text);
}

/** Path of a study, series or instance below a service root (PS3.18 §10.1). */
export function resourcePath(path: ResourcePath): string {
  let result = `/studies/${segment(path.study)}`;
  if ('series' in path) result += `/series/${segment(path.series)}`;
  if ('instance' in path) result += `/instances/${segment(path.instance)}`;
  return result;
}

/** What a path names, in the words of the standard. */
export function levelOf(path: ResourcePath): 'study' | 'series' | 'instance' {
  return 'instance' in path ? 'instance' : 'series' in path ? 'series' : 'study';
}

/** Path of a search resource (PS3.18 Table 10.6.1-1). */
export function searchPath(resource: SearchResource): string {
  const study = 'study' in resource && resource.study !== undefined ? `/studies/${segment(resource.study)}` : '';
  const series = 'series' in resource && resource.series !== undefined ? `/series/${segment(resource.series)}` : '';
  return `${study}${series}/${resource.level}`;
}

/**
 * Query string with its question mark, empty without parameters. Names and values are percent-encoded as UTF-8; the
 * comma stays as it is, since it separates the values of a list (PS3.18 §8.3.1), and so does the question mark, a wildcard
 * that a query may hold (RFC 3986 §3.4).
 */
export function queryString(query: QueryParameters): string {
  if (query.length === 0) return '';
  const encode = (text: string): string => encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%3F', '?');
  return `?${query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')}`;
}
