/**
 * How esbuild bundles a script of the site: into one classic file, because a page opened from disk cannot load modules, for
 * browsers of 2022 and later.
 */
export const CLASSIC_SCRIPT = {
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
} as const;
