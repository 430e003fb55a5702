import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive; `declared` lies about its size. */
export type Part = { name: string; data: Uint8Array | string; declared?: number };

/** A ZIP archive, deflated. */
export function zip(parts: Part[]): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const data = typeof part.data === 'string' ? Buffer.from(part.data) : Buffer.from(part.data);
    const packed = deflateRawSync(data);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(data), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(part.declared ?? data.length, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    head.copy(entry, 16, 14, 30);
    entry.writeUInt16LE(0, 30);
    entry.writeUInt32LE(offset, 42);
    local.push(head, name, packed);
    central.push(entry, name);
    offset += head.length + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...local, directory, end]));
}

const TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts of a workbook of one sheet, from the inside of its `sheetData`. */
export function xlsxParts(sheetData: string, more: { styles?: string; workbookPr?: string; after?: string; before?: string; strings?: string } = {}): Part[] {
  return [
    { name: '[Content_Types].xml', data: TYPES },
    { name: '_rels/.rels', data: `<Relationships><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>` },
    { name: 'xl/workbook.xml', data: `<workbook xmlns:r="${REL}">${more.workbookPr ?? ''}<sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', data: `<Relationships><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${REL}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>` },
    { name: 'xl/styles.xml', data: more.styles ?? '<styleSheet/>' },
    { name: 'xl/sharedStrings.xml', data: more.strings ?? '<sst/>' },
    { name: 'xl/worksheets/sheet1.xml', data: `${more.before ?? ''}<worksheet><sheetData>${sheetData}</sheetData>${more.after ?? ''}</worksheet>` }
  ];
}

/** A workbook of one sheet. */
export function xlsx(sheetData: string, more: Parameters<typeof xlsxParts>[1] = {}): Uint8Array {
  return zip(xlsxParts(sheetData, more));
}
