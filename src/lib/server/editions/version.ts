import { DomainError } from '#lib/domain/errors.ts';

/** A version in its two parts. @throws DomainError `impossible_value` for anything but `2025.1` */
export function parseVersion(version: string): { year: number; number: number } {
  const parts = /^(\d{4})\.([1-9]\d{0,4})$/.exec(version);
  if (!parts) throw new DomainError('impossible_value', { what: 'version', value: version });
  return { year: Number(parts[1]), number: Number(parts[2]) };
}

/**
 * The version that follows: the year of the newest wave, then a running number within that year.
 *
 * @param waves waves of the edition; without any, `year` is used
 */
export function nextVersion(waves: string[], published: string[], year: number): string {
  const newest = waves.length > 0 ? Math.max(...waves.map((wave) => Number(wave.slice(0, 4)))) : year;
  const numbers = published.map(parseVersion).filter((version) => version.year === newest).map((version) => version.number);
  return `${newest}.${Math.max(0, ...numbers) + 1}`;
}
