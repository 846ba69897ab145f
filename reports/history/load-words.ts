import type { LoadResult } from '../../lib/results/load-result.ts';
import { visible } from '../visible-text.ts';

/** What was put on the server, in one line: script, shape and the settings that make it another load. */
export function loadTitle({ script, shape, model, settings, engine }: LoadResult): string {
  const told = ['virtualUsers', 'rate', 'duration', 'size', 'mix', 'corpus'].flatMap((name) =>
    settings[name] === undefined ? [] : `${name} ${settings[name]}`,
  );
  return visible([script, `${shape} (${model} model)`, ...told, engine.name].join(' · '), 300);
}

/** A share of 0 to 1 in percent. */
export function shareText(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}
