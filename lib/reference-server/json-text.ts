const TAG = /^[0-9A-F]{8}$/;

/**
 * JSON with the attributes of each data set in ascending order (PS3.18 §F.2.2). JSON.stringify cannot: JavaScript
 * moves names that look like integers, such as 20010010, to the front of an object.
 */
export function jsonText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const names = Object.keys(value);
  if (names.every((name) => TAG.test(name))) names.sort();
  const members = names.map((name) => `${JSON.stringify(name)}:${jsonText(value[name as keyof typeof value])}`);
  return `{${members.join(',')}}`;
}
