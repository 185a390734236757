// The page that holds the whole work, for printing and for looking through all of it at once, and the book for
// reading devices. Astro writes the page's frame (src/pages/whole.astro); here it is filled, before links are
// checked.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { load, type CheerioAPI } from 'cheerio';
import { lastChange } from '../archive/feed.ts';
import { loadArchive } from '../archive/load.ts';
import { EPUB, writeEpub } from './epub.ts';
import { Scratch } from './scratch.ts';
import { wholeWork, type Section, type Work } from './work.ts';
import type { Part } from './work-page.ts';

/** The page of the whole work. */
export const WHOLE = 'whole.html';

/** The sections as a list of links, those of a part below it. */
function contents($: CheerioAPI, sections: readonly Section[]): Part {
  const list = $('<ol role="list">') as Part;
  for (const { id, title, entries } of sections) {
    const item = $('<li>').append($('<a>').attr('href', `#${id}`).text(title));
    list.append(entries.length === 0 ? item : item.append(contents($, entries)));
  }
  return list;
}

/** Where the work goes, until it is written there. */
const HERE = 'the whole work';

/** The end of every section, before which its entries stand. */
const END = '</section>';

function writeSection(page: number, { html, entries }: Section): void {
  writeSync(page, html().slice(0, -END.length));
  for (const entry of entries) writeSection(page, entry);
  writeSync(page, END);
}

/**
 * Fills the page of the whole work.
 * @param dir the folder of the pages as Astro has written them
 * @returns the number of entries it holds
 */
export function writeWhole(dir: string, { sections, styles }: Work): number {
  const file = join(dir, WHOLE);
  const $ = load(readFileSync(file, 'utf8'));
  const present = new Set(
    $('link[rel="stylesheet"]')
      .map((_index, { attribs }) => attribs['href'])
      .get(),
  );
  for (const href of styles)
    if (!present.has(href)) $('head').append($('<link rel="stylesheet">').attr('href', href));
  $('[data-work-contents]').removeAttr('data-work-contents').append(contents($, sections));
  $('[data-work]').replaceWith(`<!--${HERE}-->`);
  const [before = '', after = ''] = $.html().split(`<!--${HERE}-->`);
  const page = openSync(file, 'w');
  try {
    writeSync(page, before);
    for (const section of sections) writeSection(page, section);
    writeSync(page, after);
  } finally {
    closeSync(page);
  }
  return sections.reduce((sum, { entries }) => sum + Math.max(1, entries.length), 0);
}

export function wholePage(): AstroIntegration {
  return {
    name: 'whole-page',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const archive = loadArchive();
        const scratch = new Scratch(join(folder, `${WHOLE}.parts`));
        try {
          const work = wholeWork(folder, archive, scratch);
          logger.info(`${writeWhole(folder, work)} entries on one page`);
          const bytes = writeEpub(folder, work, lastChange(archive));
          logger.info(`${EPUB}: ${(bytes / 1_000_000).toFixed(1)} MB`);
        } finally {
          scratch.close();
        }
      },
    },
  };
}
