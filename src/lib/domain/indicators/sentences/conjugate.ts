import type { Lang, Text } from '../../language.ts';

/** Third person plural → singular, for the verbs that do not simply lose their ending. */
const FRENCH: Record<string, string> = {
  ont: 'a', sont: 'est', font: 'fait', vont: 'va', 'reçoivent': 'reçoit', 'perçoivent': 'perçoit', disent: 'dit',
  peuvent: 'peut', doivent: 'doit', veulent: 'veut', vivent: 'vit', poursuivent: 'poursuit', suivent: 'suit',
  'répondent': 'répond', 'dépendent': 'dépend', tiennent: 'tient', 'détiennent': 'détient', obtiennent: 'obtient',
  viennent: 'vient', interviennent: 'intervient', mettent: 'met', 'réunissent': 'réunit', choisissent: 'choisit',
  'définissent': 'définit', inscrivent: 'inscrit', savent: 'sait', prennent: 'prend', construisent: 'construit'
};
const ENGLISH: Record<string, string> = { have: 'has', are: 'is', do: 'does', were: 'was', go: 'goes' };

function frenchWord(word: string): string {
  return FRENCH[word] ?? (/ent$/.test(word) ? word.slice(0, -2) : word);
}

function englishWord(word: string): string {
  if (ENGLISH[word]) return ENGLISH[word];
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/**
 * A verb phrase for one caisse, from the plural an indicator is written with: `déclarent poursuivre` →
 * `déclare poursuivre`, `ont` → `a`, `say they pursue` → `says it pursues`. When the phrase has more than its verb to
 * agree (participles, possessives), the indicator gives `singular`, which is then used as it is.
 */
export function singularVerb(verb: Text, lang: Lang, singular?: Text): string {
  if (singular) return singular[lang];
  const [first = '', ...rest] = verb[lang].split(' ');
  if (lang === 'fr') {
    const reflexive = first === 'se' || first === 'ne';
    const words = reflexive ? [first, frenchWord(rest[0] ?? ''), ...rest.slice(1)] : [frenchPrefixed(first), ...rest];
    return words.filter(Boolean).join(' ').replace(/\bêtre (\p{L}+é)es\b/u, 'être $1e').replace(/^est (\p{L}+é)es\b/u, 'est $1e');
  }
  if (rest[0] === 'they') return [englishWord(first), 'it', englishWord(rest[1] ?? ''), ...rest.slice(2)].join(' ');
  return [englishWord(first), ...rest].join(' ');
}

/** `s’appuient` keeps its elided pronoun. */
function frenchPrefixed(word: string): string {
  const found = /^(s['’]|n['’])(.+)$/.exec(word);
  return found ? `${found[1]}${frenchWord(found[2] ?? '')}` : frenchWord(word);
}

/** The verb phrase agreed with `count`: French is singular under 2, English at exactly 1. */
export function agree(verb: Text, count: number, lang: Lang, singular?: Text): string {
  const one = lang === 'fr' ? count < 2 : count === 1;
  return one ? singularVerb(verb, lang, singular) : verb[lang];
}
