import { isServed, saysNoSuchResource } from '../../answers/served.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { ServiceRoots } from '../../target/target.ts';
import { withoutBreaches } from './without-breaches.ts';

/** A resource with a method of it, and the requirements that ask for it. */
interface Resource {
  readonly methods: readonly string[];
  readonly path: RegExp;
  readonly name: string;
  readonly askedBy: readonly string[];
}

const STUDY = '/studies/[^/]+';
const SERIES = `${STUDY}/series/[^/]+`;
const INSTANCE = `${SERIES}/instances/[^/]+`;

function resource(method: 'GET' | 'POST', template: string, ...askedBy: readonly string[]): Resource {
  const name = template.replace(INSTANCE, '…/instances/{instance}').replace(SERIES, '…/series/{series}');
  return {
    methods: method === 'GET' ? ['GET', 'HEAD'] : [method],
    path: new RegExp(`^${template}$`),
    name: `${method} ${name.replace(STUDY, '/studies/{study}').replace('[^/]+', '{frames}')}`,
    askedBy,
  };
}

/** What an acknowledged store owes holds for every store, whatever the body of its answer. */
const KEPT = 'STOW-032';

/** Resources of the Studies Service (PS3.18 Table 10.1-1). */
const RESOURCES: readonly Resource[] = [
  resource('GET', '/studies', 'QIDO-001'),
  resource('GET', '/series', 'QIDO-002'),
  resource('GET', '/instances', 'QIDO-002'),
  resource('GET', `${STUDY}/series`, 'QIDO-001'),
  resource('GET', `${STUDY}/instances`, 'QIDO-002'),
  resource('GET', `${SERIES}/instances`, 'QIDO-001'),
  resource('GET', STUDY, 'WADO-RS-001'),
  resource('GET', SERIES, 'WADO-RS-002'),
  resource('GET', INSTANCE, 'WADO-RS-003'),
  ...[STUDY, SERIES, INSTANCE].map((path) => resource('GET', `${path}/metadata`, 'WADO-RS-030')),
  resource('GET', `${INSTANCE}/frames/[^/]+`, 'WADO-RS-040'),
  resource('GET', `${INSTANCE}/rendered`, 'WADO-RS-060'),
  resource('GET', `${INSTANCE}/frames/[^/]+/rendered`, 'WADO-RS-060'),
  resource('POST', '/studies', 'STOW-001', KEPT),
  resource('POST', STUDY, 'STOW-002', KEPT),
];

/** Which resources a server was seen to have, and which answers may mean that it does not have one. */
interface SeenResources {
  note(exchange: Exchange): void;
  /** The finding without the breaches of a resource that the server never served, but for those that ask for it. */
  withoutMissing(finding: Finding): Finding;
}

/**
 * One missing resource is one breach: of the requirement that asks for it. Whatever else is judged by its answers is
 * not judged there, for as long as the run saw no answer by which the server has it.
 */
export function seenResources(roots: ServiceRoots): SeenResources {
  const served = new Set<Resource>();
  const refused = new Map<string, Resource>();
  return {
    note(exchange) {
      const found = resourceOf(exchange, roots);
      if (!found) return;
      if (isServed(exchange)) served.add(found);
      else if (saysNoSuchResource(exchange)) refused.set(exchange.id, found);
    },
    withoutMissing(finding) {
      const missing = (exchange: string | null): Resource | undefined => {
        const found = exchange === null ? undefined : refused.get(exchange);
        return found && !served.has(found) && !found.askedBy.includes(finding.requirement) ? found : undefined;
      };
      return withoutBreaches(finding, ({ exchange }) => {
        const found = missing(exchange);
        return found ? `the server does not have ${found.name}` : null;
      });
    },
  };
}

function resourceOf({ request }: Exchange, roots: ServiceRoots): Resource | undefined {
  const [url = ''] = request.url.split(/[?#]/);
  const paths = new Set(Object.values(roots).filter((root) => url.startsWith(`${root}/`)));
  for (const root of paths) {
    const path = url.slice(root.length);
    const found = RESOURCES.find((one) => one.methods.includes(request.method) && one.path.test(path));
    if (found) return found;
  }
  return undefined;
}
