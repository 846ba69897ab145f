import { seconds } from '../portable/duration.ts';
import { SHAPES } from '../portable/shape-table.ts';
import { formatBytes } from '../portable/size.ts';
import { uidPrefix } from '../portable/uid.ts';
import type { ProbeReady } from '../probe/probe.ts';
import type { PlanRecord } from '../results/results.ts';
import { isUnverified } from '../run/preflight.ts';
import type { Share } from '../synthesis/synthesise.ts';
import type { Target } from '../target/target.ts';
import type { PatientNames } from './pool-files.ts';
import type { LoadSettings } from './script-environment.ts';
import type { ScriptName } from './scripts.ts';

/** What is to be run: on this machine or on a cluster. */
export interface LoadPlan {
  readonly script: ScriptName;
  readonly target: Target;
  readonly settings: LoadSettings;
  readonly mix: readonly Share[];
  /** Bytes of an instance; null for the usual size of its modality. */
  readonly size: number | null;
  readonly names: PatientNames;
  /** Leaves what was stored on the target. */
  readonly keep: boolean;
}

const DEFAULT_CORPUS = 20;

/** What a run will write, and what of it will stay. `seen` is null where the target was not probed. */
export function planFor(run: LoadPlan, seen: ProbeReady | null): PlanRecord {
  const { target, settings } = run;
  if (target.isReadOnly) {
    const studies = settings.studies ?? [];
    return { dataset: 'studies on the server', instances: 0, bytes: 0, studies, stays: null, isReadOnly: true };
  }
  const instances = run.script === 'wado' || run.script === 'qido' ? (settings.corpus ?? DEFAULT_CORPUS) : 0;
  const { deleteInstance, deleteStudy } = target.profile.features;
  const canDelete = (deleteInstance !== 'no' || deleteStudy !== 'no') && seen?.delete !== 'no';
  const kept = run.keep ? 'Everything that is stored stays, because of --keep' : null;
  const stuck = canDelete ? null : 'Everything that is stored stays, because the target does not delete studies';
  return {
    dataset: run.script === 'delete' ? 'studies of an earlier run' : `synthetic ${mixText(run)}`,
    instances,
    bytes: run.size === null ? 0 : instances * run.size,
    studies: [],
    stays: run.script === 'delete' ? null : (kept ?? stuck),
  };
}

/** The plan in sentences, which are printed before the first write. */
export function planInWords({ script, settings, target }: LoadPlan, plan: PlanRecord): readonly string[] {
  const unverified = isUnverified(target) ? [`The certificate of ${target.baseUrl} is NOT VERIFIED (--insecure).`] : [];
  if (script === 'delete')
    return [`Deletes the studies listed in ${settings.ledger} from ${target.baseUrl}.`, ...unverified];
  if (plan.isReadOnly) {
    const named = `${plan.studies.length} ${plan.studies.length === 1 ? 'study' : 'studies'}`;
    return [
      `Reads ${named} on ${target.baseUrl}, which may be of patients: ${plan.studies.join(', ')}.`,
      'Stores nothing: only GET is sent (--read-only).',
      ...unverified,
    ];
  }
  const until = plan.instances > 0 ? `${plan.instances} instances` : 'instances until the run ends';
  const root = settings.run === undefined ? '2.25.' : uidPrefix(settings.run, 0);
  const afterwards = target.embedded
    ? 'The embedded server keeps them in memory until the run ends.'
    : 'Deletes them after the run, instance by instance.';
  return [
    `Stores ${plan.dataset} on ${target.baseUrl}: ${until}, all UIDs begin with ${root}.`,
    plan.stays === null ? afterwards : `${plan.stays}.`,
    ...unverified,
  ];
}

function mixText({ mix, size }: LoadPlan): string {
  const modalities = mix.map(({ modality, weight }) => (mix.length > 1 ? `${modality.code}:${weight}` : modality.code));
  return `${modalities.join(',')}${size === null ? '' : ` of ${formatBytes(size)}`}`;
}

/** The seconds that a run should take. */
export function plannedSeconds({ shape, duration }: Pick<LoadSettings, 'shape' | 'duration'>): number {
  return seconds(duration ?? SHAPES[shape]?.duration ?? '10s');
}

/** The settings of a run as the results show them, without credentials. */
export function shownSettings({
  settings,
  mix,
  size,
  names,
}: LoadPlan): Readonly<Record<string, string | number | boolean>> {
  const { thresholds: _, run: __, studies: ___, ...rest } = settings;
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    mix: mix.map(({ modality, weight }) => `${modality.code}:${weight}`).join(','),
    names,
    ...(size === null ? {} : { size }),
  };
}
