// The notes of every page.
import { expect, test } from 'vitest';
import { entryName } from '../../src/archive/names.ts';
import { reportPlace } from '../../src/archive/reports.ts';
import { archiveOf } from '../support/archive.ts';
import { PROJECT } from '../support/project.ts';
import { parse, SITE } from '../support/site.ts';

const archive = archiveOf(PROJECT);

test('every note of every page is in the list at its end, once, and leads back to each of its marks', () => {
  const wrong: string[] = [];
  let pages = 0;
  for (const path of SITE) {
    const $ = parse(path);
    const marks = $('.prose sup a[id^="fnref-"]').get();
    if (marks.length === 0) continue;
    pages += 1;
    const rows = (selector: string): string[] =>
      $(selector)
        .get()
        .map((link) => $(link).attr('href') ?? '');
    const listed = rows('.footnotes > ol > li a.row');
    const beside = rows('.prose .cite:not(.again) > .sidenote a.row');
    if (listed.join() !== beside.join())
      wrong.push(`${path}: notes ${beside.join()}, listed ${listed.join()}`);
    const back = rows('.footnotes a[href^="#fnref-"]').map((href) => href.slice(1));
    const ids = marks.map((mark) => $(mark).attr('id') ?? '');
    if (back.toSorted().join() !== ids.toSorted().join())
      wrong.push(`${path}: not every mark has a way back`);
    const leads = rows('.prose .cite > sup a');
    const notes = new Set(
      $('.prose .sidenote')
        .get()
        .map((note) => `#${$(note).prev().find('a').attr('id')}`),
    );
    const lost = leads.filter((href) => !notes.has(href) && !notes.has(href.replace('#fn-', '#fnref-')));
    if (lost.length > 0 || leads.length !== ids.length) wrong.push(`${path}: no note at ${lost.join()}`);
  }
  expect(pages).toBeGreaterThan(150);
  expect(wrong).toEqual([]);
});

test('every note has the whole chain, the evidence, and the mark of a translation', () => {
  const wrong: string[] = [];
  let notes = 0;
  for (const path of SITE) {
    const $ = parse(path);
    for (const note of $('.prose .sidenote, .footnotes > ol > li').get()) {
      notes += 1;
      const [, source = '', number = ''] =
        /(?:sources\/|^|sources\.)([a-z\d-]+)(?:\.html#|\.)r(\d+)$/.exec(
          $('a.row', note).attr('href') ?? '',
        ) ?? [];
      const report = archive.report(`${source}/${number}`);
      const text = $(note).text().replaceAll(/\s+/g, ' ');
      const ref = { collection: 'sources', id: source } as const;
      const parts = [
        ...[report.voice, ...report.via].map((each) => entryName(archive, each)),
        `${entryName(archive, ref)} ${reportPlace(report)}`,
        // Beside the sentence, a report of a seen source has no words.
        (report.evidence ?? ($(note).is('.sidenote') ? '' : report.says))
          .replaceAll(/\s/g, ' ')
          .replaceAll('“', '‘')
          .replaceAll('”', '’'),
        ...(report.capture === 'seen' ? ['seen, not held'] : []),
        ...(archive.entry(ref).data.translated ? ['(in translation)'] : []),
      ];
      for (const part of parts) if (!text.includes(part)) wrong.push(`${path}: no “${part}” in “${text}”`);
    }
  }
  expect(notes).toBeGreaterThan(3000);
  expect(wrong).toEqual([]);
});
