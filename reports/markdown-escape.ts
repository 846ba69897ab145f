import { visible } from './visible-text.ts';

/** Text of unknown origin inside a line of Markdown: no markup, link, mention, table cell or HTML can come of it. */
export function markdownText(text: string, longest?: number): string {
  return visible(text, longest)
    .replace(/[\\`*_{}[\]<>|~#&$]/g, '\\$&')
    .replaceAll('@', '&#64;')
    .replaceAll('://', '&#58;//')
    .replace(/\bwww(?=\.)/gi, '$&&#8203;');
}

/** Text of unknown origin as inline code; the fence is longer than any run of backticks inside. */
export function markdownCode(text: string, longest?: number): string {
  const shown = visible(text, longest).replaceAll('|', '\\u{7c}');
  const longestRun = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  if (shown.trim() === '') return '(empty)';
  const gap = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${fence}${gap}${shown}${gap}${fence}`;
}

/** Text of several lines as a fenced block that nothing inside can close. */
export function markdownBlock(text: string): string {
  const longestRun = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  return `${fence}text\n${text}\n${fence}`;
}
