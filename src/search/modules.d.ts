// Two files of Pagefind's bundle, which the build resolves; see src/integrations/search-script.ts.
declare module 'pagefind-component-ui';

declare module 'pagefind-engine' {
  export function createInstance(options: {
    basePath: string;
    baseUrl: string;
    noWorker: boolean;
    ranking: { metaWeights: Readonly<Record<string, number>> };
  }): import('./pagefind.d.ts').Engine;
}
