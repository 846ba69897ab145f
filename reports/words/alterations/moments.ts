import { type AlterationWords, plainly } from './altered.ts';

/** Dates and times in another notation, or moved. */
export const MOMENT_ALTERATIONS: AlterationWords = [
  [
    /^written as ([YMDHST:./-]+)$/,
    {
      english: (form = '') => ({
        how: `written as ${form}`,
        remedy: `Write dates as YYYYMMDD and times as HHMMSS.FFFFFF, as DA, TM and DT have them (PS3.5 §6.2): not as ${form}.`,
      }),
      japanese: (form = '') => ({
        how: `${form} の形で書かれています`,
        remedy: `日付は YYYYMMDD、時刻は HHMMSS.FFFFFF と書いてください（PS3.5 §6.2 の DA、TM、DT）。${form} ではありません。`,
      }),
    },
  ],
  [
    /^written with a time of day$/,
    plainly(
      'written with a time of day',
      'Write dates as YYYYMMDD alone: DA has no time of day.',
      '時刻付きで書かれています',
      '日付は YYYYMMDD だけで書いてください。DA に時刻はありません。',
    ),
  ],
  [
    /^written as seconds since 1970$/,
    plainly(
      'written as a number of seconds since 1970',
      'Write dates as YYYYMMDD, as DA has them.',
      '1970 年からの秒数で書かれています',
      '日付は DA のとおり YYYYMMDD で書いてください。',
    ),
  ],
  [
    /^times cut to the (hour|minute|second)$/,
    {
      english: (left = '') => ({
        how: `cut to the ${left}`,
        remedy: 'Keep times with all digits that they were stored with: HHMMSS.FFFFFF.',
      }),
      japanese: (left = '') => ({
        how: `${{ hour: '時', minute: '分', second: '秒' }[left] ?? left}までに切り詰められています`,
        remedy: '時刻は保存されたすべての桁（HHMMSS.FFFFFF）を保持してください。',
      }),
    },
  ],
  [
    /^day and month exchanged$/,
    plainly(
      'with day and month exchanged',
      'Write dates as YYYYMMDD: the month stands before the day.',
      '日と月が入れ替わっています',
      '日付は YYYYMMDD と書いてください。月は日の前です。',
    ),
  ],
  [
    /^moved by (-?[\d.]+) days$/,
    {
      english: (days = '') => ({
        how: `moved by ${days === '1' || days === '-1' ? `${days} day` : `${days} days`}`,
        remedy: 'Keep dates as they are: DA has no time zone, and must not be converted between time zones.',
      }),
      japanese: (days = '') => ({
        how: `${days} 日ずれています`,
        remedy: '日付はそのまま保ってください。DA に時間帯はなく、時間帯の変換をしてはなりません。',
      }),
    },
  ],
  [
    /^moved by (\d+) seconds$/,
    {
      english: (seconds = '') => ({
        how: `moved by ${Number(seconds) / 3600} hours`,
        remedy: 'Keep times as they are: TM has no time zone, and must not be converted between time zones.',
      }),
      japanese: (seconds = '') => ({
        how: `${Number(seconds) / 3600} 時間ずれています`,
        remedy: '時刻はそのまま保ってください。TM に時間帯はなく、時間帯の変換をしてはなりません。',
      }),
    },
  ],
];
