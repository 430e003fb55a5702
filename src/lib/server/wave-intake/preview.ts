import { publishTables } from '#lib/domain/confidentiality/publish-tables.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { publication, workshop } from '../db/databases.ts';
import { sayingWhy } from '../editions/assemble.ts';
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
 * @throws DomainError `findings_remain` while blocking findings leave figures without meaning, `edition_uncomputable`
 */
export async function previewHere(id: string, onProgress: (progress: Progress) => void = () => undefined, databases?: Databases): Promise<FigureChanges> {
  const { workshop: db, publication: published } = databases ?? { workshop: workshop(), publication: publication() };
  const { preparation, responses, frame } = await prepare(db, await storedDeposit(db, id));
  const { blocking, unseen } = preparation.counts;
  if (blocking > 0) throw new DomainError('findings_remain', { blocking, unseen });
  const { waves, indicators, earlier, named } = await gather(db, published, { codebook: preparation.codebook, responses, frame });
  const current = await currentEdition(published);
  const after = sayingWhy(() => publishTables(waves, indicators, { earlier, named, onTable: (done) => onProgress({ step: 'compute', done }) }));
  return figureChanges(await publishedTables(current?.version, published), after);
}
