import { splitBrackets } from '../../values/brackets.ts';
import { plain } from '../../values/fold.ts';
import { METADATA_CODES, metadataOfCode, metadataOfText } from './words.ts';

/** How the export writes its headings. */
export type HeadingMode = 'code' | 'text' | 'both';

/** One heading taken apart. */
export type Heading = {
  metadata?: string;
  code?: string;
  /** Code of the sub-question, without `other` and `comment`. */
  sub?: string;
  scale?: string;
  label: string;
  /** Text of the sub-question. */
  item?: string;
  kind: 'value' | 'other' | 'comment' | 'file_count';
};

const CODE = /^([A-Za-z][A-Za-z0-9]*)((?:\[[^\][]*\]){0,2})$/;
const UNDERSCORE = /^([A-Za-z][A-Za-z0-9]*)_([A-Za-z0-9_]+)$/;
const BOTH = /^([A-Za-z][A-Za-z0-9]*)((?:\[[^\][]*\]){0,2}|_[A-Za-z0-9_]+)(\.\s|:\s|\s[-–—|/]\s|\.|:|\s?[-–—|]\s?|\s)(?=\S)([\s\S]+)$/;

/** Which of the three forms a header row has, from the columns that LimeSurvey adds, else from its codes; undefined when none. */
export function headingMode(headers: string[]): { mode: HeadingMode; metadata: string[] } | undefined {
  const filled = headers.map((header) => plain(header)).filter((header) => header !== '');
  const codes = filled.filter((header) => metadataOfCode(header) !== undefined);
  const texts = filled.filter((header) => metadataOfText(header) !== undefined);
  const both = filled.filter((header) => {
    const match = BOTH.exec(header);
    return match !== null && Object.hasOwn(METADATA_CODES, match[1]!) && (metadataOfText(match[4]!) !== undefined || match[1] !== 'id');
  });
  if (both.length >= 2) return { mode: 'both', metadata: both };
  const known = new Set(codes);
  if (codes.length >= 2 && (known.has('submitdate') || known.has('lastpage') || known.has('startlanguage') || known.has('datestamp'))) return { mode: 'code', metadata: codes };
  if (texts.length >= 3) return { mode: 'text', metadata: texts };
  const items = filled.filter((header) => Boolean(splitBrackets(header)?.label)).length;
  if (metadataOfText(filled[0] ?? '') === 'id' && items >= 2 && items >= filled.length * 0.3) return { mode: 'text', metadata: texts };
  const bracketed = filled.filter((header) => /^[A-Za-z][A-Za-z0-9]*\[[A-Za-z0-9_]+\]/.test(header));
  if (bracketed.length >= 2 && bracketed.length >= filled.length * 0.3) {
    const bare = bracketed.filter((header) => CODE.test(header)).length;
    return { mode: bare > bracketed.length / 2 ? 'code' : 'both', metadata: [] };
  }
  return undefined;
}

/** Takes a heading apart. `spaced`: underscores stand for spaces in this file. */
export function readHeading(header: string, mode: HeadingMode, spaced: boolean): Heading {
  const text = plain(spaced && mode !== 'code' ? header.replaceAll('_', ' ') : header);
  if (mode === 'text') return textHeading(text);
  const bare = CODE.exec(text) ?? (mode === 'code' ? underscored(text) : null);
  if (bare) {
    const metadata = bare[2] === '' ? metadataOfCode(text) : undefined;
    if (metadata) return { metadata, label: text, kind: 'value' };
    return coded(bare[1]!, bare[2]!, bare[1]!, undefined);
  }
  if (metadataOfCode(text)) return { metadata: metadataOfCode(text)!, label: text, kind: 'value' };
  const match = BOTH.exec(text);
  if (!match || mode === 'code') return { label: text, kind: 'value' };
  const metadata = match[2] === '' ? metadataOfCode(match[1]!) : undefined;
  // Exports may write every space of a text as an underscore, not those of the code.
  const label = !match[4]!.includes(' ') && match[4]!.includes('_') ? match[4]!.replaceAll('_', ' ').replace(/\s+/g, ' ').trim() : match[4]!.trim();
  if (metadata) return { metadata, label, kind: 'value' };
  const brackets = match[2]!.startsWith('_') ? `[${match[2]!.slice(1)}]` : match[2]!;
  return coded(match[1]!, brackets, label, brackets === '' ? undefined : splitBrackets(label));
}

/** `Q1_SQ001`: question codes hold no underscore. */
function underscored(text: string): string[] | null {
  const match = UNDERSCORE.exec(text);
  return match && !metadataOfCode(text) ? [text, match[1]!, `[${match[2]!}]`] : null;
}

function coded(code: string, brackets: string, label: string, parts: ReturnType<typeof splitBrackets>): Heading {
  const [sub, scale] = [...brackets.matchAll(/\[([^\][]*)\]/g)].map((match) => match[1]!);
  const text = parts?.label || label;
  const item = parts ? { item: parts.item } : {};
  if (sub === undefined) return { code, label: text, kind: 'value' };
  if (sub === 'other') return { code, label: text, kind: 'other', ...item };
  if (sub === 'othercomment') return { code, label: text, kind: 'comment' };
  if (sub === 'comment' || (sub.endsWith('comment') && sub.length > 7)) return { code, label: text, kind: 'comment', sub: sub.slice(0, -7) };
  if (sub === 'filecount') return { code, label: text, kind: 'file_count' };
  return { code, sub, label: text, kind: 'value', ...item, ...(scale !== undefined ? { scale } : {}) };
}

function textHeading(text: string): Heading {
  const metadata = metadataOfText(text);
  if (metadata) return { metadata, label: text, kind: 'value' };
  const parts = splitBrackets(text);
  if (!parts || parts.label === '') return { label: text, kind: 'value' };
  return { label: parts.label, item: parts.item, kind: 'value', ...(parts.scale !== undefined ? { scale: parts.scale } : {}) };
}
