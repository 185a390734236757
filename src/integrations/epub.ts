// The whole work as an EPUB 3 (https://www.w3.org/TR/epub-33/): a page of the site is a chapter. Libraries
// that make EPUBs write the day of making and ids of chance; four small files beside the chapters are all there is
// to it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SITE_NAME } from '../archive/citation.ts';
import { chapterFile } from './chapter.ts';
import type { Section, Work } from './work.ts';
import { writeZip, type ZipEntry } from './zip.ts';

/** The file, at the root of the site. */
export const EPUB = 'claimed-and-denied.epub';

/** Names the work for good, whatever its version; a number of chance, drawn once. */
const IDENTIFIER = 'urn:uuid:3f0c6a52-8b1e-4d5c-9a37-5e2d41c7b908';

const STYLES = fileURLToPath(new URL('../styles/epub.css', import.meta.url));

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** A document of the book around what stands in its body. */
function documentOf(title: string, body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en-GB" xml:lang="en-GB">
<head><title>${escaped(title)}</title><link rel="stylesheet" href="book.css"/></head>
<body>${body}</body>
</html>
`;
}

/** The chapters in reading order; a part is one before its entries. */
function chaptersOf(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...section.entries]);
}

/** The table of contents, as readers' menus show it. */
function contents(sections: readonly Section[]): string {
  const items = sections.map(
    (section) =>
      `<li><a href="${chapterFile(section.id)}">${escaped(section.title)}</a>${
        section.entries.length > 0 ? contents(section.entries) : ''
      }</li>`,
  );
  return `<ol>\n${items.join('\n')}\n</ol>`;
}

/** The package document: what the book is, what it holds, in what order. */
function packageDocument(chapters: readonly Section[], modified: string): string {
  const items = chapters.map(
    (chapter) =>
      `<item id="c.${chapter.id}" href="${chapterFile(chapter.id)}" media-type="application/xhtml+xml"/>`,
  );
  const order = chapters.map(({ id }) => `<itemref idref="c.${id}"/>`);
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en-GB">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${IDENTIFIER}</dc:identifier>
<dc:title>${escaped(SITE_NAME)}</dc:title>
<dc:creator>${escaped(SITE_NAME)}</dc:creator>
<dc:language>en-GB</dc:language>
<dc:rights>Text: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/. Fragments quoted as evidence belong to their publishers.</dc:rights>
<meta property="dcterms:modified">${modified}</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
<item id="nav" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="css" href="book.css" media-type="text/css"/>
${items.join('\n')}
</manifest>
<spine>
<itemref idref="nav"/>
${order.join('\n')}
</spine>
</package>
`;
}

const CONTAINER = `<?xml version="1.0" encoding="utf-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="book/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/**
 * Writes the book.
 * @param dir where to write
 * @param modified when the content last changed, as `2023-06-02T00:00:00Z`
 * @returns the bytes of the file
 */
export function writeEpub(dir: string, { sections }: Work, modified: string): number {
  const chapters = chaptersOf(sections);
  const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
  /** The files of the book, each made when it is its turn to be written. */
  function* files(): Generator<ZipEntry> {
    // The first file of the archive, and not compressed: that is how an EPUB is known.
    yield { name: 'mimetype', bytes: bytes('application/epub+zip'), stored: true };
    yield { name: 'META-INF/container.xml', bytes: bytes(CONTAINER) };
    for (const { id, title, chapter } of chapters)
      yield { name: `book/${chapterFile(id)}`, bytes: bytes(documentOf(title, chapter())) };
    const list = `<nav epub:type="toc" id="toc"><h1>${escaped(SITE_NAME)}</h1>${contents(sections)}</nav>`;
    yield { name: 'book/contents.xhtml', bytes: bytes(documentOf('Contents', list)) };
    yield { name: 'book/book.css', bytes: readFileSync(STYLES) };
    yield { name: 'book/book.opf', bytes: bytes(packageDocument(chapters, modified)) };
  }
  return writeZip(join(dir, EPUB), files());
}
