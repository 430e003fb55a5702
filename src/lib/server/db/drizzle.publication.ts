import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './src/lib/server/db/publication.schema.ts',
  out: './drizzle/publication'
});
