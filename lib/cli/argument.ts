import { InvalidArgumentError } from 'commander';
import { CommandError } from '../errors/exit-codes.ts';

/** Turns the error of a parser into commander's own. */
export function argument<T>(parse: (text: string) => T): (text: string) => T {
  return (text) => {
    try {
      return parse(text);
    } catch (error) {
      throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
    }
  };
}

/** Reads the seconds of `--timeout`. */
export function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 3_600)) {
    throw new CommandError(`--timeout: "${text}" is no number of seconds from above 0 to 3600`);
  }
  return value;
}
