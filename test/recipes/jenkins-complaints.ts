/** What is wrong with a declarative pipeline, as far as a text without a Jenkins shows it. */
export function jenkinsComplaints(text: string): readonly string[] {
  const code = text.replace(/^ *\/\/.*$/gm, '').replace(/'''[\s\S]*?'''|'[^'\n]*'/g, '');
  return [
    ...['{}', '()']
      .filter(([open = '', close = '']) => code.split(open).length !== code.split(close).length)
      .map((brackets) => `${brackets} do not match`),
    ...['pipeline', 'agent', 'stages', 'stage', 'steps', 'post']
      .filter((section) => !new RegExp(`\\b${section}\\b[^\\n{]*\\{`).test(code))
      .map((section) => `no ${section}`),
    ...(code.includes('"') ? ['Groovy puts values into a string in double quotes'] : []),
  ];
}
