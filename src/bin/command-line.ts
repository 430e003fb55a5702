import { parseArgs, type ParseArgsConfig } from 'node:util';

/**
 * The options and names given to a command. `--help` prints its usage and ends with 0; an option that it does not have, or
 * one without its value, says so with the usage and ends with 2, before anything is done.
 */
export function commandLine<const Config extends ParseArgsConfig>(config: Config, usage: string): ReturnType<typeof parseArgs<Config>> {
  if (process.argv.includes('--help')) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    process.exit(2);
  }
}
