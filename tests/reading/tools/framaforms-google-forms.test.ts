import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/lib/reading/read.ts';
import { counts, expectTool, lines, meanings, question, readText } from '../fixtures.ts';

describe('Framaforms', () => {
  const rows = [
    ['Mon formulaire', '', '', '', '', '', ''],
    ['Submission Details', '', '', '', '', '', ''],
    ['Serial', 'SID', 'Submitted Time', 'Draft', 'UID', 'Objectifs', 'Territoire'],
    ['1', '70', '03/10/2026 - 09:00', '', '0', 'Accès,Formation, sensibilisation,Plaidoyer', 'Urbain'],
    ['2', '71', '03/10/2026 - 09:00', '1', '0', 'Accès,Plaidoyer', 'Rural'],
    ['3', '72', '03/10/2026 - 09:00', '', '0', 'Plaidoyer,Un tiers-lieu', 'Urbain'],
    ['4', '73', '03/10/2026 - 09:00', '', '0', 'Accès,Formation, sensibilisation', 'Urbain']
  ];

  it('compact multiple choice: joined without a space', async () => {
    const reading = await readText(lines(',', rows));
    expectTool(reading, 'Framaforms', 4);
    expect(reading.headerRows).toEqual([1, 2, 3]);
    expect(reading.title).toBe('Mon formulaire');
    expect(counts(question(reading, 'Objectifs').options)).toEqual({ Accès: 3, 'Formation, sensibilisation': 2, Plaidoyer: 3 });
    expect(question(reading, 'Objectifs').otherTexts).toEqual(['Un tiers-lieu']);
    expect(reading.asks.map(({ code }) => code)).toContain('partial_response');
  });

  it('the old .xls is UTF-16 text with tabs', async () => {
    const text = `\ufeff${lines('\t', rows)}`;
    const bytes = new Uint8Array(text.length * 2);
    for (let i = 0; i < text.length; i++) new DataView(bytes.buffer).setUint16(i * 2, text.charCodeAt(i), true);
    const reading = await readFile(bytes, 'resultats.xls');
    expectTool(reading, 'Framaforms', 4);
    expect([reading.grid.encoding, reading.grid.delimiter]).toEqual(['UTF-16LE', '\t']);
  });
});

describe('Google Forms', () => {
  it('linked spreadsheet: options that contain the separator are put together again', async () => {
    const reading = await readText(lines(',', [
      ['Horodateur', 'Adresse e-mail', 'Objectifs', 'Caisse [Élus]', 'Caisse [Habitants]'],
      ['11/03/2026 14:05:00', 'a@x.fr', 'Accès, Formation, sensibilisation, accompagnement, Plaidoyer', 'Oui', 'Un peu'],
      ['12/03/2026 14:05:00', 'b@x.fr', 'Formation, sensibilisation, accompagnement', 'Un peu', 'Un peu'],
      ['12/03/2026 15:05:00', 'c@x.fr', 'Accès, Plaidoyer', 'Un peu', 'Beaucoup'],
      ['13/03/2026 15:05:00', 'd@x.fr', 'Accès', 'Un peu', 'Beaucoup']
    ]));
    expectTool(reading, 'Google Forms', 4);
    expect(meanings(reading)).toEqual(['submitted_at', 'email']);
    expect(counts(question(reading, 'Objectifs').options)).toEqual({ Accès: 3, 'Formation, sensibilisation, accompagnement': 2, Plaidoyer: 2 });
    expect(reading.asks.map(({ code }) => code)).toContain('option_contains_separator');
    expect(question(reading, 'Caisse').type).toBe('grid');
  });

  it('checkbox grid: several answers in each row', async () => {
    const reading = await readText(lines(',', [
      ['Timestamp', 'Quand ? [Lundi]', 'Quand ? [Mardi]'],
      ['2026/03/11 2:05:00 PM GMT+1', 'matin;soir', 'soir'],
      ['2026/03/12 2:05:00 PM GMT+1', 'matin', 'matin;soir'],
      ['2026/03/12 2:05:00 PM GMT+1', 'soir;matin', '']
    ]));
    expectTool(reading, 'Google Forms', 3);
    expect(counts(question(reading, 'Quand ? [Lundi]').options)).toEqual({ matin: 3, soir: 2 });
  });
});
