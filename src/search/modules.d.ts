// The two files of Pagefind's output that the build resolves for the client (src/search/bundle.ts).
declare module 'pagefind-component-ui';

declare module 'pagefind-engine' {
  export function createInstance(options: {
    basePath: string;
    baseUrl: string;
    noWorker: boolean;
    ranking: { metaWeights: Readonly<Record<string, number>> };
  }): import('./pagefind.d.ts').Engine;
}
