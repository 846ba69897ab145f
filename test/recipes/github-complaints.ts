import { build } from 'esbuild';
import { PACKAGE_FOLDER } from '../../lib/harness.ts';

type Parser = typeof import('@actions/workflow-parser') &
  typeof import('@actions/workflow-parser/actions/action-parser');

let parser: Promise<Parser> | undefined;

/** What GitHub's own parser has against the text of a workflow, or of an action where its name ends in `action.yml`. */
export async function githubComplaints(name: string, text: string): Promise<readonly string[]> {
  parser ??= loadParser();
  const { parseAction, parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await parser;
  const parse = name.endsWith('action.yml') ? parseAction : parseWorkflow;
  const { context, value } = parse({ name, content: text }, new NoOperationTraceWriter());
  if (value && parse === parseWorkflow) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}

/** The parser imports JSON in a way that only bundlers read, so esbuild makes one module of it. */
async function loadParser(): Promise<Parser> {
  const contents = `export * from '@actions/workflow-parser';
export * from '@actions/workflow-parser/actions/action-parser';`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: PACKAGE_FOLDER },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')}`);
}
