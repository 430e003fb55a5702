import { isIntroPage, type IntroPage } from '#lib/domain/indicators/bound-text/intro-pages.ts';
import type { Lang } from '#lib/domain/language.ts';
import type { PlacedProblem } from '#lib/server/editions/text-problems.ts';

/** Problems of texts as a page lists them: where (page and language), what, and whether they stop a publication. */
export function viewProblems(problems: PlacedProblem[], lang: Lang) {
  return problems.map(({ key, lang: of, code, blocking, message }) => {
    const name = key.replace(/^intro\./, '');
    const page: IntroPage | undefined = isIntroPage(name) ? name : undefined;
    return { key, page, of, code, blocking, message: message[lang] };
  });
}
