const ALPHABETS = { any: /^[A-Za-z0-9+/_-]*$/, standard: /^[A-Za-z0-9+/]*$/ } as const;

/**
 * Whether a text is padded base64 (RFC 4648 §4; `any` admits the URL-safe letters of §5) of a whole number of units of
 * that many bytes.
 */
export function isBase64(text: string, alphabet: keyof typeof ALPHABETS, unit: number): boolean {
  if (text.length % 4 !== 0) return false;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = (text.length / 4) * 3 - padding;
  return bytes % unit === 0 && ALPHABETS[alphabet].test(text.slice(0, text.length - padding));
}

/** Whether decimal digits, which may exceed what a double holds, denote an integer within bounds. Other text passes. */
export function isIntegerWithin(text: string, [least, most]: readonly [bigint, bigint]): boolean {
  const digits = text.trim().replace(/^\+/, '');
  if (!/^-?[0-9]+$/.test(digits) || digits.length > 40) return true;
  const value = BigInt(digits);
  return value >= least && value <= most;
}
