/** Why, from where, when and how sure: what the history keeps with each cell changed in this session. */
export type CellNote = { note_reason: string; note_source: string; note_as_of: string; note_confidence: string };

const KEY = 'census-note';
const FIELDS = ['note_reason', 'note_source', 'note_as_of', 'note_confidence'] as const;

/** The note of a session of edits: asked before the first change, kept by this tab until it is closed. */
export class SessionNote {
  value = $state.raw<CellNote | undefined>(undefined);

  /** Takes up the note that this tab was given on another page. Call it in the browser. */
  restore(): void {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
      if (typeof kept === 'object' && kept !== null) this.value = read((name) => (kept as Record<string, unknown>)[name]);
    } catch {
      // A browser that keeps nothing: it is asked again.
    }
  }

  /** Takes the note that a form holds. */
  take(form: FormData): void {
    this.value = read((name) => form.get(name));
    try {
      sessionStorage.setItem(KEY, JSON.stringify(this.value));
    } catch {
      // As above.
    }
  }
}

function read(of: (name: string) => unknown): CellNote {
  return Object.fromEntries(FIELDS.map((name) => [name, typeof of(name) === 'string' ? String(of(name)).trim() : ''])) as CellNote;
}
