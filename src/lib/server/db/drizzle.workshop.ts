import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: ['./src/lib/server/db/workshop.schema.ts', './src/lib/server/db/accounts.schema.ts', './src/lib/server/db/census.schema.ts'],
  out: './drizzle/workshop'
});
