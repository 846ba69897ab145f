type Headers = readonly (readonly [name: string, value: string])[];

/** Media types of a field, with the `type` of a multipart and without boundary, weight and transfer syntax. */
export function mediaTypesOf(headers: Headers, field: string): string[] {
  return valuesOf(headers, field)
    .flatMap(splitList)
    .flatMap((value) => {
      const [type = '', ...parameters] = value.split(';').map((part) => part.trim());
      if (type === '') return [];
      const inner = parameters.map((parameter) => /^type=\s*"?([^"]*)"?$/i.exec(parameter)?.[1]).find(Boolean);
      return [inner === undefined ? type.toLowerCase() : `${type.toLowerCase()}; type="${inner.toLowerCase()}"`];
    });
}

/**
 * Transfer syntaxes that a message names: in its Content-Type, in the Content-Type of its first part, or in the file
 * meta information of the first instance (PS3.10 section 7.1, element (0002,0010)).
 */
export function transferSyntaxesOf(headers: Headers, body: Uint8Array | null): string[] {
  const head = body ? new TextDecoder('latin1').decode(body.subarray(0, 4_096)) : '';
  const named = [...valuesOf(headers, 'content-type').join('\n').matchAll(PARAMETER), ...head.matchAll(PARAMETER)];
  const meta = /\u0002\u0000\u0010\u0000UI[\s\S]{2}([0-9.]{5,64})/.exec(head);
  return [...new Set([...named.map(([, uid = '']) => uid), ...(meta?.[1] ? [meta[1]] : [])])];
}

const PARAMETER = /transfer-syntax=\s*"?([0-9.]{5,64})/gi;

function valuesOf(headers: Headers, field: string): string[] {
  return headers.filter(([name]) => name.toLowerCase() === field).map(([, value]) => value.slice(0, 4_096));
}

/** Splits at commas that are outside quoted strings. */
function splitList(value: string): string[] {
  return value.match(/(?:[^,"]|"(?:[^"\\]|\\.)*"?)+/g) ?? [];
}
