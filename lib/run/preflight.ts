import type { Dataset } from '../../fixtures/dataset.ts';
import { CommandError, EXIT_CODES } from '../cli/exit-codes.ts';
import type { Transport } from '../http/transport.ts';
import type { CapabilityRecord, PlanRecord, TargetRecord } from '../results/results.ts';
import { type ProbeReady, probe } from '../target/probe.ts';
import type { Target } from '../target/target.ts';

export interface Preflight {
  readonly record: TargetRecord;
  readonly plan: PlanRecord;
  /** Whether clean-up may try DELETE. */
  readonly canDelete: boolean;
}

/**
 * Looks at the target before anything is judged or written.
 *
 * @throws CommandError with exit code 3 when it cannot be reached, refuses the credentials or is no DICOMweb server.
 */
export async function preflight(target: Target, transport: Transport, dataset: Dataset): Promise<Preflight> {
  const outcome = await probe(target, transport);
  if (outcome.kind !== 'ready') throw new CommandError(outcome.message, EXIT_CODES.unreachable, outcome.hint);
  const canDelete = target.profile.features.deleteStudy !== 'no' && outcome.delete !== 'no';
  return { record: targetRecord(target, outcome), plan: planOf(dataset, canDelete), canDelete };
}

function targetRecord(target: Target, outcome: ProbeReady): TargetRecord {
  const { credentials, profile } = target;
  const split = new Set(Object.values(target.roots)).size > 1;
  return {
    baseUrl: target.baseUrl,
    ...(split ? { roots: target.roots } : {}),
    names: outcome.names,
    embedded: target.embedded,
    profile: { name: profile.name, title: profile.title },
    edition: profile.edition,
    authentication: credentials.kind,
    capabilities: capabilities(target, outcome),
  };
}

function capabilities(target: Target, outcome: ProbeReady): CapabilityRecord[] {
  return Object.entries(target.profile.features).map(([feature, claimed]) => ({
    feature,
    claimed,
    observed: feature.startsWith('delete') ? outcome.delete : feature === 'search' ? outcome.search : 'unknown',
    evidence: feature.startsWith('delete')
      ? outcome.deleteEvidence
      : feature === 'search'
        ? outcome.searchEvidence
        : '',
  }));
}

function planOf(dataset: Dataset, canDelete: boolean): PlanRecord {
  const instances = dataset.instances.length;
  return {
    dataset: dataset.name,
    instances,
    bytes: dataset.instances.reduce((sum, { source }) => sum + source.length, 0),
    studies: [dataset.study],
    stays: canDelete
      ? null
      : `${instances} instance${instances === 1 ? '' : 's'} of study ${dataset.study}: the server offers no DELETE`,
  };
}
