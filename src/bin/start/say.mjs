// What a person reads in the terminal while the observatory prepares itself.
const start = Date.now();

/** Prints one line of progress, with the seconds since the command was typed. */
export function say(/** @type {string} */ sentence) {
  const seconds = ((Date.now() - start) / 1000).toFixed(0).padStart(3, ' ');
  process.stdout.write(`${seconds} s  ${sentence}\n`);
}

/** A failure whose message is all that the person needs: no stack is printed. */
export class PlainError extends Error {}
