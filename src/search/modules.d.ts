// What the build resolves for the client (src/search/bundle.ts).
declare module 'pagefind-engine' {
  export function createInstance(options: {
    basePath: string;
    baseUrl: string;
    noWorker: boolean;
    ranking: { termSimilarity: number };
  }): import('./pagefind.d.ts').Engine;
}

declare module 'search-vocabulary' {
  const vocabulary: import('./query.ts').Vocabulary;
  export default vocabulary;
}
