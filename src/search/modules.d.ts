// What the build gives the search script: two files of Pagefind's bundle, and where its index lies; see
// src/integrations/search-script.ts.
declare module 'pagefind-component-ui';

declare module 'pagefind-engine' {
  export function createInstance(options: {
    basePath: string;
    baseUrl: string;
    noWorker: boolean;
    ranking: { metaWeights: Readonly<Record<string, number>> };
  }): import('./pagefind.d.ts').Engine;
}

/** Where files lie that Pagefind asks for by names without a hash, seen from the folder of the index. */
declare module 'search-file-names' {
  const names: Readonly<Record<string, string>>;
  export default names;
}
