/** Colours, type and the plain elements. Every pair of text and ground keeps a contrast of 4.5 to 1 in both schemes. */
export const STYLE_BASE = `
:root {
  color-scheme: light dark;
  --ink: #1d1f22; --faint: #5c6168; --paper: #ffffff; --raised: #f6f6f4; --rule: #dcdcd8; --link: #0b57a4;
  --fail: #a3190f; --fail-bg: #fceceb; --warn: #7a4f00; --warn-bg: #fdf2db; --incomplete: #5b3f94; --incomplete-bg: #f1ecfa;
  --info: #165a86; --info-bg: #e6f1f8; --pass: #20672f; --pass-bg: #e7f4e9; --untested: #5c6168; --untested-bg: #eeeeec;
  --mark: #ffe08a; --mark-ink: #1d1f22;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Hiragino Sans", "Noto Sans", "Noto Sans CJK JP", "Noto Sans JP", "Yu Gothic UI", Meiryo, sans-serif;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ink: #e4e5e7; --faint: #a0a5ac; --paper: #15171a; --raised: #1d2024; --rule: #34383e; --link: #8cbcf2;
    --fail: #ffb0a8; --fail-bg: #481a17; --warn: #f3cb7c; --warn-bg: #3d2e0e; --incomplete: #cdbaf5; --incomplete-bg: #322851;
    --info: #9ccff2; --info-bg: #15344a; --pass: #9fd8ab; --pass-bg: #17371e; --untested: #a0a5ac; --untested-bg: #2a2e33;
    --mark: #6b5200; --mark-ink: #fff3d1;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 7rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 0.9375rem/1.5 var(--sans); }
body > * { max-width: 76rem; margin-inline: auto; padding-inline: clamp(1rem, 3vw, 2.5rem); }
h1, h2, h3 { line-height: 1.25; font-weight: 620; margin: 0; text-wrap: balance; }
h1 { font-size: clamp(1.6rem, 1.2rem + 1.6vw, 2.3rem); letter-spacing: -0.015em; overflow-wrap: anywhere; }
h2 { font-size: 1.3rem; margin-block: 3rem 0.6rem; letter-spacing: -0.01em; }
h2.small, caption { font-size: 0.9375rem; font-weight: 620; margin: 0 0 0.35rem; }
h3 { font-size: 1rem; margin-block: 1.4rem 0.3rem; }
.label { font-size: 0.8125rem; color: var(--faint); margin-block: 0.4rem 0.2rem; }
p { margin: 0.4rem 0; max-width: 78ch; overflow-wrap: anywhere; }
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 0.06em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
code, pre, .hex { font-family: var(--mono); font-size: 0.8125rem; unicode-bidi: isolate; direction: ltr; }
code { overflow-wrap: anywhere; }
pre { margin: 0; padding: 0.7rem 0.8rem; background: var(--raised); border: 1px solid var(--rule); border-radius: 6px; overflow: auto; max-height: 28rem; white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: var(--mark); color: var(--mark-ink); border-radius: 2px; }
.faint { color: var(--faint); }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.zero { color: var(--faint); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; display: block; padding-block: 0.5rem; }
table { border-collapse: collapse; width: 100%; margin-block: 0.4rem 1.6rem; font-size: 0.875rem; }
caption { text-align: left; padding-bottom: 0.35rem; }
th, td { text-align: left; vertical-align: top; padding: 0.36rem 0.9rem 0.36rem 0; border-bottom: 1px solid var(--rule); overflow-wrap: break-word; }
td[lang], td > span { overflow-wrap: anywhere; }
th:last-child, td:last-child { padding-right: 0; }
thead th { font-size: 0.8125rem; font-weight: 500; color: var(--faint); white-space: nowrap; vertical-align: bottom; overflow-wrap: normal; }
tbody th { font-weight: 560; }
th.number, td.number { text-align: right; white-space: nowrap; }
ul { padding-left: 1.1rem; margin: 0.3rem 0; }
summary { cursor: pointer; }
td.fail, .figures .fail dd { color: var(--fail); font-weight: 620; }
td.warn { color: var(--warn); font-weight: 620; }
td.incomplete { color: var(--incomplete); }
`;
