import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';

/** `open RUN`: prints the address of a run's report and opens it where there is a screen. */
export function openCommand(): Command {
  return new Command('open')
    .description("show a run's report in the browser; prints its address in any case")
    .argument('<run>', 'folder of a run')
    .addHelpText(
      'after',
      `
Examples:
  $ dicomweb-harness open runs/20260302-090000-abcd`,
    )
    .action((runFolder: string) => {
      const report = resolve(runFolder, 'report.html');
      if (!existsSync(report)) {
        throw new CommandError(
          `${runFolder} has no report.html`,
          EXIT_CODES.usage,
          '`report RUN` makes it from results.json.',
        );
      }
      process.stdout.write(`${pathToFileURL(report).href}\n`);
      launch(report);
    });
}

/** Starts the desktop's own opener; a machine without one has had the address printed. */
function launch(path: string): void {
  const [program, ...options] = opener();
  if (program === undefined) return;
  const child = spawn(program, [...options, path], { detached: true, stdio: 'ignore' });
  child.on('error', () => {});
  child.unref();
}

function opener(): string[] {
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['explorer.exe'];
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ['xdg-open'] : [];
}
