import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: ['workshop', 'accounts', 'census', 'intake', 'editions'].map((name) => `./src/lib/server/db/${name}.schema.ts`),
  out: './drizzle/workshop'
});
