import { type Cause, causesOf } from './first-cause.ts';
import type { Results } from './results.ts';

/** Causes named in a message at once. */
const NAMED = 30;

/** A name that fits no finding of a run, or more than one. The message lists the choices. */
export class UnknownFinding extends Error {
  override readonly name = 'UnknownFinding';
}

/**
 * Name of a cause's ticket, such as `003-not-stored.1`. It sorts as the report does, gravest first; ids come from
 * results.json, so nothing but plain letters enters a path.
 */
export function ticketName(index: number, { id }: Pick<Cause, 'id'>): string {
  return `${String(index + 1).padStart(3, '0')}-${id.replace(/[^A-Za-z0-9.-]/g, '_').slice(0, 80)}`;
}

/**
 * The cause that a person names by its number in the report, its ticket (with or without `.md` and folders), its id or
 * a requirement that it breaches.
 *
 * @throws UnknownFinding where none has that name, or several breach the requirement.
 */
export function namedCause(results: Results, name: string): Cause {
  const causes = causesOf(results);
  const asked = name.replace(/^.*[/\\]/, '').replace(/\.(md|sh)$/, '');
  const exact = causes.find(
    (cause, index) => asked === cause.id || asked === ticketName(index, cause) || Number(asked) === index + 1,
  );
  if (exact) return exact;
  const breaching = causes.filter(({ sightings }) => sightings.some(({ finding }) => finding.requirement === asked));
  const [only] = breaching;
  if (only && breaching.length === 1) return only;
  throw new UnknownFinding(
    breaching.length > 1
      ? `${asked} is breached in ${breaching.length} ways; name one: ${choices(causes, breaching)}`
      : causes.length === 0
        ? 'the run has no findings'
        : `the run has no finding "${name.slice(0, 100)}"; it has: ${choices(causes, causes)}`,
  );
}

function choices(all: readonly Cause[], some: readonly Cause[]): string {
  const named = some.slice(0, NAMED).map((cause) => {
    return `${all.indexOf(cause) + 1} (${cause.lead.finding.requirement} ${cause.id})`;
  });
  const more = some.length > NAMED ? [`and ${some.length - NAMED} more`] : [];
  return [...named, ...more].join(', ');
}
