import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { type Finding, inWords, ok } from '../../doctor/finding.ts';
import { diskFinding, folderFinding, k6Finding, nodeFinding } from '../../doctor/machine.ts';
import { CommandError, EXIT_CODES } from '../../errors/exit-codes.ts';
import { PACKAGE_FOLDER } from '../../harness.ts';
import { resolveTarget } from '../../target/configuration.ts';
import { seconds } from '../argument.ts';
import { namesTarget, type TargetOptions, targetInput, withConnectionOptions } from '../target-input.ts';
import { withConfiguration } from './configured.ts';

const EXAMPLES = `
Examples:
  $ dicomweb-harness doctor
  $ dicomweb-harness doctor --target http://127.0.0.1:8042/dicom-web
  $ dicomweb-harness doctor --target https://archive.example.org/dicom-web --read-only
  $ dicomweb-harness doctor --write
      also stores one small instance under fresh UIDs, and deletes it
  $ dicomweb-harness doctor --json

Without --write nothing is sent but GET and OPTIONS, for a study that cannot exist.

Exit codes: 0 a run can start, 2 something on this machine has to be mended first, 3 something about the target.`;

interface DoctorOptions extends TargetOptions {
  readonly out?: string;
  readonly write?: true;
  readonly readOnly?: true;
  readonly json?: true;
}

/** `doctor`: looks whether a run can start, and says what to do where it cannot. */
export function doctorCommand(): Command {
  const command = new Command('doctor')
    .description('look at this machine and the target before a run: what would go wrong, and what to do about it')
    .option('--target <url>', 'base URL; default: that of the configuration')
    .option('--profile <name>', 'standard, azure-dicom, or a profile file')
    .option('--out <folder>', 'where results would go; default: runs/ in this folder')
    .option('--timeout <seconds>', 'longest wait for an answer', seconds, 10)
    .option('--write', 'also store one small instance and delete it')
    .option('--read-only', 'look only at what a read-only run needs')
    .option('--json', 'print the findings as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (options: DoctorOptions) => {
      if (options.write && options.readOnly) throw new CommandError('--write and --read-only exclude each other');
      const findings: Finding[] = [];
      const tell = (finding: Finding): void => {
        findings.push(finding);
        if (!options.json) process.stdout.write(inWords(finding));
      };
      const machine = await machineFindings(options);
      machine.forEach(tell);
      const isWell = machine.every(({ state }) => state !== 'bad');
      if (namesTarget(options)) {
        const target = resolveTarget(targetInput(options, null), process.env);
        const { examineTarget } = await import('../../doctor/examine-target.ts');
        const say = (line: string): void => void process.stderr.write(`${line}\n`);
        await examineTarget(target, { mayWrite: options.write === true, tell, say });
      } else tell(ok('target', 'none is named: runs play against the embedded reference server'));
      if (options.json) process.stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
      if (!isWell) process.exitCode = EXIT_CODES.usage;
      else if (findings.some(({ state }) => state === 'bad')) process.exitCode = EXIT_CODES.unreachable;
    });
  return withConfiguration(withConnectionOptions(command));
}

async function machineFindings({ out, file }: DoctorOptions): Promise<Finding[]> {
  const { engines } = JSON.parse(readFileSync(join(PACKAGE_FOLDER, 'package.json'), 'utf8')) as {
    readonly engines: { readonly node: string };
  };
  const folder = resolve(out ?? 'runs');
  return [
    nodeFinding(engines.node),
    ok('configuration', file ?? 'no file: defaults, flags and variables'),
    folderFinding(folder),
    diskFinding(folder),
    await k6Finding(process.env),
  ];
}
