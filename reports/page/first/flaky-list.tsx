/** @jsxImportSource preact */
import type { Results } from '../../../lib/results/results.ts';
import { flakyLines, flakyTitle } from '../../parts/flaky.ts';
import { visible } from '../../visible-text.ts';
import { sayText } from '../say.ts';

/** Requirements that did not end the same way in each repetition. */
export function FlakyList({ results }: { readonly results: Results }) {
  const japanese = flakyLines(results, 'ja');
  if (japanese.length === 0) return null;
  return (
    <div class="notice" id="flaky">
      <p>
        <strong {...sayText(flakyTitle(), flakyTitle('ja'))} />
      </p>
      <ul>
        {flakyLines(results).map((line, index) => (
          <li key={index} {...sayText(visible(line), visible(japanese[index] ?? ''))} />
        ))}
      </ul>
    </div>
  );
}
