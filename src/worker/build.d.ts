/** What the build tells the service worker; see src/integrations/service-worker.ts. */
declare const SITE: {
  /** The hash of the whole site. */
  readonly build: string;
  /** Paths below the site's root. A revision of null stands for a name that holds a hash. */
  readonly shell: readonly { readonly url: string; readonly revision: string | null }[];
  /** The path of the list of all that search may ask for. */
  readonly searchFiles: string;
  /** Whether that is little enough to be stored unasked once the reader searches. */
  readonly searchIsLight: boolean;
};
