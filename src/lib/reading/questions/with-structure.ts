import type { Option } from '../../domain/questionnaire/codebook.ts';
import type { Group } from '../tools/tool.ts';
import { fold } from '../values/fold.ts';
import type { SourceQuestion, SourceRow, Structure, StructureQuestion } from '../types.ts';

/** The structure's question that a group of columns answers, by its code; a part of a question (`DUAL#2`, `MT[A]`) by its id. */
export function structureOf(structure: Structure | undefined, code: string | undefined, id?: string): StructureQuestion | undefined {
  const part = id === undefined ? undefined : structure?.questions.find((question) => question.toolCode === id);
  if (!structure || part || code === undefined) return part;
  const label = fold(code);
  const names = new Set([code, code.replaceAll('-', '/'), code.split('/').at(-1)!, code.split('-').at(-1)!]);
  return structure.questions.find((question) => question.toolCode === code) ?? structure.questions.find((question) => names.has(question.toolCode ?? '') || names.has(question.code)) ?? structure.questions.find((question) => fold(question.label.fr) === label || fold(question.label.en) === label);
}

/** What a structure knows before the values are read: the kind of answer, and that a text column holds several codes. */
export function typedByStructure(group: Group, known: StructureQuestion | undefined): Group {
  if (!known) return group;
  if (group.layout === 'column' && known.type === 'multiple') return { ...group, layout: 'joined', type: 'multiple', separator: group.separator ?? ' ' };
  if (group.layout === 'joined' && known.type !== 'multiple') {
    const { separator: _none, ...rest } = group;
    return { ...rest, layout: 'column', type: known.type === 'grid' || known.type === 'numbers' ? 'text' : known.type };
  }
  if (group.layout === 'column' && known.type !== 'grid' && known.type !== 'numbers') return { ...group, type: known.type };
  if (group.layout === 'rows' && (known.type === 'grid' || known.type === 'numbers')) return { ...group, type: known.type };
  return group.layout === 'rows' && known.type === 'multiple' ? { ...group, layout: 'indicators', type: 'multiple' } : group;
}

/** Wordings in place of codes, and the options that nobody chose: they are zeros, not unknown. */
export function labelledByStructure(question: SourceQuestion, known: StructureQuestion | undefined): SourceQuestion {
  if (!known) return question;
  const label = known.label.fr || question.label;
  const items = question.items.map((item) => ({ ...item, label: find(known.options ?? [], item.code ?? item.label)?.label.fr ?? item.label }));
  const scale = question.type === 'grid' ? (known.scale ?? []) : question.type === 'numbers' ? [] : (known.options ?? []);
  const options = withTyped(question, known, scale.length > 0 ? complete(question.options, scale) : question.options);
  const rows = question.rows?.map((row): SourceRow => ({ ...row, label: find(known.options ?? [], row.code ?? row.label)?.label.fr ?? row.label, options: scale.length > 0 && question.type === 'grid' ? complete(row.options, scale) : row.options }));
  return { ...question, label, items, options, ...(rows ? { rows } : {}) };
}

/** The option "other" has no column of its own but the one of its texts. */
function withTyped(question: SourceQuestion, known: StructureQuestion, options: SourceQuestion['options']): SourceQuestion['options'] {
  const other = known.options?.find((option) => option.other)?.code;
  if (other === undefined || question.layout !== 'indicators' || question.items.some((item) => item.code === other)) return options;
  return options.map((option) => (option.code === other && option.count === 0 ? { ...option, count: question.otherTexts.length } : option));
}

function find(options: Option[], name: string): Option | undefined {
  return options.find((option) => option.code === name) ?? options.find((option) => fold(option.label.fr) === fold(name) || fold(option.label.en) === fold(name));
}

function complete(seen: SourceQuestion['options'], declared: Option[]): SourceQuestion['options'] {
  const rest = [...seen];
  const all = declared.map((option) => {
    let count = 0;
    for (let i = rest.length - 1; i >= 0; i--) if (find([option], rest[i]!.code ?? rest[i]!.label)) count += rest.splice(i, 1)[0]!.count;
    return { code: option.code, label: option.label.fr, count };
  });
  return [...all, ...rest];
}
