import { deserialize } from '$app/forms';
import type { TableColumn, TableRow } from '#lib/domain/census/table.ts';
import { m } from '#lib/i18n/generated/messages.js';
import type { CellNote } from './session-note.svelte.ts';
import { formFieldName } from './form-field-name.ts';
import { EDITED_COLUMN } from './table-columns.ts';

type Answer = {
  /** The value as it was kept. */
  value?: string;
  sentence?: string;
  long?: { name: string; length: number }[];
  longest?: number;
  badDate?: boolean;
  version?: number;
  changes?: number[];
  conflicts?: { field: string; theirs: string | null; actor: string; at: string; reason: string }[];
};
/** What was done last, to be taken back. `before` is the cell's value. */
type Done = { slug: string; column: TableColumn; before: string; after: string; changes: number[] };

/** Why a cell was refused. The cell's own value is named after its column. */
function refusal({ sentence, long = [], longest = 0, badDate }: Answer, column: string): string {
  const texts = long.map(({ name, length }) => m.census_too_long({ field: formFieldName(name === 'value' ? column : name), length: String(length), longest: String(longest) }));
  return [sentence, ...texts, badDate && m.census_bad_as_of()].filter(Boolean).join(' ');
}

/** The lines of the editors' table while they are worked on: the cell in use, the one being edited, what can be undone. */
export class GridState {
  rows = $state.raw<TableRow[]>([]);
  row = $state(0);
  column = $state(0);
  editing = $state(false);
  /** What was typed in a cell that was not saved. */
  draft = $state<string | undefined>(undefined);
  busy = $state(false);
  /** Read out: what was saved, or why not. */
  message = $state<{ kind: 'saved' | 'undone' | 'refused' | 'conflict' | 'network'; slug: string; text: string } | undefined>(undefined);
  done = $state.raw<Done[]>([]);

  constructor(rows: TableRow[]) {
    this.rows = rows;
  }

  /** Moves the cell in use and stays inside the table. */
  move(rows: number, columns: number, width: number): void {
    this.row = Math.min(this.rows.length - 1, Math.max(0, this.row + rows));
    this.column = Math.min(width - 1, Math.max(0, this.column + columns));
  }

  async #send(action: string, fields: Record<string, string>): Promise<{ ok: boolean; data: Answer } | undefined> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    try {
      const response = await fetch(`?/${action}`, { method: 'POST', body, headers: { accept: 'application/json', 'x-sveltekit-action': 'true' } });
      const result = deserialize(await response.text());
      if (result.type !== 'success' && result.type !== 'failure') return undefined;
      return { ok: result.type === 'success', data: (result.data ?? {}) as Answer };
    } catch {
      return undefined;
    }
  }

  #put(slug: string, column: TableColumn, value: string, version: number): void {
    this.rows = this.rows.map((row) => (row.slug === slug ? { ...row, version, cells: { ...row.cells, [column]: value } } : row));
  }

  /** Saves a cell. The table shows what the server keeps: nothing changes on the screen before it answers. */
  async save(row: TableRow, column: TableColumn, value: string, note: CellNote | undefined): Promise<void> {
    const target = EDITED_COLUMN[column];
    const before = row.cells[column];
    const at = [this.row, this.column] as const;
    this.editing = false;
    this.draft = undefined;
    this.message = undefined;
    if (!target || value === before) return;
    this.busy = true;
    const answer = await this.#send('cell', { slug: row.slug, version: String(row.version), column: target, value, ...note });
    this.busy = false;
    const { slug } = row;
    if (answer?.ok) {
      const stored = answer.data.value ?? value;
      this.#put(slug, column, stored, answer.data.version ?? row.version);
      if (answer.data.changes?.length) this.done = [...this.done, { slug, column, before, after: stored, changes: answer.data.changes }];
      this.message = { kind: 'saved', slug, text: row.cells.name };
      return;
    }
    const conflict = answer?.data.conflicts?.[0];
    if (!answer) this.message = { kind: 'network', slug, text: '' };
    else if (conflict) this.message = { kind: 'conflict', slug, text: `${conflict.theirs ?? 'x'} (${conflict.actor})` };
    else this.message = { kind: 'refused', slug, text: refusal(answer.data, target) };
    // What was typed is not lost: it is back in its cell, or said when the person has gone on.
    if (this.row === at[0] && this.column === at[1] && !this.editing) {
      this.draft = value;
      this.editing = true;
    } else this.message.text += ` ${m.census_grid_kept({ value })}`;
  }

  /** Takes the last saved cell back. */
  async undo(): Promise<void> {
    const last = this.done.at(-1);
    if (!last || this.busy) return;
    this.busy = true;
    const answer = await this.#send('undo', { slug: last.slug, changes: last.changes.join(',') });
    this.busy = false;
    if (!answer) this.message = { kind: 'network', slug: last.slug, text: '' };
    else {
      this.done = this.done.slice(0, -1);
      if (answer.ok) this.#put(last.slug, last.column, last.before, answer.data.version ?? 0);
      this.message = { kind: answer.ok ? 'undone' : 'refused', slug: last.slug, text: answer.ok ? (this.rows.find((row) => row.slug === last.slug)?.cells.name ?? '') : (answer.data.sentence ?? '') };
    }
  }
}
