/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';

interface InBothProps {
  readonly english: ComponentChildren;
  readonly japanese: ComponentChildren;
}

/** Content that is made in both languages; the page shows the one that is chosen. */
export function InBoth({ english, japanese }: InBothProps) {
  return (
    <>
      <span class="in-english" lang="en">
        {english}
      </span>
      <span class="in-japanese" lang="ja">
        {japanese}
      </span>
    </>
  );
}
