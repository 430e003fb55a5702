import type { Finding } from '../finding.ts';
import type { Answer } from '../response.ts';
import { answerLookup, finding, type CheckInput } from './check.ts';

/** What in a text may tell who someone is. */
export type PersonalData = { kind: 'email' | 'telephone' | 'name'; text: string };

const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63})+/;
const TELEPHONE = /(?:\+33[\s.]?(?:\(0\))?|\b0)[1-9](?:[\s.-]?\d{2}){4}\b/;
const WORD = '\\p{Lu}[\\p{L}’\'-]+';
/** "Mme Durand", "M. Jean Martin", "Madame Le Goff". */
const TITLED = new RegExp(`(?<!\\p{L})(?:M\\.|MM\\.|Mr\\.?|Mme\\.?|Mlle|Monsieur|Madame|Mademoiselle|Mrs\\.?|Ms\\.?)\\s+${WORD}(?:[ -]${WORD}){0,2}`, 'u');
/** "Camille DURAND": a first name, then a name in capitals, as French forms write it. Acronyms alone are not names. */
const CAPITALS = /(?<!\p{L})\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)? (?:\p{Lu}[\p{Lu}’'-]{2,})(?!\p{L})/u;
/** "contactez Camille Durand", "je m'appelle Camille Durand". */
const INTRODUCED = new RegExp(`(?:contact(?:ez|er)?|appel(?:ez|er)|demandez|référente?|nommée?|m['’]appelle|coordinat(?:eur|rice)|président[e]?|trésori(?:er|ère)|contact)\\s*(?:est|:)?\\s+(${WORD} ${WORD})`, 'u');

/** The first thing in a text that looks like an e-mail address, a telephone number or a person's name. */
export function findPersonalData(text: string): PersonalData | undefined {
  const email = EMAIL.exec(text)?.[0];
  if (email) return { kind: 'email', text: email };
  const telephone = TELEPHONE.exec(text)?.[0];
  if (telephone) return { kind: 'telephone', text: telephone };
  const name = TITLED.exec(text)?.[0] ?? CAPITALS.exec(text)?.[0] ?? INTRODUCED.exec(text)?.[1];
  return name ? { kind: 'name', text: name } : undefined;
}

/** The first e-mail address or telephone number of a text: what is never published. Names are left to a person's judgement. */
export function findContact(text: string): { kind: 'email' | 'telephone'; text: string } | undefined {
  const found = findPersonalData(text);
  return found && found.kind !== 'name' ? { kind: found.kind, text: found.text } : undefined;
}

const CODES = { email: 'personal_contact', telephone: 'personal_contact', name: 'personal_name' } as const;

function textOf(answer: Answer | undefined): string | undefined {
  if (answer?.state !== 'answered') return undefined;
  if (answer.type === 'text') return answer.text;
  return answer.type === 'single' || answer.type === 'multiple' ? answer.other : undefined;
}

/**
 * Free texts and "other, specify" that seem to name somebody. Those of questions that could be published must be looked at;
 * the others are told. Questions made to identify are left alone. Addresses and numbers in free texts are told while
 * they are read (`personal_data`).
 */
export function checkPersonalData(input: CheckInput): Finding[] {
  const { codebook, responses, locate } = input;
  const answerOf = answerLookup(input);
  const found: Finding[] = [];
  for (const question of codebook.questions) {
    const open = question.type === 'text' || question.options?.some((option) => option.other);
    if (question.level === 'identifying' || !open) continue;
    const level = question.level === 'internal' ? ('information' as const) : ('acknowledge' as const);
    const column = locate(question.code, question.options?.find((option) => option.other)?.code) ?? locate(question.code);
    for (const [at, { row }] of responses.entries()) {
      const text = textOf(answerOf(at, question.code));
      const seen = text === undefined ? undefined : findPersonalData(text);
      if (!text || !seen || (question.type === 'text' && seen.kind !== 'name')) continue;
      found.push(finding(CODES[seen.kind], level, row, column, question, { value: text.slice(0, 200), details: { seen: seen.text } }));
    }
  }
  return found;
}
