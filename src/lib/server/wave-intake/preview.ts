import { publishTables } from '#lib/domain/confidentiality/publish-tables.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { publication, workshop } from '../db/databases.ts';
import { publishedTables } from '../editions/draft.ts';
import { figureChanges, type FigureChanges } from '../editions/figure-changes.ts';
import { gather } from '../editions/gather.ts';
import type { Databases } from '../editions/publish.ts';
import { currentEdition } from '../queries/publication.ts';
import type { Progress } from '../workers/progress.ts';
import { prepare, storedDeposit } from './prepare.ts';

/**
 * What readers would see change if the deposit were committed and published, against the newest edition. Nothing is
 * written. Runs in a worker; `previewFigures` of `wave-intake/index.ts` starts it there.
 *
 * @throws DomainError `findings_remain` while blocking findings leave figures without meaning
 */
export async function previewHere(id: string, onProgress: (progress: Progress) => void = () => undefined, databases?: Databases): Promise<FigureChanges> {
  const { workshop: db, publication: published } = databases ?? { workshop: workshop(), publication: publication() };
  const { preparation, responses, frame } = await prepare(db, await storedDeposit(db, id));
  const { blocking, unseen } = preparation.counts;
  if (blocking > 0) throw new DomainError('findings_remain', { blocking, unseen });
  const material = await gather(db, published);
  const asked = new Set(frame);
  const wave = { codebook: preparation.codebook, responses, frame: material.initiatives.filter((initiative) => asked.has(initiative.slug)) };
  const waves = [...material.waves.filter((other) => other.codebook.wave !== wave.codebook.wave), wave].sort((a, b) => (a.codebook.wave < b.codebook.wave ? -1 : 1));
  const current = await currentEdition(published);
  const after = publishTables(waves, material.indicators, { earlier: material.earlier, named: material.named, onTable: (done) => onProgress({ step: 'compute', done }) });
  return figureChanges(await publishedTables(current?.version, published), after);
}
