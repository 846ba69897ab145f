import type { Header } from '../message.ts';

/** Header fields without those of one name. */
export function withoutHeader(headers: readonly Header[], name: string): Header[] {
  return headers.filter(([field]) => field !== name);
}

/** Header fields with another value in those of one name. */
export function withHeader(headers: readonly Header[], name: string, change: (value: string) => string): Header[] {
  return headers.map(([field, value]) => [field, field === name ? change(value) : value]);
}
