import { LIMITS } from '../../limits.ts';
import { ReadingRefusal } from '../../refusal.ts';
import { RowCollector, type BareFormulas, type PlainSheet } from '../plain-sheet.ts';
import { attribute } from '../xml.ts';
import { odsCellText } from './cell-text.ts';

/** Builds one sheet of an OpenDocument file tag by tag; repeated rows and cells are written out, the empty ones only counted. */
export class SheetBuilder {
  private readonly collector = new RowCollector();
  private readonly merges: NonNullable<PlainSheet['merges']> = [];
  private readonly hiddenColumns = new Set<number>();
  private formulas: BareFormulas | undefined;
  private row = 1;
  private repeated = 1;
  private cells: string[] = [];
  private column = 1;
  private tableColumn = 1;
  private cell: string | undefined;
  private shown = '';
  private paragraphs = 0;

  constructor(
    private readonly name: string,
    private readonly hidden: boolean
  ) {}

  tag(name: string, closes: boolean, alone: boolean, attributes: string): void {
    if (name === 'table:table-column' && !closes) this.addColumn(attributes);
    else if (name === 'table:table-row') {
      if (!closes) this.openRow(attributes);
      if (closes || alone) this.closeRow();
    } else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      if (!closes) [this.cell, this.shown, this.paragraphs] = [attributes, '', 0];
      if (closes || alone) this.closeCell();
    }
  }

  /** A paragraph begins: paragraphs of a cell are lines. */
  paragraph(): void {
    if (this.paragraphs++ > 0) this.shown += '\n';
  }

  write(text: string): void {
    if (this.cell !== undefined) this.shown += text;
    if (this.shown.length > LIMITS.cellCharacters) throw new ReadingRefusal('cell_too_large', { limit: LIMITS.cellCharacters, row: this.row });
  }

  done(): PlainSheet {
    return {
      name: this.name,
      hidden: this.hidden,
      ...this.collector.found,
      ...(this.merges.length > 0 ? { merges: this.merges } : {}),
      ...(this.hiddenColumns.size > 0 ? { hiddenColumns: [...this.hiddenColumns] } : {}),
      ...(this.formulas ? { formulas: this.formulas } : {})
    };
  }

  private addColumn(attributes: string): void {
    const count = times(attributes, 'table:number-columns-repeated');
    const hidden = /^(?:collapse|filter)$/.test(attribute(attributes, 'table:visibility') ?? '');
    const end = Math.min(this.tableColumn + count, LIMITS.columns + 1);
    for (let column = this.tableColumn; hidden && column < end; column++) this.hiddenColumns.add(column);
    this.tableColumn += count;
  }

  private openRow(attributes: string): void {
    this.repeated = times(attributes, 'table:number-rows-repeated');
    [this.cells, this.column] = [[], 1];
  }

  private closeRow(): void {
    if (this.cells.length > 0 && this.cells.length * this.repeated > LIMITS.cells) throw new ReadingRefusal('too_many_cells', { limit: LIMITS.cells });
    for (let i = 0; this.cells.length > 0 && i < this.repeated; i++) this.collector.add(this.row + i, [...this.cells]);
    this.row += this.repeated;
    this.cells = [];
  }

  private closeCell(): void {
    const attributes = this.cell ?? '';
    this.cell = undefined;
    const count = times(attributes, 'table:number-columns-repeated');
    const text = odsCellText(attributes, this.shown);
    this.span(attributes);
    if (text !== '') {
      const last = this.column + count - 1;
      if (last > LIMITS.columns) throw new ReadingRefusal('sheet_too_wide', { column: last, limit: LIMITS.columns, cell: `${last}:${this.row}` });
      while (this.cells.length < this.column - 1) this.cells.push('');
      for (let i = 0; i < count; i++) this.cells.push(text);
      if (text.startsWith('=') && this.shown === '' && attribute(attributes, 'table:formula') !== undefined) {
        this.formulas ??= { count: 0, row: this.row, column: this.column, text };
        this.formulas.count += count;
      }
    }
    this.column += count;
  }

  private span(attributes: string): void {
    const [columns, rows] = [times(attributes, 'table:number-columns-spanned'), times(attributes, 'table:number-rows-spanned')];
    if ((columns > 1 || rows > 1) && this.merges.length < 10_000) this.merges.push({ fromRow: this.row, toRow: this.row + rows - 1, fromColumn: this.column, toColumn: this.column + columns - 1 });
  }
}

function times(attributes: string, name: string): number {
  const count = Number(attribute(attributes, name) ?? 1);
  return Number.isInteger(count) && count > 0 && count <= 1_048_576 ? count : 1;
}
