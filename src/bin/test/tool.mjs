import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The file behind an installed command, run with this very Node and without a shell.
 *
 * @param {string} root
 * @param {string} name package
 * @param {string} [command] when it is not called like its package
 */
export function tool(root, name, command = name) {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}
