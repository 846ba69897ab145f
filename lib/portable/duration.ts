/** Seconds of a duration in k6's form, such as `1h30m`. Throws an Error for other text. */
export function seconds(duration: string): number {
  const units: { readonly [unit: string]: number } = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 };
  let total = 0;
  const rest = duration.replace(/([0-9.]+)(ms|s|m|h|d)/g, (_all, value: string, unit: string) => {
    total += Number(value) * (units[unit] || 0);
    return '';
  });
  if (rest !== '' || !(total >= 0)) throw new Error(`"${duration}" is no duration: write 30s, 5m or 1h30m`);
  return total;
}
