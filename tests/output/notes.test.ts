// The notes of every page.
import { expect, test } from 'vitest';
import { parse, SITE } from '../support/site.ts';

test('every note of every page is once in the list at its end, and links back to each of its marks', () => {
  const wrong: string[] = [];
  let pages = 0;
  for (const path of SITE) {
    const $ = parse(path);
    const marks = $('.prose sup a[id^="fnref-"]').get();
    if (marks.length === 0) continue;
    pages += 1;
    const listed = $('.footnotes > ol > li')
      .get()
      .map((item) => $(item).attr('id') ?? '');
    const noted = $('.prose .sidenote .number')
      .get()
      .map((link) => ($(link).attr('href') ?? '').slice(1));
    if (listed.join() !== noted.join()) wrong.push(`${path}: notes ${noted.join()}, listed ${listed.join()}`);
    const back = $('.footnotes a[href^="#fnref-"]')
      .get()
      .map((link) => ($(link).attr('href') ?? '').slice(1));
    const ids = marks.map((mark) => $(mark).attr('id') ?? '');
    if (back.toSorted().join() !== ids.toSorted().join())
      wrong.push(`${path}: not every mark has a way back`);
  }
  expect(pages).toBeGreaterThan(150);
  expect(wrong).toEqual([]);
});
