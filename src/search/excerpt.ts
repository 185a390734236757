// Pagefind hands out excerpts as HTML with `<mark>` around the words found and `<` and `>` escaped.
// This makes text nodes and marks of it, so that nothing in a record can become markup.

/** Undoes the escaping of the two characters that Pagefind escapes. */
function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}

/** The parts of an excerpt: words, and words found. */
export function excerptParts(excerpt: string): { readonly text: string; readonly found: boolean }[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/s)
    .filter((part) => part !== '')
    .map((part) => {
      const match = /^<mark>(.*)<\/mark>$/s.exec(part);
      return { text: plain(match ? (match[1] as string) : part), found: match !== null };
    });
}

/** The parts of an excerpt as nodes. */
export function fragmentNodes(excerpt: string): Node[] {
  return excerptParts(excerpt).map(({ text, found }) => {
    if (!found) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
