// The words of the command `npm run new`, which errors name too.

/** What the command calls an entry of each collection. A ledger is made with its source. */
export const NEW_KINDS = {
  groups: 'group',
  events: 'event',
  questions: 'question',
  sources: 'source',
  people: 'person',
  organisations: 'organisation',
  places: 'place',
  terms: 'term',
  pages: 'page',
} as const;

/**
 * @param key the key of an entry: `people/gladkov`
 * @returns the words that make it: `person gladkov`
 */
export function newEntryWords(key: string): string {
  const [collection = '', id = ''] = key.split('/');
  const kind = Object.entries(NEW_KINDS).find(([name]) => name === collection)?.[1] ?? collection;
  return `${kind} ${id}${kind === 'source' ? ' FILE, or --seen' : ''}`;
}
