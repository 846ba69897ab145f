/** The script of a page. It is written as a function so that it is type-checked, and sent as the source of that function. */
export function pageScript(): string {
  // Some compilers wrap functions in a call that keeps their names; the page has no use for it.
  return `(()=>{const __name=(f)=>f;(${behave.toString()})()})()`;
}

/**
 * What the page does beyond showing itself: filters and language by the URL's fragment, deep links into what is folded,
 * copying, and printing with everything open. Must name nothing outside itself.
 */
function behave(): void {
  const byId = (id: string) => document.getElementById(id);
  const toolbar = byId('toolbar') as HTMLFormElement | null;
  const search = byId('q') as HTMLInputElement | null;
  const service = byId('service') as HTMLSelectElement | null;
  const level = byId('level') as HTMLSelectElement | null;
  const harm = byId('harm') as HTMLSelectElement | null;
  const boxes = [...document.querySelectorAll<HTMLInputElement>('input[name=verdict]')];
  const items = [...document.querySelectorAll<HTMLElement>('[data-filter]')];
  const causes = items.filter((item) => item.classList.contains('cause'));
  const folds = [...document.querySelectorAll<HTMLElement>('details.rows, .by-harm')];
  const texts = new Map<HTMLElement, string>();
  let language = 'en';

  const textOf = (item: HTMLElement): string => {
    const known = texts.get(item);
    if (known !== undefined) return known;
    const text = (item.textContent ?? '').toLowerCase();
    texts.set(item, text);
    return text;
  };

  const checked = (): string[] => boxes.filter((box) => box.checked).map((box) => box.value);

  const isFiltered = (): boolean =>
    Boolean(search?.value || service?.value || level?.value || harm?.value || checked().length > 0);

  let filtered = false;
  const filter = (): void => {
    // A page that opens unfiltered has nothing to hide.
    if (!filtered && !isFiltered()) return;
    filtered = isFiltered();
    const verdicts = checked();
    const words = (search?.value ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    for (const item of items) {
      const values = (item.dataset.filter ?? '').split('\t');
      item.hidden = !(
        (verdicts.length === 0 || verdicts.includes(values[0] ?? '')) &&
        (!service?.value || values.includes(service.value)) &&
        (!level?.value || values.includes(level.value)) &&
        (!harm?.value || values.includes(harm.value)) &&
        words.every((word) => textOf(item).includes(word))
      );
    }
    for (const fold of folds) {
      if (fold.querySelector('[data-filter]')) fold.hidden = !fold.querySelector('[data-filter]:not([hidden])');
    }
    const shown = causes.filter((cause) => !cause.hidden).length;
    const output = byId('shown');
    if (output) output.textContent = `${shown} / ${causes.length}`;
    const none = byId('none-shown');
    if (none) none.hidden = shown > 0;
  };

  const speak = (): void => {
    document.documentElement.lang = language;
    const japanese = language === 'ja';
    for (const element of document.querySelectorAll<HTMLElement>('[data-ja]')) {
      element.dataset.en ??= element.textContent ?? '';
      element.textContent = (japanese ? element.dataset.ja : element.dataset.en) ?? '';
    }
    for (const [attribute, key] of [
      ['aria-label', 'Label'],
      ['placeholder', 'Placeholder'],
      ['alt', 'Alt'],
    ] as const) {
      for (const element of document.querySelectorAll<HTMLElement>(`[data-ja-${key.toLowerCase()}]`)) {
        element.dataset[`en${key}`] ??= element.getAttribute(attribute) ?? '';
        element.setAttribute(attribute, element.dataset[`${japanese ? 'ja' : 'en'}${key}`] ?? '');
      }
    }
    texts.clear();
  };

  const remember = (): void => {
    const fragment = new URLSearchParams();
    if (search?.value) fragment.set('q', search.value);
    if (checked().length > 0) fragment.set('verdict', checked().join(','));
    if (service?.value) fragment.set('service', service.value);
    if (level?.value) fragment.set('level', level.value);
    if (harm?.value) fragment.set('harm', harm.value);
    if (language !== preferred) fragment.set('lang', language);
    history.replaceState(null, '', `#${fragment}`);
  };

  const clear = (): void => {
    for (const box of boxes) box.checked = false;
    for (const field of [search, service, level, harm]) if (field) field.value = '';
  };

  const goTo = (id: string): void => {
    const target = byId(id);
    if (!target) return;
    if (target.closest('[hidden]')) {
      clear();
      filter();
    }
    for (let fold = target.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
      fold.open = true;
    target.scrollIntoView({ block: 'start' });
  };

  const preferred = document.documentElement.dataset.language ?? (navigator.language.startsWith('ja') ? 'ja' : 'en');

  const obey = (): void => {
    const fragment = location.hash.slice(1);
    if (fragment !== '' && !fragment.includes('=')) {
      goTo(fragment);
      return;
    }
    const wanted = new URLSearchParams(fragment);
    clear();
    if (search) search.value = wanted.get('q') ?? '';
    if (service) service.value = wanted.get('service') ?? '';
    if (level) level.value = wanted.get('level') ?? '';
    if (harm) harm.value = wanted.get('harm') ?? '';
    const verdicts = (wanted.get('verdict') ?? '').split(',');
    for (const box of boxes) box.checked = verdicts.includes(box.value);
    const asked = wanted.get('lang') ?? preferred;
    if (asked !== language) {
      language = asked === 'ja' ? 'ja' : 'en';
      speak();
    }
    filter();
    const at = wanted.get('at');
    if (at) goTo(at);
  };

  const copy = async (button: HTMLElement): Promise<void> => {
    const source = byId(button.dataset.copy ?? '');
    if (!source) return;
    try {
      await navigator.clipboard.writeText(source.textContent ?? '');
    } catch {
      getSelection()?.selectAllChildren(source);
      document.execCommand('copy');
    }
    const japanese = language === 'ja';
    button.textContent = japanese ? 'コピーしました' : 'Copied';
    setTimeout(() => {
      button.textContent = (language === 'ja' ? button.dataset.ja : 'Copy') ?? '';
    }, 1500);
  };

  let folded: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const fold of folded) fold.open = true;
  });
  addEventListener('afterprint', () => {
    for (const fold of folded) fold.open = false;
  });

  for (const button of document.querySelectorAll<HTMLElement>('.copy')) {
    button.hidden = false;
    button.addEventListener('click', () => void copy(button));
  }
  if (toolbar) {
    toolbar.hidden = false;
    toolbar.addEventListener('submit', (event) => event.preventDefault());
    toolbar.addEventListener('input', () => {
      filter();
      remember();
    });
    toolbar.addEventListener('reset', () => {
      clear();
      filter();
      remember();
    });
  }
  byId('language')?.addEventListener('click', () => {
    language = language === 'ja' ? 'en' : 'ja';
    speak();
    filter();
    remember();
  });
  addEventListener('hashchange', obey);
  if (preferred === 'ja') {
    language = 'ja';
    speak();
  }
  obey();
}
