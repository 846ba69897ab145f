/** Whether the engine runs from its TypeScript sources, or from the built code of the package. */
export const isSource = import.meta.url.endsWith('.ts');
