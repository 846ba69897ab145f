import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { QueryParameters } from '../../lib/dicomweb/operations.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { MODALITY, modalityOf, NO_MODALITY, seriesOfStudy, storedValue } from '../steps/stored-values.ts';
import { type Keys, matches } from './matches.ts';

const STUDY_DATE = '00080020';
const STUDY_TIME = '00080030';
/** Texts of the study level by which users look with a part of them. */
const NUMBERS = { PatientID: '00100020', StudyID: '00200010', AccessionNumber: '00080050' };
const LONG_AGO = '18000101';
const FAR_OFF = '29991231';

/** The value that a study has of an attribute, where all its instances say the same. */
function ofWholeStudy(stored: readonly StoredInstance[], tag: string): string {
  const [value = '', ...others] = new Set(stored.map((instance) => storedValue(instance, tag)));
  return others.length === 0 ? value : '';
}

/** Values of a key within the study: those that match its own, each beside one that just does not. */
function within(
  { dataset }: ScenarioContext,
  key: string,
  pairs: readonly (readonly [found: string, notFound: string])[],
): Keys[] {
  const inStudy = (value: string): QueryParameters => [
    ['StudyInstanceUID', dataset.study],
    [key, value],
  ];
  return pairs.map(([found, notFound]) => ({
    key: `${key}=${found}`,
    found: inStudy(found),
    notFound: inStudy(notFound),
    selects: () => true,
  }));
}

/** A date of DICOM moved by whole days. */
function moved(date: string, days: number): string {
  const [year, month, day] = [date.slice(0, 4), date.slice(4, 6), date.slice(6)].map(Number);
  return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, (day ?? 1) + days))
    .toISOString()
    .slice(0, 10)
    .replaceAll('-', '');
}

/** The seconds right before and after a time of day; null at midnight and where the time has fractions. */
function around(time: string): readonly [before: string, after: string] | null {
  const [, hours, minutes, seconds] = /^([01]\d|2[0-3])([0-5]\d)([0-5]\d)$/.exec(time)?.map(Number) ?? [];
  if (hours === undefined || minutes === undefined || seconds === undefined) return null;
  const second = hours * 3600 + minutes * 60 + seconds;
  if (second === 0 || second === 86_399) return null;
  const text = (at: number) => new Date(at * 1000).toISOString().slice(11, 19).replaceAll(':', '');
  return [text(second - 1), text(second + 1)];
}

export const MATCHING: readonly Scenario[] = [
  matches({
    id: 'wildcards',
    title: 'takes wildcards in keys for what they stand for',
    requirement: 'QIDO-044',
    resource: seriesOfStudy,
    keys(stored) {
      const modality = modalityOf(stored);
      if (modality === null) return [];
      const [start, end] = [modality.slice(0, 1), modality.slice(1)];
      const patterns: readonly (readonly [string, string, (value: string) => boolean])[] = [
        [`${start}*`, `${NO_MODALITY}*`, (value) => value.startsWith(start)],
        // An asterisk stands for no character as well.
        [`${modality}*`, `${modality}?`, (value) => value.startsWith(modality)],
        [`*${end}`, `*${NO_MODALITY}`, (value) => value.endsWith(end)],
        [`?${end}`, `?${modality}`, (value) => value.slice(1) === end],
      ];
      return patterns.map(([found, notFound, fits]) => ({
        key: `Modality=${found}`,
        found: [['Modality', found]],
        notFound: [['Modality', notFound]],
        selects: (instance) => fits(storedValue(instance, MODALITY)),
      }));
    },
  }),
  matches({
    id: 'study-wildcards',
    title: 'takes wildcards in the numbers of patient and study for what they stand for',
    requirement: 'QIDO-044',
    resource: () => ({ level: 'studies' }),
    keys: (stored, context) =>
      Object.entries(NUMBERS).flatMap(([keyword, tag]) => {
        const value = ofWholeStudy(stored, tag);
        if (!/^[A-Za-z0-9]+$/.test(value)) return [];
        const start = value.slice(0, -1);
        return within(context, keyword, [
          [`${start}*`, `${value}?`],
          [`${start}?`, `?${value}`],
        ]);
      }),
  }),
  matches({
    id: 'date-range',
    title: 'counts the bounds of a range of dates in',
    requirement: 'QIDO-045',
    resource: () => ({ level: 'studies' }),
    keys(stored, context) {
      const date = ofWholeStudy(stored, STUDY_DATE);
      if (!/^[0-9]{8}$/.test(date)) return [];
      const [before, after] = [moved(date, -1), moved(date, 1)];
      return within(context, 'StudyDate', [
        [`${date}-${date}`, `${after}-${FAR_OFF}`],
        [`${before}-${after}`, `${LONG_AGO}-${before}`],
        [`${date}-`, `${after}-`],
        [`${before}-`, `${after}-`],
        [`-${date}`, `-${before}`],
        [`-${after}`, `-${before}`],
      ]);
    },
  }),
  matches({
    id: 'time-range',
    title: 'counts the bounds of a range of times in',
    requirement: 'QIDO-046',
    resource: () => ({ level: 'studies' }),
    keys(stored, context) {
      const time = ofWholeStudy(stored, STUDY_TIME);
      const [before, after] = around(time) ?? [];
      if (!before || !after) return [];
      return within(context, 'StudyTime', [
        [`${time}-${after}`, `${after}-235959`],
        [`${before}-${time}`, `000000-${before}`],
        [`${time}-`, `${after}-`],
        [`${before}-`, `${after}-`],
        [`-${time}`, `-${before}`],
        [`-${after}`, `-${before}`],
      ]);
    },
  }),
  matches({
    id: 'several-keys',
    title: 'finds what has the values of all keys',
    requirement: 'QIDO-049',
    resource: seriesOfStudy,
    keys(stored) {
      const [first] = stored;
      const modality = modalityOf(stored);
      if (!first || modality === null) return [];
      const series = ['SeriesInstanceUID', first.series] as const;
      const [own, foreign] = [['Modality', modality] as const, ['Modality', NO_MODALITY] as const];
      const selects = (instance: StoredInstance) => instance.series === first.series;
      const key = 'SeriesInstanceUID and Modality together';
      return [
        { key, found: [series, own], notFound: [series, foreign], selects },
        { key, found: [own, series], notFound: [foreign, series], selects },
      ];
    },
  }),
];
