import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { paraglideOptions } from './src/lib/i18n/options.ts';

export default defineConfig({
  plugins: [paraglideVitePlugin(paraglideOptions), sveltekit()],
  server: { port: 3000 },
  build: { target: 'es2022' },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/routes/**'],
    environment: 'node',
    expect: { requireAssertions: true },
    testTimeout: 120_000,
    hookTimeout: 120_000
  }
});
