/** What can be listed. */
export const LISTS = ['requirements', 'scenarios', 'faults', 'profiles', 'data'] as const;
export type ListName = (typeof LISTS)[number];

/** Which entries are wanted: all where nothing is given. */
export interface Filter {
  /** Part of a clause, such as `10.4.1`: that clause and those below it. */
  readonly clause?: string;
  readonly service?: string;
  readonly level?: string;
}

/** One entry: its columns by name, in the order in which they are shown. */
export type Entry = Readonly<Record<string, string | number | readonly string[]>>;
