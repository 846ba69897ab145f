import { statSync } from 'node:fs';
import { readUserFile } from '../../errors/user-file.ts';
import { type Token, tokenIn } from './token.ts';
import { TokenSource } from './token-source.ts';

/**
 * Tokens from a file that somebody else keeps fresh, such as a sidecar: read again when it changes.
 *
 * @throws CommandError when the file cannot be read, or holds no token, at the start.
 */
export function tokensInFile(path: string): TokenSource {
  const name = `token file ${path}`;
  let read = '';
  const next = (): Token => {
    read = stateOf(path);
    return tokenIn(readUserFile(path, 'token file'), name, Date.now());
  };
  return new TokenSource({ name, next, hasChanged: () => stateOf(path) !== read }, next());
}

/** Changes with the file, also where it is replaced by another or a link is turned to another. */
function stateOf(path: string): string {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats ? `${stats.ino} ${stats.size} ${stats.mtimeNs}` : '';
}
