import { isUid } from '../dicom/uid.ts';
import { type Level, type Operation, Refusal, type Route } from './message.ts';

interface Template {
  readonly pattern: RegExp;
  readonly level: Level;
  readonly methods: Readonly<Record<string, Operation>>;
}

const RETRIEVES = ['metadata', 'bulkdata', 'rendered', 'thumbnail'] as const;
const STUDY = 'studies/(?<study>[^/]+)';
const SERIES = `${STUDY}/series/(?<series>[^/]+)`;
const INSTANCE = `${SERIES}/instances/(?<instance>[^/]+)`;

function template(path: string, level: Level, methods: Readonly<Record<string, Operation>>): Template {
  return { pattern: new RegExp(`^/${path}$`), level, methods };
}

/** Resources of the Studies Service (PS3.18 Table 10.1-1) and DELETE on the three levels, which vendors add. */
const TEMPLATES: readonly Template[] = [
  template('', 'studies', {}),
  template('studies', 'studies', { GET: 'search', POST: 'store' }),
  template('series', 'series', { GET: 'search' }),
  template('instances', 'instances', { GET: 'search' }),
  template(STUDY, 'studies', { GET: 'retrieve', POST: 'store', DELETE: 'delete' }),
  template(`${STUDY}/series`, 'series', { GET: 'search' }),
  template(`${STUDY}/instances`, 'instances', { GET: 'search' }),
  template(SERIES, 'series', { GET: 'retrieve', DELETE: 'delete' }),
  template(`${SERIES}/instances`, 'instances', { GET: 'search' }),
  template(INSTANCE, 'instances', { GET: 'retrieve', DELETE: 'delete' }),
  ...RETRIEVES.flatMap((operation) => [
    template(`${STUDY}/${operation}`, 'studies', { GET: operation }),
    template(`${SERIES}/${operation}`, 'series', { GET: operation }),
    template(`${INSTANCE}/${operation}`, 'instances', { GET: operation }),
  ]),
  template(`${INSTANCE}/bulkdata/(?<element>.+)`, 'instances', { GET: 'bulkdata' }),
  template(`${INSTANCE}/frames/(?<frames>[^/]+)`, 'instances', { GET: 'frames' }),
  template(`${INSTANCE}/frames/(?<frames>[^/]+)/rendered`, 'instances', { GET: 'rendered' }),
  template(`${INSTANCE}/frames/(?<frames>[^/]+)/thumbnail`, 'instances', { GET: 'thumbnail' }),
];

/** Decodes percent-encoded UTF-8; refuses broken escapes with 400. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Refusal(400, `the URL holds a broken percent escape in ${JSON.stringify(text)}`);
  }
}

function allowed(methods: Readonly<Record<string, Operation>>): string[] {
  return ['OPTIONS', ...Object.keys(methods), ...('GET' in methods ? ['HEAD'] : [])];
}

/** Methods that the resource of a path knows; none for a path of no resource. */
export function allowedMethods(path: string): string[] {
  const found = TEMPLATES.find(({ pattern }) => pattern.test(path));
  return found ? allowed(found.methods) : [];
}

/**
 * Finds the resource that a path below the base names, and the operation that a method means there.
 * @throws Refusal 404 for a path of no resource, 400 for a segment that is no UID, 405 with Allow for another method.
 */
export function findRoute(method: string, path: string): Route {
  for (const { pattern, level, methods } of TEMPLATES) {
    const match = pattern.exec(path);
    if (match === null) continue;
    const named = Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodePercent(value)] as const);
    const operation = method === 'OPTIONS' ? 'capabilities' : methods[method === 'HEAD' ? 'GET' : method];
    if (operation === undefined)
      throw new Refusal(405, `${method} is not defined for this resource`, [['Allow', allowed(methods).join(', ')]]);
    for (const [name, value] of named) {
      if ((name === 'study' || name === 'series' || name === 'instance') && !isUid(value))
        throw new Refusal(400, `the ${name} segment ${JSON.stringify(value)} is not a UID`);
    }
    return { operation, level, ...Object.fromEntries(named) };
  }
  throw new Refusal(404, 'no such resource in this service');
}
