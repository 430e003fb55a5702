// A process that publishes and is killed at a given moment: `tsx publish-and-die.ts FOLDER MOMENT`.
import { join } from 'node:path';
import { openPublication, openWorkshop } from '#lib/server/db/databases.ts';
import { publishHere } from '#lib/server/editions/publish.ts';

const [folder = '', moment = ''] = process.argv.slice(2);
const address = (name: string): { url: string; syncSeconds: number } => ({ url: `file:${join(folder, `${name}.db`)}`, syncSeconds: 10 });
const workshop = openWorkshop(address('workshop'));
const publication = openPublication(address('publication'));
const die = (): boolean => process.kill(process.pid, 'SIGKILL');

if (moment === 'within the edition') {
  const whole = publication.transaction.bind(publication);
  publication.transaction = (write, config) =>
    whole(async (tx) => {
      const result = await write(tx);
      die();
      return result;
    }, config);
}
await publishHere(
  { note: { fr: 'Essai.', en: 'Trial.' }, actor: 'killed@observatory.example' },
  ({ step, done }) => {
    if (moment === 'after the intent' && step === 'write' && done === 0) die();
    if (moment === 'before the confirmation' && step === 'write' && done === 0.5) die();
  },
  { workshop, publication }
);
