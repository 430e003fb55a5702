import { PlainError } from './say.mjs';

/** Refuses a Node that is too old, in one sentence; `engine-strict` would stop npm with a page of text. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new PlainError(
    `The observatory needs Node 20.19 or newer; this is Node ${version}. Install a current one from https://nodejs.org, then type the same command again.`
  );
}
