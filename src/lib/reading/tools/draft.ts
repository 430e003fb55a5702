import { fold } from '../values/fold.ts';
import type { Ask, Conventions } from '../types.ts';
import type { Description, Group } from './tool.ts';

/** Builds a description column by column; ids stay unique whatever the headers. */
export class Draft {
  readonly metadata = new Map<number, string>();
  readonly left = new Map<number, 'summary'>();
  readonly groups: Group[] = [];
  readonly asks: Ask[] = [];
  conventions: Partial<Conventions> = {};
  title: string | undefined;
  surveyId: string | undefined;
  private readonly ids = new Set<string>();

  /** Adds a question; its id gets a number when another one has it. */
  add(group: Group): Group {
    let id = group.id.trim() === '' ? `colonne ${group.items[0]?.column ?? 0}` : group.id;
    for (let n = 2; this.ids.has(id); n++) id = `${group.id} (${n})`;
    this.ids.add(id);
    const added = { ...group, id };
    this.groups.push(added);
    return added;
  }

  /** A question of one column. */
  column(column: number, label: string, more: Partial<Group> = {}): Group {
    return this.add({ id: more.code ?? label, label, layout: 'column', items: [{ column, label }], ...more });
  }

  done(): Description {
    return {
      metadata: this.metadata,
      groups: this.groups,
      left: this.left,
      asks: this.asks,
      conventions: this.conventions,
      ...(this.title ? { title: this.title } : {}),
      ...(this.surveyId ? { surveyId: this.surveyId } : {})
    };
  }
}

/** Meanings by folded header. */
export function dictionary(words: Record<string, string[]>): Map<string, string> {
  return new Map(Object.entries(words).flatMap(([meaning, headers]) => headers.map((header) => [fold(header), meaning] as const)));
}
