import { CommandError } from '../../errors/exit-codes.ts';
import { today } from './held-against.ts';

/** Reads the day of `--expires`. @throws CommandError for what is none, or is past. */
export function lastDay(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text);
  if (isDay && text < today())
    throw new CommandError(`--expires: ${text} is past, so nothing would be accepted`, undefined, 'name a day to come');
  if (isDay) return text;
  throw new CommandError(`--expires: "${text}" is no day`, undefined, 'a day is written as in 2027-03-31');
}
