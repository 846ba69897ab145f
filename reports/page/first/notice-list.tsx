/** @jsxImportSource preact */
import type { Results } from '../../../lib/results/results.ts';
import { expiringLines, expiringTitle } from '../../parts/expiring.ts';
import { flakyLines, flakyTitle } from '../../parts/flaky.ts';
import { visible } from '../../visible-text.ts';
import type { Language } from '../../words/language.ts';
import { sayText } from '../say.ts';

interface NoticeProps {
  readonly id: string;
  readonly title: (language?: Language) => string;
  readonly lines: (language?: Language) => readonly string[];
}

/** Lines under a title that say what to look at; nothing where there are none. */
function NoticeList({ id, title, lines }: NoticeProps) {
  const japanese = lines('ja');
  if (japanese.length === 0) return null;
  return (
    <div class="notice" id={id}>
      <p>
        <strong {...sayText(title(), title('ja'))} />
      </p>
      <ul>
        {lines().map((line, index) => (
          <li key={index} {...sayText(visible(line), visible(japanese[index] ?? ''))} />
        ))}
      </ul>
    </div>
  );
}

/** Requirements that did not end the same way in each repetition. */
export function FlakyList({ results }: { readonly results: Results }) {
  return <NoticeList id="flaky" title={flakyTitle} lines={(language) => flakyLines(results, language)} />;
}

/** Entries of the baseline that end soon. */
export function ExpiringList({ results }: { readonly results: Results }) {
  return <NoticeList id="expiring" title={expiringTitle} lines={(language) => expiringLines(results, language)} />;
}
