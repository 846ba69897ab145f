/** How npm names `npm run` in the environment: since version 11, and before it. */
const NPM_RUN = ['run', 'run-script'];

type Environment = Readonly<Record<string, string | undefined>>;

/** A command of the program as whoever started this process would type it: by npm, by npx, or as it is. */
export function asTyped(command: string, args: readonly string[], env: Environment): string {
  const typed = args.map((arg) => (/^[\w@%+=:,./\\-]+$/.test(arg) ? arg : JSON.stringify(arg))).join(' ');
  const behind = typed === '' ? '' : ` ${typed}`;
  if (NPM_RUN.includes(env.npm_command ?? '')) return `npm run ${command}${behind && ` --${behind}`}`;
  return `${env.npm_command === 'exec' ? 'npx ' : ''}dicomweb-harness ${command}${behind}`;
}
