import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Lines that count: neither blank nor comment. */
const FUNCTION_LENGTH = ['error', { max: 40, skipBlankLines: true, skipComments: true }];

const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: a name that is looked for is found.',
};
const NO_ENUM = { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' };

/** Whatever would make a result of the engine depend on more than its arguments. */
const IMPURE = [
  'console',
  'process',
  'Buffer',
  'fetch',
  'performance',
  'setTimeout',
  'setInterval',
  'Date',
  'globalThis',
];

const SCRIPT_GLOBALS = [
  'AbortController',
  'AbortSignal',
  'Buffer',
  'TextDecoder',
  'TextEncoder',
  'URL',
  'URLSearchParams',
  'clearInterval',
  'clearTimeout',
  'console',
  'fetch',
  'process',
  'setImmediate',
  'setInterval',
  'setTimeout',
];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      'dist/',
      'server/src/generated/',
      'test/editor/hosts/',
      'test/.output/',
      '.vscode-test/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_ENUM],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // A number in a template is written as everybody expects it.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `undefined` as an argument or a result is how this code says "nothing"; shorthand arrows may return it.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true, boolean: true } },
      ],
      // `record['key']` says that the key may be missing.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // `as string` after a check is narrower than `!`, which is forbidden.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // `x === undefined || !x.ready` says what `!x?.ready` hides.
      '@typescript-eslint/prefer-optional-chain': 'off',
      // Nothing here reads `this`, so a method may be passed on as a function.
      '@typescript-eslint/unbound-method': 'off',
      // `rootUri` and `rootPath` are deprecated and still what some editors send.
      '@typescript-eslint/no-deprecated': 'off',
      // Control characters are looked for on purpose: they are taken out of what people read.
      'no-control-regex': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    files: ['server/src/**/*.ts', 'client/src/**/*.ts', 'server/tools/**/*.ts'],
    rules: { 'max-lines-per-function': FUNCTION_LENGTH },
  },
  {
    files: ['server/src/engine/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...IMPURE],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            'node:*',
            'vscode',
            'vscode-languageserver',
            'vscode-languageserver/*',
            'vscode-languageclient',
            'vscode-languageclient/*',
          ],
        },
      ],
    },
  },
  {
    // Tools and tests print their results.
    files: ['server/tools/**/*.ts', 'test/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // A test says `?.` where it expects something, so that it fails with a message and not with an exception.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Messages of a failing test are made of whatever is there, and stand-ins do nothing on purpose.
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // Packages that only tests use are not all typed well; tsc still checks every use.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      // `it` and `describe` return promises that the runner awaits.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            'it',
            'describe',
            'test',
            'before',
            'after',
            'beforeEach',
            'afterEach',
          ].map((name) => ({ from: 'package', package: 'node:test', name })),
        },
      ],
    },
  },
  {
    // VS Code's API takes any object with a method `dispose` for a Disposable.
    files: ['client/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-class-instance-assignment': 'off' },
  },
  {
    // A declaration describes a module of somebody else.
    files: ['**/*.d.ts'],
    rules: { 'no-restricted-syntax': ['error', NO_ENUM] },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: Object.fromEntries(SCRIPT_GLOBALS.map((name) => [name, 'readonly'])) },
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }] },
  },
);
