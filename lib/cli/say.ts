import { withoutCommands } from '../../reports/ci/github.ts';

/** Whether a job of GitHub Actions runs this, which reads standard output for commands. */
export function isGithubJob(environment: NodeJS.ProcessEnv): boolean {
  return environment.GITHUB_ACTIONS === 'true';
}

/** Says on standard output what holds words of a server. In a job of GitHub Actions no line of it is a command. */
export function say(text: string): void {
  process.stdout.write(isGithubJob(process.env) ? withoutCommands(text) : text);
}
