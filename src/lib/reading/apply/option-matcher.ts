import type { Option } from '../../domain/questionnaire/codebook.ts';
import { readTick } from '../values/booleans.ts';
import { fold } from '../values/fold.ts';
import { similarity } from '../values/similarity.ts';

/** Finds the option that a text, a label or a code stands for. */
export class OptionMatcher {
  private readonly byText = new Map<string, Option>();
  private readonly byCode = new Map<string, Option>();
  private readonly yes: Option | undefined;
  private readonly no: Option | undefined;

  /** @param toolLabels code in the tool → label, from a structure file (`A1` → `Association`) */
  constructor(
    readonly options: Option[],
    toolLabels: Map<string, string> = new Map()
  ) {
    for (const option of options) {
      this.byCode.set(squeeze(option.code), option);
      for (const text of [option.label.fr, option.label.en, ...(option.aliases ?? [])]) if (!this.byText.has(fold(text))) this.byText.set(fold(text), option);
    }
    for (const option of options) for (const alias of option.aliases ?? []) if (!this.byCode.has(squeeze(alias))) this.byCode.set(squeeze(alias), option);
    for (const [code, label] of toolLabels) {
      const option = this.byText.get(fold(label));
      if (option && !this.byText.has(fold(code))) this.byText.set(fold(code), option);
    }
    this.yes = this.byCode.get('yes') ?? this.byText.get('oui');
    this.no = this.byCode.get('no') ?? this.byText.get('non');
  }

  /** The option that is exactly this text once folded: label in either language, other spelling, code; `Y`, `1`, `VRAI` for a yes/no. */
  find(text: string): Option | undefined {
    const folded = fold(text);
    if (folded === '') return undefined;
    const found = this.byText.get(folded) ?? this.byCode.get(folded.replaceAll(' ', ''));
    if (found) return found;
    if (folded === 'oth') return this.other;
    const tick = this.yes || this.no ? readTick(text) : undefined;
    return tick === undefined ? undefined : tick ? this.yes : this.no;
  }

  /** The option that a column stands for, by its code in the tool, else by its label. */
  findItem(item: { code?: string; label: string }): Option | undefined {
    const byCode = item.code === undefined ? undefined : this.byCode.get(squeeze(item.code));
    return byCode ?? this.byText.get(fold(item.label)) ?? this.byCode.get(squeeze(item.label)) ?? this.cut(item.label);
  }

  /** The option that opens a free text. */
  get other(): Option | undefined {
    return this.options.find((option) => option.other === true);
  }

  /** The closest option, to be proposed: at least 0.6 alike. */
  suggest(text: string): { option: Option; likeness: number } | undefined {
    let best: { option: Option; likeness: number } | undefined;
    for (const option of this.options) {
      for (const label of [option.label.fr, option.label.en, ...(option.aliases ?? [])]) {
        const likeness = similarity(text, label);
        if (likeness >= 0.6 && (!best || likeness > best.likeness)) best = { option, likeness };
      }
    }
    return best;
  }

  /** A heading that the tool cut: the only option that begins so. */
  private cut(label: string): Option | undefined {
    if (!/(?:\.\.|…)\s*$/.test(label)) return undefined;
    const begin = fold(label);
    const found = begin.length < 8 ? [] : this.options.filter((option) => fold(option.label.fr).startsWith(begin) || fold(option.label.en).startsWith(begin));
    return found.length === 1 ? found[0] : undefined;
  }
}

/** Tools drop the signs of codes: `other_own` is `otherown` in LimeSurvey. */
function squeeze(code: string): string {
  return fold(code).replaceAll(' ', '');
}
