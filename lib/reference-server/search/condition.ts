import { vrOf } from '../../dicom/dictionary.ts';
import type { Description } from './description.ts';
import { matcher, spanMatcher, timeRange } from './matching.ts';
import type { Key } from './query.ts';

type Condition = (description: Description) => boolean;

/** Pairs of a date and a time that are matched as one where the time is a range (PS3.4 §C.2.2.2.5). */
const SPANS = [
  ['00080020', '00080030'],
  ['00400244', '00400245'],
] as const;

function spanConditions(keys: readonly Key[]): { condition: Condition; settles: readonly Key[] }[] {
  return SPANS.flatMap(([dateTag, timeTag]) => {
    const dates = keys.find(({ path, value }) => path === dateTag && value !== '');
    const times = keys.find(({ path, value }) => path === timeTag && value !== '');
    if (dates === undefined || times === undefined || timeRange(times.value) === null) return [];
    const matches = spanMatcher(dates.value, times.value);
    const condition: Condition = (entity) => matches(entity.values(dateTag), entity.values(timeTag));
    return [{ condition, settles: [dates, times] }];
  });
}

/**
 * The condition that all keys together set (PS3.4 §C.4.1.3.1.1).
 * @throws Refusal 400 for a value that its VR does not allow, whatever the archive holds.
 */
export function conditionOf(keys: readonly Key[]): Condition {
  const spans = spanConditions(keys);
  const settled = new Set(spans.flatMap(({ settles }) => settles));
  const single = keys
    .filter((key) => !settled.has(key))
    .map<Condition>(({ path, value }) => {
      const [vr = 'UN'] = vrOf(path.slice(-8));
      const matches = matcher(vr, value);
      return (entity) => matches(entity.values(path));
    });
  const conditions = [...spans.map(({ condition }) => condition), ...single];
  return (entity) => conditions.every((condition) => condition(entity));
}
