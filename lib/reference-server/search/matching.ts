import { isUid } from '../../dicom/uid.ts';
import { Refusal } from '../message.ts';

/** Decides whether the values of an attribute match a key. */
type Matcher = (values: readonly string[]) => boolean;

/** Inclusive bounds; null is open. */
interface Range<Bound> {
  readonly from: Bound | null;
  readonly to: Bound | null;
}

const DATE = /^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;
const TIME = /^([01]\d|2[0-3])(([0-5]\d)(([0-5]\d|60)(\.(\d{1,6}))?)?)?$/;
const WILDCARD_VRS: ReadonlySet<string> = new Set(['AE', 'CS', 'LO', 'LT', 'PN', 'SH', 'ST', 'UC', 'UR', 'UT']);

function invalid(what: string, value: string): never {
  throw new Refusal(400, `${JSON.stringify(value)} is no ${what}`);
}

/** Microseconds since midnight of the first or last moment that a time of reduced precision covers. */
function microseconds(time: string, edge: 'first' | 'last'): number | null {
  const match = TIME.exec(time.trim().replaceAll(':', ''));
  if (match === null) return null;
  const filler =
    edge === 'first' ? { minute: '00', second: '00', digit: '0' } : { minute: '59', second: '59', digit: '9' };
  const seconds = Number(match[1]) * 3600 + Number(match[3] ?? filler.minute) * 60 + Number(match[5] ?? filler.second);
  return seconds * 1e6 + Number((match[7] ?? '').padEnd(6, filler.digit));
}

function split(value: string): readonly [from: string, to: string] | null {
  const dash = value.indexOf('-');
  return dash < 0 ? null : [value.slice(0, dash), value.slice(dash + 1)];
}

/** Reads `a-b`, `a-` or `-b` of dates; null when the value is a single date. @throws Refusal 400 */
function dateRange(value: string): Range<string> | null {
  const bounds = split(value);
  if (bounds === null) return DATE.test(value) ? null : invalid('date', value);
  const [from, to] = bounds;
  if ((from === '' && to === '') || (from !== '' && !DATE.test(from)) || (to !== '' && !DATE.test(to)))
    invalid('date range', value);
  return { from: from || null, to: to || null };
}

/** Reads a range of times in microseconds; null when the value is a single time. @throws Refusal 400 */
export function timeRange(value: string): Range<number> | null {
  const bounds = split(value);
  if (bounds === null) return microseconds(value, 'first') === null ? invalid('time', value) : null;
  const from = microseconds(bounds[0], 'first');
  const to = microseconds(bounds[1], 'last');
  if ((from === null && to === null) || (from === null && bounds[0] !== '') || (to === null && bounds[1] !== ''))
    invalid('time range', value);
  return { from, to };
}

function within<Bound extends string | number>(value: Bound, { from, to }: Range<Bound>): boolean {
  return (from === null || value >= from) && (to === null || value <= to);
}

function dateMatcher(value: string): Matcher {
  const range = dateRange(value);
  if (range === null) return (values) => values.includes(value);
  return (values) => values.some((date) => date !== '' && within(date, range));
}

function timeMatcher(value: string): Matcher {
  const range = timeRange(value);
  const single = microseconds(value, 'first');
  return (values) =>
    values.some((text) => {
      const time = microseconds(text, 'first');
      return time !== null && (range === null ? time === single : within(time, range));
    });
}

/** A date range and a time range taken together as one span of date and time (PS3.4 §C.2.2.2.5). */
export function spanMatcher(
  dates: string,
  times: string,
): (date: readonly string[], time: readonly string[]) => boolean {
  const days = dateRange(dates) ?? { from: dates, to: dates };
  const hours = timeRange(times) ?? { from: null, to: null };
  const moment = (date: string, time: number): string => `${date}${String(time).padStart(11, '0')}`;
  const span = {
    from: days.from === null ? null : moment(days.from, hours.from ?? 0),
    to: days.to === null ? null : moment(days.to, hours.to ?? 86_400_999_999),
  };
  return ([date = ''], [time = '']) => {
    const at = microseconds(time, 'first');
    return date !== '' && at !== null && within(moment(date, at), span);
  };
}

function uidMatcher(value: string): Matcher {
  const wanted = value.split(/[,\\]/);
  for (const uid of wanted) if (!isUid(uid)) invalid('UID', uid);
  return (values) => values.some((uid) => wanted.includes(uid));
}

function integerMatcher(value: string): Matcher {
  if (!/^\s*[+-]?\d{1,11}\s*$/.test(value)) invalid('integer', value);
  return (values) => values.some((text) => text !== '' && Number(text) === Number(value));
}

/** Whether a text fits a pattern in which `*` is any run of characters and `?` is one. Linear in both: no backtracking tree. */
function fits(text: string, pattern: string): boolean {
  let at = 0;
  let next = 0;
  let star = -1;
  let retry = 0;
  while (at < text.length) {
    if (pattern.charAt(next) === '*') {
      star = next++;
      retry = at;
    } else if (next < pattern.length && (pattern.charAt(next) === '?' || pattern.charAt(next) === text.charAt(at))) {
      at++;
      next++;
    } else if (star >= 0) {
      next = star + 1;
      at = ++retry;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(next));
}

/** Exact, or by wildcards; person names without regard to case (PS3.4 §C.2.2.2.1.1). */
function textMatcher(vr: string, value: string): Matcher {
  const fold = (text: string): string => (vr === 'PN' ? text.toLocaleLowerCase('en') : text);
  const pattern = fold(value);
  const matches = WILDCARD_VRS.has(vr) && /[*?]/.test(pattern) ? fits : (text: string) => text === pattern;
  return (values) => values.some((text) => matches(fold(text), pattern));
}

/** The matcher of a key with a value (PS3.4 §C.2.2.2). @throws Refusal 400 for a value that the VR does not allow. */
export function matcher(vr: string, value: string): Matcher {
  if (value === '' || (/^\*+$/.test(value) && WILDCARD_VRS.has(vr))) return () => true;
  switch (vr) {
    case 'UI':
      return uidMatcher(value);
    case 'DA':
      return dateMatcher(value);
    case 'TM':
      return timeMatcher(value);
    case 'IS':
      return integerMatcher(value);
    default:
      return textMatcher(vr, value.trim());
  }
}
