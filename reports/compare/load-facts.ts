import type { LoadChange } from '../../lib/results/load-changes.ts';
import { count, duration, rate } from '../quantity.ts';
import { type Language, speaking } from '../words/language.ts';

/** A quantity of a load comparison in its unit. */
export function quantityText(value: number | null, unit: LoadChange['unit'], language: Language = 'en'): string {
  if (value === null) return '–';
  switch (unit) {
    case 'ms':
      return duration(value);
    case 'share':
      return `${(value * 100).toFixed(2)} %`;
    case 'count':
      return count(value);
    case 'requests/s':
      return `${rate(value)} ${speaking(language)('requests/s', 'リクエスト/秒')}`;
  }
}

/** The change as a confidence interval in percent; empty where it was not worked out. */
export function changeText({ change }: LoadChange, language: Language = 'en'): string {
  if (change === null) return '';
  const percent = (share: number) => `${share >= 0 ? '+' : ''}${(share * 100).toFixed(1)} %`;
  return `${percent(change.low)}${speaking(language)(' to ', ' ～ ')}${percent(change.high)}`;
}
