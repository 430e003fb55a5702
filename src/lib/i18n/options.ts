/** French at `/`, English at `/en/…`; the language is read from the address and from nothing else. */
export const paraglideOptions = {
  project: './src/lib/i18n/project.inlang',
  outdir: './src/lib/i18n/generated',
  strategy: ['url' as const, 'baseLocale' as const],
  emitTsDeclarations: true,
  urlPatterns: [
    {
      pattern: '/:path(.*)?',
      localized: [
        ['en', '/en/:path(.*)?'],
        ['fr', '/:path(.*)?']
      ] as [string, string][]
    }
  ]
};
