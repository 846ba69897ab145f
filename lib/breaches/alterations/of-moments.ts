/** Alterations of dates and times (DA, TM and DT): in another notation, or moved. */
export function ofMoments(before: string, after: string): readonly string[] {
  const notation = notationOf(before, after);
  if (notation !== null) return [notation, 'dates or times in another notation'];
  if (isDayForMonth(before, after)) return ['day and month exchanged'];
  const precision = precisionLeft(before, after);
  if (precision !== null) return [precision];
  return moved(before, after);
}

const DATES = [
  ...['YYYY-MM-DD', 'YYYY/MM/DD', 'YYYY.MM.DD', 'DD.MM.YYYY', 'DD/MM/YYYY', 'DD-MM-YYYY'],
  ...['MM/DD/YYYY', 'MM-DD-YYYY', 'DDMMYYYY', 'MMDDYYYY', 'YYMMDD'],
];

function notationOf(before: string, after: string): string | null {
  if (before === after) return null;
  const date = DATE.exec(before);
  if (date) return notationOfDate(date, after);
  const [, hour, minute, second = '', fraction = ''] = /^(\d\d)(\d\d)(\d\d)?(\.\d+)?$/.exec(before) ?? [];
  if (hour !== undefined && minute !== undefined) {
    const [, rest] = new RegExp(`^${hour}:${minute}(?:${second === '' ? '' : `:${second}`})?(.*)$`).exec(after) ?? [];
    return rest !== undefined && isFraction(rest, fraction) ? 'written as HH:MM:SS' : null;
  }
  const digits = (text: string) => text.replace(/\.\d*|[+-]\d\d:?\d\d$|\D/g, '');
  const isMoment = /^\d{10,14}(\.\d+)?([+-]\d{4})?$/.test(before) && /^\d{4}-\d\d-\d\d[T ]/.test(after);
  return isMoment && digits(after).startsWith(digits(before)) ? 'written as YYYY-MM-DDTHH:MM:SS' : null;
}

const DATE = /^(\d{4})(\d\d)(\d\d)$/;

function notationOfDate([, year = '', month = '', day = '']: readonly string[], after: string): string | null {
  const written = (form: string) =>
    form.replace('YYYY', year).replace('YY', year.slice(2)).replace('MM', month).replace('DD', day);
  const form = DATES.find((one) => written(one) === after);
  if (form !== undefined) return `written as ${form}`;
  const rest = [written('YYYY-MM-DD'), written('YYYYMMDD')].find((one) => after.startsWith(one));
  if (rest !== undefined && /^[T ]?00:?00/.test(after.slice(rest.length))) return 'written with a time of day';
  const seconds = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 1000;
  return [seconds, seconds * 1000].map(String).includes(after) ? 'written as seconds since 1970' : null;
}

/** A fraction of a second that is there, or is left out, with or without a zone behind it. */
function isFraction(rest: string, fraction: string): boolean {
  const plain = rest.replace(/(Z|[+-]\d\d:?\d\d)$/, '').replace(',', '.');
  return plain === '' || plain.replace(/0+$/, '') === fraction.replace(/0+$/, '');
}

function isDayForMonth(before: string, after: string): boolean {
  const [, year, month, day] = DATE.exec(before) ?? [];
  return year !== undefined && month !== day && after === `${year}${day}${month}`;
}

/** A time of day of which the end was left out. */
function precisionLeft(before: string, after: string): string | null {
  if (secondOfDay(before) === null || after === before || !before.startsWith(after)) return null;
  return (
    { 2: 'times cut to the hour', 4: 'times cut to the minute', 6: 'times cut to the second' }[after.length] ?? null
  );
}

const DAY_MS = 86_400_000;

/** Dates by days, times of day by whole quarters of an hour, as time zones do. */
function moved(before: string, after: string): readonly string[] {
  const [from, to] = [dateMs(before), dateMs(after)];
  if (from !== null && to !== null && from !== to) return [`moved by ${(to - from) / DAY_MS} days`];
  const [start, end] = [secondOfDay(before), secondOfDay(after)];
  if (start === null || end === null || start === end || before.slice(6) !== after.slice(6)) return [];
  const seconds = (end - start + 86_400) % 86_400;
  return seconds % 900 === 0 ? [`moved by ${seconds} seconds`] : [];
}

function dateMs(text: string): number | null {
  const [, year, month, day] = DATE.exec(text) ?? [];
  const isDate = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return isDate ? Date.UTC(Number(year), Number(month) - 1, Number(day)) : null;
}

function secondOfDay(text: string): number | null {
  const [, hour, minute, second] = /^(\d\d)(\d\d)(\d\d)(?:\.\d+)?$/.exec(text) ?? [];
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 61;
  return isTime ? Number(hour) * 3600 + Number(minute) * 60 + Number(second) : null;
}
