/** @jsxImportSource preact */
import { nameOf, say } from './say.ts';
import type { Word } from './words.ts';

/** Links to the sections that the page has. */
export function Contents({ sections }: { readonly sections: readonly Word[] }) {
  return (
    <nav class="contents" {...nameOf('contents')}>
      <ul>
        {sections.map((section) => (
          <li key={section}>
            <a href={`#${section}`} {...say(section)} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
