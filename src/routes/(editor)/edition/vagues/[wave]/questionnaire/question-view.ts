import type { Question } from '#lib/domain/questionnaire/codebook.ts';
import { writeOptions } from '#lib/server/wave-intake/question-form.ts';
import type { SourceQuestion } from '#lib/reading/types.ts';
import { proposeCode } from '#lib/server/wave-intake/codebook-edit.ts';

/** A question as the fields of its form. */
export type QuestionFields = Record<'code' | 'label_fr' | 'label_en' | 'type' | 'level' | 'unit' | 'min' | 'max' | 'sum' | 'options' | 'scale' | 'tool_code', string> & {
  required: boolean;
  integer: boolean;
  crosswalk: Record<string, { relation: string; questions: string }>;
};

/** The fields of a question that is there, or of one that begins. New ones are internal. */
export function fieldsOf(question: Partial<Question>): QuestionFields {
  const { code = '', label = { fr: '', en: '' }, type = 'text', level = 'internal', unit = '', min, max, sum, options, scale, toolCode = '', required, integer, crosswalk = [] } = question;
  const relation = ({ relation: kind, comparable }: (typeof crosswalk)[number]): string => (kind === 'reworded' ? `reworded_${comparable ? 'yes' : 'no'}` : kind);
  return {
    code, label_fr: label.fr, label_en: label.en, type, level, unit, tool_code: toolCode,
    min: min === undefined ? '' : String(min),
    max: max === undefined ? '' : String(max),
    sum: sum === undefined ? '' : String(sum.total),
    options: writeOptions(options),
    scale: writeOptions(scale),
    required: required === true,
    integer: integer === true,
    crosswalk: Object.fromEntries(crosswalk.map((each) => [each.wave, { relation: relation(each), questions: each.questions.join(' ') }]))
  };
}

/** What was typed, to be shown again beside what is wrong. */
export function fieldsTyped(form: FormData, waves: string[]): QuestionFields {
  const text = (name: string): string => String(form.get(name) ?? '');
  return {
    code: text('code'), label_fr: text('label_fr'), label_en: text('label_en'), type: text('type'), level: text('level'), unit: text('unit'), min: text('min'), max: text('max'),
    sum: text('sum'), options: text('options'), scale: text('scale'), tool_code: text('tool_code'), required: form.has('required'), integer: form.has('integer'),
    crosswalk: Object.fromEntries(waves.map((wave) => [wave, { relation: text(`cw:${wave}:relation`), questions: text(`cw:${wave}:questions`) }]))
  };
}

/** A question begun from a column of a file: its heading, what kind of answers it holds, the options seen. */
export function questionFromSource({ label, code: toolCode, type, options, items }: SourceQuestion, taken: ReadonlySet<string>): Partial<Question> {
  const list = type === 'numbers' || type === 'grid' ? items.map((item) => ({ code: item.code, label: item.label })) : options;
  const used = new Set<string>();
  const made = list.slice(0, 60).map((option) => {
    const text = option.label || option.code || '';
    const code = proposeCode(text, used);
    used.add(code);
    return { code, label: { fr: text, en: text } };
  });
  const seen = type === 'grid' ? options.slice(0, 20).map(({ label: text }) => ({ code: proposeCode(text), label: { fr: text, en: text } })) : undefined;
  return { code: proposeCode(label, taken), ...(toolCode ? { toolCode } : {}), label: { fr: label, en: label }, type, level: 'internal', ...(made.length && type !== 'text' ? { options: made } : {}), ...(seen ? { scale: seen } : {}) };
}
