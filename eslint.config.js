import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import prettier from 'eslint-config-prettier';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  { ignores: ['build/', 'dist/', '.svelte-kit/', 'tests/fixtures/', 'tests/golden/', 'models/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-nested-ternary': 'error',
      'no-console': 'error',
      eqeqeq: 'error'
    }
  },
  {
    // The engine promises the same bits on every machine: no platform transcendental, no clock, no chance.
    files: ['src/lib/{engine,analysis,language,model,scenario}/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...[
          'exp',
          'expm1',
          'log',
          'log1p',
          'log2',
          'log10',
          'pow',
          'sin',
          'cos',
          'tan',
          'tanh',
          'cbrt',
          'hypot',
          'random'
        ].map((property) => ({
          object: 'Math',
          property,
          message: 'Use the kernels of $lib/engine: results must be the same bits everywhere.'
        })),
        { object: 'Date', property: 'now', message: 'Nothing that a result depends on reads a clock.' }
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "BinaryExpression[operator='**']", message: '** is the platform power function: use the kernel.' }
      ]
    }
  },
  { files: ['src/cli/**', 'tests/**', '*.config.*', 'scripts/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig } },
    rules: { 'svelte/no-navigation-without-resolve': 'off' }
  }
);
