import { describe, expect, it } from 'vitest';
import { readCensusLines, readDocumentedLines, readOfficialCodes } from './raw-files.ts';

const lines = readCensusLines();
const documented = lines.filter((line) => line.provenance === 'documented');
const synthetic = lines.filter((line) => line.provenance === 'synthetic');
const { departementOf, regionOf } = readOfficialCodes();
const codesOf = (codes: string): string[] => codes.split('|').filter((code) => code !== '');

describe('the census of 2025', () => {
  it('holds 105 initiatives, 60 of them caisses, each under its own address', () => {
    expect(lines).toHaveLength(105);
    expect(lines.filter((line) => line.kind === 'caisse')).toHaveLength(60);
    expect(new Set(lines.map((line) => line.slug)).size).toBe(105);
    expect(documented.length + synthetic.length).toBe(105);
  });

  it('takes the 31 documented ones over as they are, with their sources', () => {
    const originals = readDocumentedLines();
    expect(originals).toHaveLength(31);
    expect(documented).toEqual(originals.map((line) => ({ ...line, lead_type: line.lead_type || 'inconnu', provenance: 'documented', verified_on: '' })));
    expect(documented.every((line) => line.sources !== '')).toBe(true);
  });

  it('names the synthetic ones so that nobody takes them for real, and gives them no source', () => {
    for (const line of synthetic) {
      expect(line.name).toMatch(/^Initiative synthétique \d{3}$/);
      expect(line.slug).toMatch(/^initiative-synthetique-\d{3}$/);
      expect(line.lead_name).toMatch(/^Porteur synthétique \d{3}$/);
      expect(line.sources).toBe('');
    }
  });

  it('places every initiative: known communes of the département it says, or a known département', () => {
    for (const line of lines) {
      expect(regionOf.has(line.department!), `${line.slug}: ${line.department}`).toBe(true);
      for (const code of codesOf(line.insee_codes!)) expect(departementOf.get(code), `${line.slug}: ${code}`).toBe(line.department);
    }
    expect(synthetic.every((line) => line.insee_codes !== '')).toBe(true);
  });

  it('never puts two initiatives on a synthetic one’s commune', () => {
    const documentedCodes = new Set(documented.flatMap((line) => codesOf(line.insee_codes!)));
    const invented = synthetic.flatMap((line) => codesOf(line.insee_codes!));
    expect(new Set(invented).size).toBe(invented.length);
    expect(invented.filter((code) => documentedCodes.has(code))).toEqual([]);
  });

  it('includes every overseas département', () => {
    const departements = new Set(lines.map((line) => line.department));
    for (const overseas of ['971', '972', '973', '974', '976']) expect(departements).toContain(overseas);
  });

  it('dates are ISO 8601 and in order', () => {
    for (const line of lines) {
      for (const date of [line.started_on!, line.ended_on!, line.verified_on!]) expect(date).toMatch(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/);
      if (line.started_on && line.ended_on) expect(line.ended_on > line.started_on).toBe(true);
    }
  });
});
