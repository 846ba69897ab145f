import type { LoadResult } from '../lib/results/load-result.ts';
import type { InBoth } from './words/language.ts';

/** The model of a load, open or closed, in both languages. */
export function modelName({ model }: Pick<LoadResult, 'model'>): InBoth {
  return [`${model} model`, model === 'open' ? 'オープンモデル' : 'クローズドモデル'];
}
