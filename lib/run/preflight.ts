import type { Dataset } from '../../fixtures/dataset.ts';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import type { Transport } from '../http/plain-transport.ts';
import { type ProbeReady, probe } from '../probe/probe.ts';
import type { CapabilityRecord, PlanRecord, TargetRecord } from '../results/results.ts';
import { authenticationOf } from '../target/credentials.ts';
import type { Target } from '../target/target.ts';
import type { CleaningUp } from './clean-up/clean-up.ts';
import type { Copies } from './copies.ts';

interface Preflight {
  readonly record: TargetRecord;
  readonly plan: PlanRecord;
  /** Deletes that the target offers, as far as its profile and the probe say. */
  readonly offered: CleaningUp['offered'];
}

/**
 * Looks at the target before anything is judged or written.
 *
 * @throws CommandError with exit code 3 when it cannot be reached, refuses the credentials or is no DICOMweb server.
 */
export async function preflight(
  target: Target,
  transport: Transport,
  dataset: Dataset,
  copies: Copies,
): Promise<Preflight> {
  const outcome = await probe(target, transport);
  if (outcome.kind !== 'ready') throw new CommandError(outcome.message, EXIT_CODES.unreachable, outcome.hint);
  const offered = offeredDeletes(target, outcome);
  const deletes = offered.length > 0 && outcome.delete !== 'no';
  return { record: targetRecord(target, outcome), plan: planOf(target, dataset, copies, deletes), offered };
}

/**
 * Deletes that a target offers, as far as its profile and the probe say. The probe asks for a study: a server that refuses
 * it may delete single instances all the same.
 */
export function offeredDeletes({ profile }: Target, outcome: ProbeReady): CleaningUp['offered'] {
  const { deleteInstance, deleteStudy } = profile.features;
  return [
    ...(deleteInstance !== 'no' ? (['instance'] as const) : []),
    ...(deleteStudy !== 'no' && outcome.delete !== 'no' ? (['study'] as const) : []),
  ];
}

/** Whether a certificate of the target would be taken from anybody. */
export function isUnverified({ baseUrl, connection }: Target): boolean {
  return connection?.tls.verify === false && baseUrl.startsWith('https:');
}

/** How a target stands in the results; `outcome` is what the probe saw, null where it never came to that. */
export function targetRecord(target: Target, outcome: ProbeReady | null): TargetRecord {
  const { credentials, profile } = target;
  const authoritiesFile = target.connection?.tls.authoritiesFile;
  const split = new Set(Object.values(target.roots)).size > 1;
  return {
    baseUrl: target.baseUrl,
    ...(split ? { roots: target.roots } : {}),
    names: outcome?.names ?? [],
    embedded: target.embedded,
    profile: { name: profile.name, title: profile.title },
    authentication: authenticationOf(credentials),
    ...(target.connection?.tls.client ? { clientCertificate: true } : {}),
    ...(isUnverified(target) ? { unverified: true } : {}),
    ...(authoritiesFile === undefined ? {} : { authoritiesFile }),
    capabilities: outcome ? capabilities(target, outcome) : [],
    ...(target.stated && Object.keys(target.stated).length > 0 ? { stated: target.stated } : {}),
  };
}

function capabilities(target: Target, outcome: ProbeReady): CapabilityRecord[] {
  return Object.entries(target.profile.features).map(([feature, claimed]) => {
    if (feature.startsWith('delete')) {
      return { feature, claimed, observed: outcome.delete, evidence: outcome.deleteEvidence };
    }
    if (feature === 'search') return { feature, claimed, observed: outcome.search, evidence: outcome.searchEvidence };
    return { feature, claimed, observed: 'unknown', evidence: '' };
  });
}

/**
 * What the run will write, or read where it only reads, and what of it will stay: the data set, and what scenarios store beside it. `canDelete` is
 * null where the target was not looked at.
 */
export function planOf(
  { isReadOnly }: Pick<Target, 'isReadOnly'>,
  dataset: Dataset,
  { count: copies, bytes: ofCopies }: Copies,
  canDelete: boolean | null,
): PlanRecord {
  const instances = dataset.instances.length;
  if (isReadOnly) {
    const bytes = dataset.instances.reduce((sum, { source }) => sum + source.length, 0);
    return { dataset: dataset.name, instances, bytes, studies: [dataset.study], stays: null, isReadOnly };
  }
  const others = copies > 0 ? `, and up to ${copies} cop${copies === 1 ? 'y' : 'ies'} under fresh study UIDs` : '';
  return {
    dataset: dataset.name,
    instances: instances + copies,
    ...(copies > 0 ? { copies } : {}),
    bytes: dataset.instances.reduce((sum, { source }) => sum + source.length, ofCopies),
    studies: [dataset.study],
    stays:
      canDelete === false
        ? `${instances} instance${instances === 1 ? '' : 's'} of study ${dataset.study}${others}: the server offers no DELETE`
        : null,
  };
}
