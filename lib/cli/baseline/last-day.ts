import { CommandError } from '../../errors/exit-codes.ts';

/** Reads the day of `--expires`. @throws CommandError for what is none. */
export function lastDay(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text);
  if (isDay) return text;
  throw new CommandError(`--expires: "${text}" is no day`, undefined, 'a day is written as in 2027-03-31');
}
