import { sightOf } from '../../answers/sight.ts';
import type { Breach } from '../../breaches/breach.ts';
import type { Ledger } from '../../deletion/ledger.ts';
import { listBy } from '../../deletion/lists.ts';
import type { DicomWebClient, InstancePath } from '../../dicomweb/operations.ts';
import type { Finding } from '../../results/finding.ts';
import { withoutBreaches } from './without-breaches.ts';

/** Kinds that name an instance or series in excess. */
const OF_ONE = new Set([
  'foreign-instance',
  'metadata-of-foreign-instance',
  'retrieve-url-leads-elsewhere',
  'saved-file-of-unknown-instance',
  'search-finds-foreign',
  'search-finds-others-by-key',
]);
/** Kinds that count too many, and the parameters with both numbers. */
const OF_MANY: Readonly<Record<string, readonly [counted: string, expected: string]>> = {
  'search-count-differs': ['actual', 'expected'],
  'xml-part-count': ['count', 'expected'],
};
/** So many are looked at each, and no study of a run is used by others more than that. */
const MOST_STRANGERS = 5;

/**
 * Findings without what an instance explains that somebody else stored into the study of this run. It is believed to be
 * somebody else's only where metadata and search of the study both list it, and it can be described and retrieved by its
 * own path: what a server mixes up or makes up in one answer is none. Where there are as many as the run stored, the
 * server keeps each of ours a second time, and all of it stays a breach. What is left is judged by what is ours. Nor is
 * an instance of ours foreign that was looked for in vain, and is shown by now.
 */
export async function withoutStrangers(
  findings: readonly Finding[],
  study: string,
  dicomweb: DicomWebClient,
  ledger: Ledger,
): Promise<readonly Finding[]> {
  if (!findings.some(({ breaches }) => breaches.some(isSuspicious))) return findings;
  const late = await lateOf(findings, dicomweb, ledger);
  const ours = findings.map((finding) =>
    withoutBreaches(finding, ({ code, parameters }) =>
      OF_ONE.has(code) && late.has(String(parameters.instance)) ? LATE : null,
    ),
  );
  if (!ours.some(({ breaches }) => breaches.some(isSuspicious))) return ours;
  const strangers = await strangersIn(study, dicomweb, ledger);
  if (strangers.length === 0) return ours;
  const ofOurs = new Set(ledger.entries().map(({ series }) => series));
  const uids = new Set(
    strangers.flatMap(({ series, instance }) => (ofOurs.has(series) ? [instance] : [instance, series])),
  );
  const remark = `not ours: ${strangers[0]?.instance} lies in the study, which this run did not store`;
  return ours.map((finding) =>
    withoutBreaches(finding, (breach) => (isOf(breach, uids, strangers.length) ? remark : null)),
  );
}

const LATE = 'an instance of this run that was not seen before is shown now';

/** Instances of ours that are told as foreign since no look showed them, and are described by now: the ledger holds them. */
async function lateOf(
  findings: readonly Finding[],
  dicomweb: DicomWebClient,
  ledger: Ledger,
): Promise<ReadonlySet<string>> {
  const told = new Set(
    findings.flatMap(({ breaches }) =>
      breaches.filter(({ code }) => OF_ONE.has(code)).map((one) => one.parameters.instance),
    ),
  );
  const late = new Set<string>();
  for (const entry of ledger.entries()) {
    if (entry.state !== 'missing' || !told.has(entry.instance)) continue;
    if (sightOf(await dicomweb.retrieveMetadata(entry), entry) !== 'shown') continue;
    ledger.record(entry, 'observed');
    late.add(entry.instance);
  }
  return late;
}

function isSuspicious({ code }: Breach): boolean {
  return OF_ONE.has(code) || code in OF_MANY;
}

function isOf({ code, parameters }: Breach, uids: ReadonlySet<string>, most: number): boolean {
  if (OF_ONE.has(code)) return [parameters.instance, parameters.uid].some((uid) => uids.has(String(uid)));
  const [counted, expected] = OF_MANY[code] ?? [];
  if (counted === undefined || expected === undefined) return false;
  const excess = Number(parameters[counted]) - Number(parameters[expected]);
  return excess > 0 && excess <= most;
}

async function strangersIn(study: string, dicomweb: DicomWebClient, ledger: Ledger): Promise<InstancePath[]> {
  const entries = ledger.entries();
  const ours = new Set(entries.map(({ instance }) => instance));
  const stored = entries.filter((entry) => entry.study === study && entry.state !== 'refused').length;
  const described = await listBy(dicomweb, 'metadata', { study });
  const found = new Set((await listBy(dicomweb, 'search', { study })).instances ?? []);
  const suspects = (described.held ?? []).flatMap(({ study: named, series, instance }) =>
    named === study && series !== null && instance !== null && !ours.has(instance) && found.has(instance)
      ? [{ study, series, instance }]
      : [],
  );
  if (suspects.length > MOST_STRANGERS || suspects.length >= stored) return [];
  const strangers: InstancePath[] = [];
  for (const path of suspects) {
    const looks = [await dicomweb.retrieveMetadata(path), await dicomweb.retrieveInstance(path)];
    if (looks.every((look) => sightOf(look, path) === 'shown')) strangers.push(path);
  }
  return strangers;
}
