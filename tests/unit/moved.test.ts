// Old addresses, published addresses, and warnings: what the check lets pass.
import { expect, test } from 'vitest';
import { movedPages } from '../../src/archive/moved.ts';
import type { PageRef } from '../../src/model/content-links.ts';
import { publishedText } from '../../src/rules/addresses.ts';
import { checkContent, soundEntries } from '../../src/rules/check.ts';
import { archiveWith, contentWith } from '../support/archive.ts';
import { edited, SOUND } from '../support/library.ts';

const MOVED = {
  ...edited(
    'people/ada.mdx',
    'side:',
    'formerly:\n  - { id: adela, on: 2024-04-01, why: A better name. }\n  - { id: terms/mayor, on: 2024-05-01, why: This page has it. }\nside:',
  ),
  ...edited(
    'pages/method.mdx',
    'summary:',
    'formerly:\n  - { id: how, on: 2024-04-01, why: Shorter. }\n  - { id: people/eve, on: 2024-04-01, why: She is in no text. }\nsummary:',
  ),
};

test('an old id leads to its entry; one that only a page of prose names is withdrawn', () => {
  const key = ({ collection, id }: PageRef): string => `${collection}/${id}`;
  const moved = movedPages(archiveWith(MOVED));
  expect(moved.map(({ old, to, withdrawn }) => [key(old), key(to), withdrawn])).toEqual([
    ['people/adela', 'people/ada', false],
    ['terms/mayor', 'people/ada', false],
    ['pages/how', 'pages/method', false],
    ['people/eve', 'pages/method', true],
  ]);
});

test('a published address stays alive through its entry or an old id; the list only grows', () => {
  const published = 'people/adela.html\npeople/eve.html\nhow.html\nmethod.html\nindex.html\r\n';
  const content = contentWith({ ...MOVED, 'published.txt': published });
  expect(checkContent(content).problems).toEqual([]);
  const lines = publishedText(content).trimEnd().split('\n');
  expect(lines).toEqual([...lines].sort());
  expect(lines).toEqual(
    expect.arrayContaining(['people/ada.html', 'people/adela.html', 'terms/mayor.html', 'index.html']),
  );
  expect(lines).toHaveLength(Object.keys(SOUND).length - 2 + 4);
  const again = contentWith({ ...MOVED, 'published.txt': publishedText(content) });
  expect(publishedText(again)).toBe(publishedText(content));
  const { problems } = checkContent(contentWith({ 'published.txt': publishedText(content) }));
  const gone = ['how.html', 'people/adela.html', 'people/eve.html', 'terms/mayor.html'];
  expect(problems.map(({ found }) => found)).toEqual(
    gone.map((address) => `"${address}", where nothing is any more`),
  );
});

test('two reports with one paragraph, voice and evidence are a warning that names both', () => {
  const twice = (evidence: string): string =>
    `${SOUND['reports/gazette.yaml'] ?? ''}  - { id: 9, paragraph: 2, says: The bridge is shut., evidence: ${evidence},
      by: people/ada, mode: said, about: [events/closure] }
`;
  const warned: string[] = [];
  const warn = (text: string): void => void warned.push(text);
  soundEntries(contentWith({ 'reports/gazette.yaml': twice('would stay shut') }), warn);
  expect(warned).toEqual([]);
  soundEntries(contentWith({ 'reports/gazette.yaml': twice('shut for ten days') }), warn);
  expect(warned).toEqual([
    `content/reports/gazette.yaml:36:7  [duplicate] reports[4]
    found:    report 9, with the paragraph, voice and evidence of report 2 (line 10)
    expected: one report, or evidence of its own

1 warning in the content.`,
  ]);
});
