import type { Lang } from '#lib/domain/language.ts';
import { findingSentences, type Preparation } from '#lib/server/wave-intake/index.ts';
import { isAboutFile } from './controler/groups.ts';

/** `other`: the wave whose file it is. Nothing in the steps settles that: the way out is another file, or that wave. */
export type FileWarning = { code: string; rule: string; wayOut: string; other?: string };

/** What stands in the way of the whole file, not of its cells: the file of another wave. One sentence for each rule. */
export function fileWarnings({ findings, codebook }: Pick<Preparation, 'findings' | 'codebook'>, lang: Lang): FileWarning[] {
  const found = new Map(findings.flatMap((finding) => (finding.level === 'blocking' && isAboutFile(finding.code) ? [[finding.code, finding] as const] : [])));
  return [...found.values()].map((finding) => ({
    code: finding.code,
    ...findingSentences(finding, lang, codebook),
    ...(finding.code === 'same_file_other_wave' && typeof finding.details?.other === 'string' ? { other: finding.details.other } : {})
  }));
}
