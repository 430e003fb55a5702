// One-time links from the command line: `npm run create-editor -- --role editor --for "Ana"`, or `--reset ana@exemple.fr`.
import { ROLES, isRole } from '../lib/domain/accounts/rights.ts';
import { closeDatabases, workshop } from '../lib/server/db/databases.ts';
import { migrate } from '../lib/server/db/migrate.ts';
import { findByEmail } from '../lib/server/queries/accounts.ts';
import { createInvitation } from '../lib/server/queries/invitations.ts';
import { settings } from '../lib/server/settings.ts';
import { commandLine } from './command-line.ts';

const USAGE = `Usage : npm run create-editor -- [--role ${ROLES.join('|')}] [--for NOM] [--days 7]
        npm run create-editor -- --reset ADRESSE`;
const { values } = commandLine({
  options: {
    role: { type: 'string', default: 'editor' },
    for: { type: 'string' },
    reset: { type: 'string' },
    days: { type: 'string', default: '7' }
  }
}, USAGE);

/** Why the command cannot be followed, or the link's path. */
async function link(): Promise<{ path: string } | { problem: string }> {
  const days = Number(values.days);
  if (!isRole(values.role)) return { problem: `--role: ${ROLES.join(', ')}` };
  if (!Number.isInteger(days) || days < 1 || days > 30) return { problem: '--days: 1 – 30' };
  await migrate();
  const account = values.reset ? await findByEmail(workshop(), values.reset) : undefined;
  if (values.reset && !account) return { problem: `${values.reset}: compte inconnu / unknown account` };
  const role = account && isRole(account.role) ? account.role : values.role;
  const recipient = account?.email ?? values.for;
  const { token } = await createInvitation(workshop(), { role, actor: 'commande', days, now: new Date(), ...(recipient ? { recipient } : {}), ...(account ? { resets: account.id } : {}) });
  return { path: `/edition/invitation/${token}` };
}

const result = await link();
closeDatabases();
if ('problem' in result) {
  process.stderr.write(`${result.problem}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`${settings.origin ?? `http://localhost:${settings.port}`}${result.path}\n`);
}
