import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Few rules: those that catch mistakes, and those that this project holds to. Layout is not their business. */
export default ts.config(
  {
    ignores: ['node_modules/', 'build/', '.svelte-kit/', 'data/', 'drizzle/', 'test-results/', 'playwright-report/', 'src/lib/i18n/generated/', 'static/']
  },
  ...ts.configs.recommended,
  ...svelte.configs['flat/recommended'],
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } }
  },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': 'allow-with-description' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error'
    }
  },
  {
    files: ['src/lib/**', 'src/routes/**'],
    rules: { 'no-console': 'error' }
  },
  {
    files: ['**/*.svelte'],
    rules: {
      // `prefer-const` knows nothing of $props and $state.
      'prefer-const': 'off',
      // Addresses are built by `href()`, which knows the language and the edition.
      'svelte/no-navigation-without-resolve': 'off',
      // `{' '}` is how a space between two elements is kept.
      'svelte/no-useless-mustaches': 'off',
      // A Map made and read within one computation needs no reactivity.
      'svelte/prefer-svelte-reactivity': 'off',
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      'svelte/no-unused-svelte-ignore': 'error'
    }
  }
);
