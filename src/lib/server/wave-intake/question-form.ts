import { PUBLICATION_LEVELS, QUESTION_TYPES, UNITS, type Codebook, type Crosswalk, type Option, type Question } from '#lib/domain/questionnaire/codebook.ts';
import { CODE, proposeCode } from './codebook-edit.ts';

/** How a question continues one of an earlier wave, as the form says it. */
export const RELATIONS = ['same', 'reworded_yes', 'reworded_no', 'split', 'merged'] as const;

export type QuestionProblem = 'code' | 'label' | 'type' | 'options' | 'range' | `crosswalk:${string}`;

const text = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();
const oneOf = <T extends string>(list: readonly T[], value: string): T | undefined => list.find((each) => each === value);

/** Options, one a line: `code | français | English | autre`; a line without bars is a label, its code is made from it. */
export function readOptions(lines: string, before: Option[] = []): Option[] {
  const taken = new Set<string>();
  return lines.split(/\r?\n/).map((line) => line.trim()).filter(Boolean).map((line) => {
    const parts = line.split('|').map((part) => part.trim());
    const [code = '', fr = '', en = '', flag = ''] = parts.length === 1 ? [proposeCode(line, taken), line, line] : parts;
    taken.add(code);
    // What the form does not show stays: other spellings, families.
    const known = before.find((option) => option.code === code);
    const { other: _other, dontKnow: _dontKnow, ...rest } = known ?? { code };
    void _other;
    void _dontKnow;
    return { ...rest, code, label: { fr: fr || en || code, en: en || fr || code }, ...(/^(autre|other)$/i.test(flag) ? { other: true } : {}), ...(/^(nsp|dk)$/i.test(flag) ? { dontKnow: true } : {}) };
  });
}

/** Options as the form shows them. */
export function writeOptions(options: Option[] = []): string {
  return options.map(({ code, label, other, dontKnow }) => [code, label.fr, label.en, ...(other ? ['autre'] : dontKnow ? ['nsp'] : [])].join(' | ')).join('\n');
}

function readCrosswalk(form: FormData, earlier: Codebook[], before: Crosswalk[] = []): { crosswalk: Crosswalk[]; problems: QuestionProblem[] } {
  const crosswalk: Crosswalk[] = [];
  const problems: QuestionProblem[] = [];
  for (const { wave, questions } of earlier) {
    const relation = oneOf(RELATIONS, text(form, `cw:${wave}:relation`));
    if (!relation) continue;
    const codes = text(form, `cw:${wave}:questions`).split(/[\s,;]+/).filter(Boolean);
    const known = codes.every((code) => questions.some((question) => question.code === code));
    const enough = relation === 'merged' ? codes.length >= 2 : codes.length === 1;
    if (!known || !enough) problems.push(`crosswalk:${wave}`);
    const note = before.find((each) => each.wave === wave)?.note;
    const kind = relation === 'reworded_yes' || relation === 'reworded_no' ? 'reworded' : relation;
    crosswalk.push({ wave, questions: codes, relation: kind, comparable: relation === 'same' || relation === 'reworded_yes', ...(note ? { note } : {}) });
  }
  // Later waves are not this form's business.
  return { crosswalk: [...before.filter(({ wave }) => !earlier.some((each) => each.wave === wave)), ...crosswalk], problems };
}

/**
 * A question from the form, over the one that it changes. The level is `internal` unless the form says otherwise: nothing
 * becomes publishable by leaving a field alone.
 */
export function readQuestion(form: FormData, earlier: Codebook[], before?: Question): { question: Question; problems: QuestionProblem[] } {
  const problems: QuestionProblem[] = [];
  const type = oneOf(QUESTION_TYPES, text(form, 'type')) ?? before?.type ?? 'text';
  const [fr, en] = [text(form, 'label_fr'), text(form, 'label_en')];
  const code = before?.code ?? (text(form, 'code') || proposeCode(fr || en));
  if (!CODE.test(code) || code === 'nouvelle') problems.push('code');
  if (!fr && !en) problems.push('label');
  const number = (name: string): number | undefined => (text(form, name) === '' ? undefined : Number(text(form, name).replace(/\s/g, '').replace(',', '.')));
  const [min, max, sum] = [number('min'), number('max'), number('sum')];
  if ([min, max, sum].some((each) => Number.isNaN(each)) || (min !== undefined && max !== undefined && min > max)) problems.push('range');
  const withOptions = type === 'single' || type === 'multiple' || type === 'numbers' || type === 'grid';
  const options = withOptions ? readOptions(text(form, 'options'), before?.options) : [];
  const scale = type === 'grid' ? readOptions(text(form, 'scale'), before?.scale) : [];
  const all = [...options.map((each) => each.code)];
  if ((withOptions && options.length === 0) || (type === 'grid' && scale.length === 0) || new Set(all).size < all.length || [...options, ...scale].some((each) => !CODE.test(each.code))) problems.push('options');
  const { crosswalk, problems: crossed } = readCrosswalk(form, earlier, before?.crosswalk);
  const unit = oneOf(UNITS, text(form, 'unit'));
  const numeric = type === 'number' || type === 'numbers';
  const question: Question = {
    code,
    ...(before?.toolCode || text(form, 'tool_code') ? { toolCode: text(form, 'tool_code') || before?.toolCode } : {}),
    type,
    label: { fr: fr || en, en: en || fr },
    ...(before?.aliases ? { aliases: before.aliases } : {}),
    level: oneOf(PUBLICATION_LEVELS, text(form, 'level')) ?? 'internal',
    ...(numeric && unit ? { unit } : {}),
    ...(options.length > 0 ? { options } : {}),
    ...(scale.length > 0 ? { scale } : {}),
    ...(numeric && min !== undefined ? { min } : {}),
    ...(numeric && max !== undefined ? { max } : {}),
    ...(numeric && form.has('integer') ? { integer: true } : {}),
    ...(type === 'numbers' && sum !== undefined ? { sum: { total: sum, tolerance: before?.sum?.tolerance ?? 1 } } : {}),
    ...(before?.askedIf ? { askedIf: before.askedIf } : {}),
    ...(form.has('required') ? { required: true } : {}),
    ...(crosswalk.length > 0 ? { crosswalk } : {})
  };
  return { question, problems: [...problems, ...crossed] };
}
