/** Whether the engine runs from its TypeScript sources, which need a loader, or from built JavaScript. */
export const isSource = import.meta.url.endsWith('.ts');

/** Address of one of the engine's own files, for a thread or process to start with. @param name without extension */
export function entryFile(name: string): URL {
  return new URL(`${name}${isSource ? '.ts' : '.js'}`, import.meta.url);
}
