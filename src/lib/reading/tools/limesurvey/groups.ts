import { every, type Profile } from '../../shape/profile.ts';
import { readTick, type Marks } from '../../values/booleans.ts';
import { fold } from '../../values/fold.ts';
import { isOtherWord } from '../../values/other-words.ts';
import { MISSING_CODES, missingWord } from '../../values/missing-words.ts';
import { readNumber } from '../../values/numbers.ts';
import type { Draft } from '../draft.ts';
import { structureOf } from '../../questions/with-structure.ts';
import type { Group, Table } from '../tool.ts';
import type { Heading, HeadingMode } from './header.ts';
import { COMMENT } from './words.ts';

type Member = { column: number; heading: Heading };

/** Puts the columns of a LimeSurvey file together into questions. */
export function groupColumns(table: Table, headings: Heading[], mode: HeadingMode, draft: Draft): void {
  const groups = new Map<string, Member[]>();
  headings.forEach((heading, index) => {
    const column = index + 1;
    if (heading.metadata) return void draft.metadata.set(column, heading.metadata);
    if (heading.kind === 'file_count') return void draft.metadata.set(column, 'file_count');
    if (heading.label === '' && table.profile(column).filled === 0) return;
    const key = heading.code ?? `text ${fold(heading.label)}`;
    const scaled = heading.scale === undefined ? key : `${key} ${heading.scale}`;
    const known = groups.get(scaled);
    if (known) known.push({ column, heading });
    else groups.set(scaled, [{ column, heading }]);
  });
  for (const members of groups.values()) addGroup(table, members, mode, draft);
}

function addGroup(table: Table, members: Member[], mode: HeadingMode, draft: Draft): void {
  const scale = members[0]!.heading.scale;
  const { code, label } = members[0]!.heading;
  const named = scale === undefined ? label : `${label} [${scale}]`;
  const base = members.filter(({ heading }) => heading.kind === 'value' && heading.sub === undefined && heading.item === undefined);
  const rest = members.filter((member) => !base.includes(member));
  const comments = rest.filter(({ heading }) => heading.kind === 'comment' || (mode === 'text' && COMMENT.has(fold(heading.item ?? ''))));
  const items = rest.filter((member) => !comments.includes(member) && member.heading.kind === 'value');
  const others = rest.filter(({ heading }) => heading.kind === 'other');
  if (mode === 'text') moveOthers(table, base, items, others);
  const more = {
    ...(others.length > 0 ? { otherColumns: others.map(({ column }) => column) } : {}),
    ...(comments.length > 0 ? { commentColumns: comments.map(({ column }) => column) } : {})
  };
  const id = code === undefined ? named : scale === undefined ? code : `${code}#${scale}`;
  const identity = { id, label: named, ...(code !== undefined ? { code } : {}) };
  base.forEach(({ column, heading }, i) => {
    const type = mode === 'code' ? codedType(table.profile(column)) : undefined;
    draft.add({ ...identity, label: heading.label, layout: 'column', items: [{ column, label: heading.label }], ...(type ? { type } : {}), ...(i === 0 ? more : {}) });
  });
  if (items.length === 0) {
    if (base.length === 0) [...others, ...comments].forEach(({ column, heading }) => draft.column(column, heading.item ? `${heading.label} [${heading.item}]` : heading.label, { ...(code ? { code } : {}), type: 'text' }));
    return;
  }
  const marks = mode === 'code' && others.length + comments.length > 0 ? oneAndTwo(table, items) : undefined;
  const shape = marks ? 'indicators' : shapeOf(table, items.map(({ column }) => column));
  const known = structureOf(table.structure, code, id)?.type;
  const partId = (heading: Heading) => `${id}[${heading.sub ?? heading.item}]`;
  const texts = structureOf(table.structure, undefined, partId(items[0]!.heading))?.type === 'text';
  if (!texts && items.length === 1 && base.length === 0 && scale === undefined && shape !== 'indicators' && known !== 'grid' && known !== 'numbers') {
    addLone(table, items[0]!, mode, draft, identity, more);
    return;
  }
  const source = items.map(({ column, heading }) => ({ column, label: heading.item || heading.sub || (heading.item === '' ? '(sans libellé)' : heading.label), ...(heading.sub !== undefined ? { code: heading.sub } : {}) }));
  if (texts || shape === 'texts') {
    items.forEach(({ column, heading }, i) => draft.column(column, `${heading.label} [${source[i]!.label}]`, { id: partId(heading), ...(code === undefined ? {} : { code: partId(heading) }), type: 'text', ...(i === 0 ? more : {}) }));
    return;
  }
  draft.add({ ...identity, ...(shape === 'indicators' ? { layout: 'indicators', type: 'multiple', ...(marks ? { marks } : {}) } : { layout: 'rows', type: shape }), items: source, ...(base.length === 0 ? more : {}) });
}

/** 1 and 2 in place of Y and N: only a multiple choice has an "other" or a comment beside each of its columns. */
function oneAndTwo(table: Table, items: Member[]): Marks | undefined {
  const texts = new Set(items.flatMap(({ column }) => [...table.profile(column).values.keys()].map((text) => text.trim())));
  return texts.has('2') && [...texts].every((text) => text === '1' || text === '2') ? { yes: '1', no: '2' } : undefined;
}

/** A question with one sub-question is one column: "Âge [Âge en années]", or brackets with nothing in them. */
function addLone(table: Table, { column, heading }: Member, mode: HeadingMode, draft: Draft, identity: { id: string; label: string; code?: string }, more: Partial<Group>): void {
  const label = heading.item ? `${identity.label} [${heading.item}]` : identity.label;
  const type = mode === 'code' ? codedType(table.profile(column)) : undefined;
  draft.add({ ...identity, label, layout: 'column', items: [{ column, label, ...(heading.sub !== undefined ? { code: heading.sub } : {}) }], ...(type ? { type } : {}), ...more });
}

/** In full text nothing marks the "other" column but its name and its free text. */
function moveOthers(table: Table, base: Member[], items: Member[], others: Member[]): void {
  for (const member of [...items]) {
    if (!isOtherWord(member.heading.item ?? '')) continue;
    const free = !every(table.profile(member.column), (text) => readTick(text) !== undefined || fold(text) === 'n a');
    const sameScale = items.length > 2 && sharesScale(table, member.column, items.find((other) => other !== member)!.column);
    if (base.length > 0 || (free && !sameScale)) {
      items.splice(items.indexOf(member), 1);
      others.push(member);
    }
  }
}

function sharesScale(table: Table, column: number, sibling: number): boolean {
  const scale = table.profile(sibling).values;
  return scale.size > 0 && every(table.profile(column), (text) => scale.has(text)) && !every(table.profile(sibling), (text) => readTick(text) !== undefined);
}

/** What the sub-columns of a question are, from what they hold. */
export function shapeOf(table: Table, columns: number[]): 'indicators' | 'numbers' | 'grid' | 'texts' {
  const values = new Map<string, number>();
  for (const column of columns) for (const [text, count] of table.profile(column).values) if (fold(text) !== 'n a' && (missingWord(text) === undefined || missingWord(text) === 'dont_know' || readTick(text) !== undefined)) values.set(text, (values.get(text) ?? 0) + count);
  const texts = [...values.keys()];
  if (texts.length === 0) return 'indicators';
  if (texts.every((text) => readTick(text) !== undefined)) {
    const onlyOnes = texts.every((text) => text.trim() === '1');
    const everywhere = columns.every((column) => table.profile(column).filled === table.responseRows.length);
    return onlyOnes && everywhere ? 'grid' : 'indicators';
  }
  const written = texts.filter((text) => missingWord(text) === undefined);
  const numbers = written.map((text) => readNumber(text, 'dot'));
  if (numbers.length > 0 && numbers.every((number) => number !== undefined)) {
    // 99 beside a scale of points says that there is no answer.
    const points = numbers.filter((_, i) => !MISSING_CODES.has(written[i]!.trim()));
    return points.length > 0 && points.every((number) => Number.isInteger(number!.value) && number!.value >= 0 && number!.value <= 10 && !number!.percent) ? 'grid' : 'numbers';
  }
  const total = [...values.values()].reduce((sum, count) => sum + count, 0);
  const long = texts.some((text) => text.length > 120 || text.includes('\n'));
  return !long && (texts.length <= 7 || texts.length <= total / 3) && (texts.length < total || total <= 2) ? 'grid' : 'texts';
}

/** In an export of codes, small integers are answer codes, `A1`… too. */
function codedType(profile: Profile): 'single' | undefined {
  const small = every(profile, (text) => /^(?:\d|1\d|20)$/.test(text.trim()) || /^-oth-$/.test(text.trim()) || /^A[O]?\d{1,4}$/.test(text.trim()) || /^[YNFM]$/.test(text.trim()));
  return small ? 'single' : undefined;
}
