import type { LoadResult } from '../../lib/results/load-result.ts';
import { modelName } from '../load-model.ts';
import { visible } from '../visible-text.ts';
import type { InBoth } from '../words/language.ts';

/** What was put on the server, in one line: script, shape and the settings that make it another load. */
export function loadTitle(load: LoadResult): InBoth {
  const { script, shape, settings, engine } = load;
  const told = ['virtualUsers', 'rate', 'duration', 'size', 'mix', 'corpus'].flatMap((name) =>
    settings[name] === undefined ? [] : `${name} ${settings[name]}`,
  );
  const title = (form: string) => visible([script, form, ...told, engine.name].join(' · '), 300);
  const [english, japanese] = modelName(load);
  return [title(`${shape} (${english})`), title(`${shape}（${japanese}）`)];
}

/** A share of 0 to 1 in percent. */
export function shareText(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}
