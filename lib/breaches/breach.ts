import type { BreachCode, CATALOGUE, ParametersOf } from './catalogue.ts';
import type { Parameter, Parameters } from './kind.ts';
import type { ByteWindow, Place } from './place.ts';

/** How a breach is graded: `fail` for an explicit duty, `warn` for a SHOULD or a duty that the text contradicts. */
export type Grade = 'fail' | 'warn';

/** One thing that is not as the standard has it. It holds no sentence: reports make the words. */
export interface Breach {
  /** Code of its kind in the catalogue. */
  readonly code: string;
  readonly grade: Grade;
  readonly parameters: Parameters;
  readonly where: Place;
  /** Id of the exchange that shows it; null where none was looked at. */
  readonly exchange: string | null;
  readonly bytes?: ByteWindow;
  /** UIDs of what it is about, where neither its particulars nor the URL of its exchange name it. */
  readonly subjects?: readonly string[];
  /** Name of another stored instance whose value stands in the place of the right one. */
  readonly belongsTo?: string;
  /** Name of the instance that was asked for, where the same was asked of another one and was served. */
  readonly thisOneAlone?: string;
}

/** A breach as a judge sees it: the assessment adds how it is graded and in which exchange it was seen. */
export type SeenBreach = Omit<Breach, 'grade' | 'exchange'>;

/** Longest text of a parameter and longest list, so that a hostile answer cannot fill the results. */
const LONGEST_TEXT = 400;
const LONGEST_LIST = 20;

/** A breach of a kind at a place. The particulars are cut to a length that can be read. */
export function breach<Code extends BreachCode>(
  code: Code,
  where: Place,
  parameters: ParametersOf<(typeof CATALOGUE)[Code]>,
  bytes?: ByteWindow,
): SeenBreach {
  const bounded = Object.entries(parameters as Parameters).map(([name, value]) => [name, boundedParameter(value)]);
  return { code, where, parameters: Object.fromEntries(bounded), ...(bytes ? { bytes } : {}) };
}

function boundedParameter(value: Parameter): Parameter {
  if (typeof value === 'string') return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
  if (!Array.isArray(value)) return value;
  return value.slice(0, LONGEST_LIST).map((item: string) => item.slice(0, LONGEST_TEXT));
}
