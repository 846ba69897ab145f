/** @jsxImportSource preact */
import type { Recipe } from '../recipes.ts';
import { visible } from '../visible-text.ts';
import { CopyBox } from './exchange.tsx';
import { say, sayText } from './say.ts';

/** The commands that show a finding again: judged by the harness, or with curl alone. */
export function RecipeOf({ recipe: { name, replay, script }, id }: { readonly recipe: Recipe; readonly id: string }) {
  return (
    <details class="exchange">
      <summary {...say('recipe')} />
      <p class="faint" {...say('recipeNote')} />
      <CopyBox word="recipe" id={`${id}-replay`} text={replay} />
      {'text' in script ? (
        <>
          <p class="faint">
            <span {...say('recipeScript')} /> <code>{`bash tickets/${name}.sh`}</code>
          </p>
          <CopyBox word="recipe" id={`${id}-script`} text={script.text} />
        </>
      ) : (
        <p class="faint">
          <span {...sayText('There is no script for curl:', 'curl 用のスクリプトはありません：')} />{' '}
          <span lang="en">{visible(script.why, 300)}</span>
        </p>
      )}
    </details>
  );
}
