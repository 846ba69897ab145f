import type { DicomJsonAttribute, DicomJsonDataSet } from '../../dicom/json.ts';
import { instancePath } from '../instance.ts';
import type { Outcome } from './outcome.ts';

function uid(value: string): DicomJsonAttribute {
  return { vr: 'UI', Value: [value] };
}

function item(outcome: Outcome, base: string): DicomJsonDataSet {
  if (outcome.kind === 'stored') {
    return {
      '00081150': uid(outcome.instance.sopClass),
      '00081155': uid(outcome.instance.instance),
      '00081190': { vr: 'UR', Value: [base + instancePath(outcome.instance)] },
    };
  }
  const reason = { '00081197': { vr: 'US', Value: [outcome.reason] } };
  if (outcome.kind === 'unidentified') return reason;
  return { '00081150': uid(outcome.sopClass), '00081155': uid(outcome.instance), ...reason };
}

function sequence(tag: string, outcomes: readonly Outcome[], base: string): DicomJsonDataSet {
  if (outcomes.length === 0) return {};
  return { [tag]: { vr: 'SQ', Value: outcomes.map((outcome) => item(outcome, base)) } };
}

/** The Store Instances Response Module (PS3.18 Table I.1-1); the study's URL is empty where several studies were stored. */
export function responseModule(outcomes: readonly Outcome[], base: string): DicomJsonDataSet {
  const stored = outcomes.filter((outcome) => outcome.kind === 'stored');
  const [study, ...others] = new Set(stored.map(({ instance }) => instance.study));
  const retrieveUrl: DicomJsonAttribute =
    study === undefined || others.length > 0 ? { vr: 'UR' } : { vr: 'UR', Value: [`${base}/studies/${study}`] };
  return {
    '00081190': retrieveUrl,
    ...sequence(
      '00081198',
      outcomes.filter(({ kind }) => kind === 'failed'),
      base,
    ),
    ...sequence('00081199', stored, base),
    ...sequence(
      '0008119A',
      outcomes.filter(({ kind }) => kind === 'unidentified'),
      base,
    ),
  };
}
