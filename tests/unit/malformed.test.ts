// Malformed content, one error at a time: the build refuses it, reports the error, its place and what is expected, and
// leaves the previous dist/ unchanged. Each case lists every problem that is reported.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildSite } from '../../src/commands/build.ts';
import { isContentError } from '../../src/model/problems.ts';
import { edited, libraryWith, SOUND } from '../support/library.ts';
import { testCases, type Case, type Expected } from '../support/malformed.ts';
import { snapshot } from '../support/project.ts';

const CLOSURE = 'events/closure.mdx';
const ADA = 'people/ada.mdx';
const BRIDGE = 'places/old-bridge.mdx';
const HOME = 'pages/home.mdx';
const QUESTION = 'questions/was-it-unsafe.mdx';
const GAZETTE = 'sources/gazette.mdx';
const HERALD = 'sources/herald.mdx';
const LEDGER = 'reports/gazette.yaml';
const SHORT_LEDGER = 'reports/herald.yaml';
const TERM = 'terms/unsafe.mdx';

const sound = (path: string): string => SOUND[path] ?? expect.fail(`no ${path}`);
const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** The event with text inserted before its last paragraph, at line 18. */
const beforeLast = (text: string): Record<string, string> =>
  edited(CLOSURE, 'No source says', `${text}No source says`);

/** The second source, seen and not held, and its ledger as it then has to be. */
const SEEN = sound(HERALD)
  .replace(
    'capture: held',
    'capture: seen\nread: 2026-11-27\nlanguage: en\nextent: All of it.\norigin: The Herald.',
  )
  .replace(/sha256: .*\nparagraphs: .*\n/, '');
const SEEN_LEDGER = edited(SHORT_LEDGER, '    evidence: the bridge is unsafe\n', '');

const BEARS_ON = 'reports[0].bears_on[0].to';
const bears = (to: string, how: string): string =>
  `    bears_on: [{ to: ${to}, how: ${how}, why: It does. }]\n`;
/** The second ledger with a relation on line 12. */
const bearing = (
  to: string,
  how: string,
  more = (ledger: string): string => ledger,
): Record<string, string> => ({
  [SHORT_LEDGER]: more(sound(SHORT_LEDGER) + bears(to, how)),
});

const ANSWER = 'reports[2].answers[0]';
const UNSAFE = 'was-it-unsafe/unsafe';
const UNKNOWN = 'a field the schema does not know';
const OLD_BRIDGE = 'places/old-bridge';
const NOT_UTF_8 = 'bytes that are not UTF-8';
const UTF_8 = 'saved as UTF-8';
const EDTF = 'an EDTF level 1 date: 2023-05-22, 2023-03';
const MARKDOWN = 'Markdown: text, links, lists, tables and citations';
const EVIDENCE = '[@source/number] behind each fact, or [@none]';
const FRONT_MATTER = 'a line `---`, the fields, and a line `---`';

/** The place `old-bridge` with a distance on line 4. */
const withDistance = (value: string): Record<string, string> =>
  edited(BRIDGE, 'kind:', `distance: [{ value: { ${value} }, reports: [gazette/1] }]\nkind:`);

/** A file with an old id, on its line 3. */
const formerly = (path: string, id: string): Record<string, string> => ({
  [path]: sound(path).replace(
    'summary:',
    `formerly: [{ id: ${id}, on: 2024-04-01, why: A better name. }]\nsummary:`,
  ),
});
const taken = (path: string, found: string): Expected => {
  return ['duplicate', path, 3, 'formerly[0].id', found, 'an id that no entry has'];
};
const markup = (found: string, line = 18): Expected => ['markup', CLOSURE, line, 'prose', found, MARKDOWN];
const mdx = (found: string, expected: string): Expected => {
  return ['syntax', CLOSURE, 18, 'MDX', found, expected];
};
const yaml = (path: string, line: number, found: string, expected: string): Expected => {
  return ['syntax', path, line, 'YAML', found, expected];
};
const COLON = 'a colon inside a value: YAML takes the words before it for the name of a field';
const quotes = (value: string): string => `quotes around the whole value: ${JSON.stringify(value)}`;
const encoding = (path: string, line = 1): Expected => ['file', path, line, 'encoding', NOT_UTF_8, UTF_8];

const DATES: Readonly<Record<string, Case>> = Object.fromEntries(
  (
    [
      ['in words', '4 March 2024', EDTF, '2024-03-04'],
      ['with the month first', '03/04/2024', EDTF],
      ['without its zeros', '2024-3-4', EDTF, '2024-03-04'],
      ['with points', '4.3.2024', EDTF, '2024-03-04'],
      ['with the day before the month', '2024-22-03', 'a month from 01 to 12', '2024-03-22'],
      ['with its sign before it', '~2024-03-04', EDTF, '2024-03-04~'],
      ['of two days with a comma', '2024-03-01, 2024-03-04', EDTF, '2024-03-01/2024-03-04'],
      ['without its year', '4 March', 'with its year'],
      ['of a year of two digits', '04.03.24', 'with a year of four digits'],
      ['with long dashes', '2024–03–04', EDTF, '2024-03-04'],
      ['of a season in words', 'spring 2024', EDTF, '2024-21'],
      ['of two days', '2024-03-01 – 2024-03-04', EDTF, '2024-03-01/2024-03-04'],
      ['in the thirteenth month', '2024-13', 'a month from 01 to 12'],
      ['on the 31st of June', '2024-06-31', 'a day that exists: June 2024 has 30 days'],
      ['on 29 February of a common year', '2023-02-29', 'February 2023 has 28 days'],
      ['on 30 February in an interval', '2024-02-01/2024-02-30', 'February 2024 has 29 days'],
      ['with a time of day', '2024-03-04T10:30', 'a day without a time of day', '2024-03-04'],
      ['with a time of day and a zone', '2024-03-04T10:30:00Z', 'without a time of day', '2024-03-04'],
      [
        'that ends before it begins',
        '2024-03-04/2024-03-01',
        'ends after it begins',
        '2024-03-01/2024-03-04',
      ],
      ['of level 2', '2024-03?-04', EDTF],
      ['before the year 1500', '0044-03-15', 'from 1500 to 2199'],
      ['before year 0', '-0044-03-15', 'from 1500 to 2199'],
      ['after the year 2199', '2924-03-04', 'from 1500 to 2199'],
      ['of a year of five digits', 'Y20240', 'from 1500 to 2199'],
      ['of an unknown year', 'XXXX', 'from 1500 to 2199'],
      ['of an interval from an unknown year', '-0044/2024', 'from 1500 to 2199'],
    ] as const
  ).map(([what, date, expected, near]): [string, Case] => [
    `a date ${what}`,
    [
      edited(LEDGER, 'on: 2024-03-04', `on: ${date}`),
      ['schema', LEDGER, 17, 'reports[1].on', JSON.stringify(date), expected, near],
    ],
  ]),
);

const CASES: Readonly<Record<string, Case>> = {
  // Values
  'an unknown value': [
    edited(ADA, 'side: kyiv', 'side: kiev'),
    ['schema', ADA, 4, 'side', '"kiev"', 'one of militia, kyiv, moscow', 'kyiv'],
  ],
  'a word for a number': [
    edited(LEDGER, 'id: 2', 'id: two'),
    ['schema', LEDGER, 10, 'reports[1].id', '"two"', 'a whole number'],
  ],
  'a number for a text': [
    edited(ADA, 'title: Ada', 'title: 1815'),
    ['schema', ADA, 2, 'title', '1815', 'text', '"1815"'],
  ],
  'a number out of range': [
    edited(BRIDGE, 'latitude: 50.5', 'latitude: 95'),
    ['schema', BRIDGE, 5, 'point.latitude', '95', 'at most 90'],
  ],
  'an unknown side of a label': [
    edited(BRIDGE, 'from: a survey', 'from: a survey, label: rigth'),
    ['schema', BRIDGE, 5, 'point.label', '"rigth"', 'one of right, left, above', 'right'],
  ],
  'a distance below zero': [
    withDistance('km: -2, from: places/old-bridge'),
    ['schema', BRIDGE, 4, 'distance[0].value.km', '-2', 'more than 0'],
  ],
  'a distance from a missing place': [
    withDistance('km: 2, from: places/old-brigde'),
    ['reference', BRIDGE, 4, 'distance[0].value.from', 'places/old-brigde', '', OLD_BRIDGE],
  ],
  'an invalid hash': [
    edited(HERALD, 'sha256: ', 'sha256: X'),
    ['schema', HERALD, 7, 'sha256', '"Xf0e49', '64 hexadecimal digits'],
  ],
  'a web address that would run a script': [
    edited(HERALD, 'translated:', 'url: { value: "javascript:alert(1)", how: located }\ntranslated:'),
    ['schema', HERALD, 6, 'url.value', '"javascript:alert(1)"', 'a web address that begins with https://'],
  ],
  'a missing field': [
    edited(CLOSURE, 'title: Closure of the old bridge\n', ''),
    ['schema', CLOSURE, 2, 'title', 'nothing', 'text'],
  ],
  'an unknown field': [
    edited(ADA, 'role:', 'roll:'),
    ['schema', ADA, 5, 'roll', UNKNOWN, 'one of title, summary', 'role'],
  ],
  'an unknown field of a report': [
    edited(LEDGER, 'speaker: boatmen', 'speakers: boatmen'),
    ['schema', LEDGER, 32, 'reports[3].speakers', UNKNOWN, 'one of id, paragraph, says, evidence', 'speaker'],
  ],
  'a fact without a report': [
    edited(ADA, 'reports: [gazette/3]\nspeaks', 'reports: []\nspeaks'),
    ['schema', ADA, 7, 'role[0].reports', '[]', 'at least one report'],
  ],
  'a ledger without reports': [
    { [SHORT_LEDGER]: 'source: herald\nreports: []\n' },
    ['schema', SHORT_LEDGER, 2, 'reports', '[]', 'at least one report'],
  ],
  'a ledger that is not a map': [
    { [SHORT_LEDGER]: 'just words' },
    ['schema', SHORT_LEDGER, 1, 'all fields', '"just words"', 'fields: `source: …`, `reports: …`'],
  ],
  'front matter that is a list': [
    { [TERM]: '---\n- unsafe\n---\n' },
    ['schema', TERM, 2, 'all fields', '["unsafe"]', 'fields: `title: …`'],
  ],

  // References
  'a reference to nothing': [
    edited(CLOSURE, 'value: places/old-bridge', 'value: places/old-brigde'),
    ['reference', CLOSURE, 10, 'places[0].value', '"places/old-brigde"', 'content/places/', OLD_BRIDGE],
  ],
  'a reference to the right name in the wrong collection': [
    edited(LEDGER, 'about: [people/ada]', 'about: [places/ada]'),
    ['reference', LEDGER, 26, 'reports[2].about[0]', '"places/ada"', 'content/places/', 'people/ada'],
  ],
  'a reference of the wrong kind': [
    edited(CLOSURE, 'value: places/old-bridge', 'value: people/ada'),
    ['reference', CLOSURE, 10, 'places[0].value', '"people/ada"', 'a reference: places/…'],
  ],
  'a reference of the wrong kind to an id that another kind has': [
    edited(CLOSURE, 'value: places/old-bridge', 'value: terms/old-bridge'),
    ['reference', CLOSURE, 10, 'places[0].value', '"terms/old-bridge"', 'a reference: places/…', OLD_BRIDGE],
  ],
  'a fact on a missing report': [
    edited(ADA, 'reports: [gazette/3]\nspeaks', 'reports: [gazette/33]\nspeaks'),
    ['reference', ADA, 7, 'role[0].reports[0]', '"gazette/33"', 'gazette.yaml: 1 to 4', 'gazette/3'],
  ],
  'a citation of a missing report': [
    edited(CLOSURE, '[@gazette/2; @gazette/3]', '[@gazette/2; @gazete/3]'),
    ['reference', CLOSURE, 14, 'citation', '"@gazete/3"', 'a report that a ledger holds', 'gazette/3'],
  ],
  'a citation of a missing report in a summary': [
    edited(ADA, 'The mayor. [@gazette/3]', 'The mayor. [@herald/3]'),
    ['reference', ADA, 3, 'citation', '"@herald/3"', 'content/reports/herald.yaml: 1'],
  ],
  'a citation of a missing report in a heading': [
    beforeLast('## Who [@herald/3]\n\n'),
    ['markup', CLOSURE, 18, 'prose', 'a citation in a heading', 'the citation in the text below it'],
    ['reference', CLOSURE, 18, 'citation', '"@herald/3"', 'content/reports/herald.yaml: 1'],
  ],
  'a malformed citation': [
    edited(CLOSURE, '[@gazette/2; @gazette/3]', '[@gazette 2]'),
    ['reference', CLOSURE, 14, 'citation', '"@gazette 2"', 'a citation such as [@', 'gazette/2'],
  ],
  'a platform as a voice': [
    edited(SHORT_LEDGER, 'by: organisations/town', 'by: organisations/noticeboard'),
    ['reference', SHORT_LEDGER, 7, 'reports[0].by', '"organisations/noticeboard", a platform', 'a voice'],
  ],
  'a source as a voice': [
    edited(SHORT_LEDGER, 'by: organisations/town', 'by: sources/herald'),
    ['reference', SHORT_LEDGER, 7, 'reports[0].by', '"sources/herald"', '`self` or a reference'],
  ],
  'a ledger whose source is not its name': [
    edited(SHORT_LEDGER, 'source: herald', 'source: gazette'),
    ['reference', SHORT_LEDGER, 1, 'source', '"gazette"', '"herald", the name of the file'],
  ],
  'a ledger without a source': [
    { 'reports/heralt.yaml': sound(SHORT_LEDGER).replace('herald', 'heralt') },
    ['reference', 'reports/heralt.yaml', 1, 'source', '"heralt"', 'content/sources/heralt.mdx', 'herald'],
  ],
  'a source without a ledger': [
    {
      'sources/leaflet.mdx': sound(HERALD)
        .replace('title: ', 'title: A leaflet. ')
        .replace('256: f0e4', '256: 0000')
        .replace('short: ', 'short: Leaflet, '),
    },
    ['coverage', 'sources/leaflet.mdx', 0, 'ledger', 'no ledger', 'content/reports/leaflet.yaml'],
  ],
  'a broken link in prose': [
    edited(CLOSURE, '../people/ada.mdx', '../people/adda.mdx'),
    ['link', CLOSURE, 14, 'link', '"../people/adda.mdx"', 'a file-relative link', '../people/ada.mdx'],
  ],
  'a link to an address of the site': [
    edited(CLOSURE, '../people/ada.mdx', '/people/ada.html'),
    ['link', CLOSURE, 14, 'link', '"/people/ada.html"', 'a file-relative link', '../people/ada.mdx'],
  ],
  'a link that would run a script': [
    edited(CLOSURE, '../people/ada.mdx', 'javascript:alert(1)'),
    ['link', CLOSURE, 14, 'link', '"javascript:alert(1)"', 'an address that begins with https://'],
  ],

  // Duplicates
  'a report’s number twice': [
    {
      [SHORT_LEDGER]: `${sound(SHORT_LEDGER)}  - id: 1
    paragraph: 1
    says: The bridge is a bridge.
    evidence: the bridge
    by: self
    mode: reported
    about: [places/old-bridge]
`,
    },
    ['duplicate', SHORT_LEDGER, 12, 'reports[1].id', '1, which line 3 has already', 'a number of its own'],
  ],
  'a position’s id twice': [
    edited(QUESTION, 'would_settle:', '  - id: safe\n    answer: It was quite safe\nwould_settle:'),
    ['duplicate', QUESTION, 10, 'positions[2].id', '"safe"', 'an id of its own'],
  ],
  'a scale whose positions have no short name': [
    edited(
      QUESTION,
      'positions:\n  - id: unsafe\n    answer: It was unsafe',
      'scale: true\npositions:\n  - id: unsafe\n    answer: It was unsafe\n    short: unsafe',
    ),
    ['position', QUESTION, 10, 'positions[1].short', 'nothing for "safe"', 'the answer in a few words'],
  ],
  'two ids that differ only by case': [
    { 'people/Ada.mdx': sound(ADA) },
    ['file', 'people/Ada.mdx', 0, 'file name', 'Ada', 'lower-case words', 'ada'],
    ['duplicate', ADA, 0, 'id', 'content/people/Ada.mdx only by case', 'an id of its own'],
  ],
  'an unused paragraph listed twice': [
    edited(GAZETTE, 'slips:', '  - { paragraph: 4, reason: Soups. }\nslips:'),
    ['duplicate', GAZETTE, 17, 'unused[1].paragraph', 'paragraph 4 a second time', 'each paragraph once'],
  ],

  'one text as two sources': [
    { [HERALD]: sound(HERALD).replace(/sha256: .*/, /sha256: .*/.exec(sound(GAZETTE))?.[0] ?? '') },
    ['duplicate', HERALD, 7, 'sha256', `as in content/${GAZETTE}:12`, 'no other source is about'],
  ],
  'one address for two sources': [
    {
      ...edited(
        GAZETTE,
        'sha256:',
        'url: { value: "https://www.example.org/a%c3%a9/", how: located }\nsha256:',
      ),
      ...edited(
        HERALD,
        'sha256:',
        'copies: [{ url: "https://example.org/a%C3%A9#top", note: A copy. }]\nsha256:',
      ),
    },
    ['duplicate', HERALD, 7, 'copies[0].url', `as in content/${GAZETTE}:12`, 'no other source is about'],
  ],
  'one title for two entries of a kind': [
    edited('organisations/noticeboard.mdx', 'title: The noticeboard', 'title: the town'),
    [
      'duplicate',
      'organisations/town.mdx',
      2,
      'title',
      'as in content/organisations/noticeboard.mdx:2',
      'title',
    ],
  ],

  // Addresses
  'a link to the old id of an entry': [
    {
      ...formerly(ADA, 'adela'),
      ...edited(CLOSURE, '../people/ada.mdx', '../people/adela.mdx'),
      ...edited(LEDGER, 'by: people/ada', 'by: people/adela'),
    },
    ['link', CLOSURE, 14, 'link', '"../people/adela.mdx"', 'a file-relative link', '../people/ada.mdx'],
    ['reference', LEDGER, 14, 'reports[1].by', '"people/adela"', 'content/people/', 'people/ada'],
  ],
  'a citation by the old id of a source': [
    { ...formerly(GAZETTE, 'courier'), ...edited(CLOSURE, '[@gazette/2;', '[@courier/2;') },
    ['reference', CLOSURE, 14, 'citation', '"@courier/2"', 'a report that a ledger holds', 'gazette/2'],
  ],
  'an old id that an entry has': [
    formerly('organisations/town.mdx', 'gazette'),
    taken('organisations/town.mdx', '"organisations/gazette", which is content/organisations/gazette.mdx'),
  ],
  'an old id that is the entry’s own': [
    formerly(ADA, 'ada'),
    taken(ADA, '"people/ada", which is content/people/ada.mdx'),
  ],
  'an old id that two entries claim': [
    { ...formerly(ADA, 'adela'), ...formerly('organisations/town.mdx', 'people/adela') },
    taken('organisations/town.mdx', '"people/adela", which is an old id of content/people/ada.mdx'),
  ],
  'an old id at the address of an index': [
    formerly(ADA, 'index'),
    taken(ADA, '"people/index", which is a page of the site itself'),
  ],
  'an old id that is no id': [
    formerly(ADA, 'person/adela'),
    ['schema', ADA, 3, 'formerly[0].id', '"person/adela"', 'the old id, such as old-name'],
  ],
  'a published address where nothing is any more': [
    { 'published.txt': 'people/ada.html\npeople/adah.html\nmethod.html\n' },
    ['address', 'published.txt', 2, 'address', '"people/adah.html"', 'under `formerly`', 'people/ada.html'],
  ],
  // Ledgers
  ...DATES,
  'a paragraph out of range': [
    edited(LEDGER, 'id: 2\n    paragraph: 2', 'id: 2\n    paragraph: 20'),
    ['coverage', LEDGER, 11, 'reports[1].paragraph', 'paragraph 20', '1 to 4'],
  ],
  'a paragraph zero': [
    edited(LEDGER, 'id: 2\n    paragraph: 2', 'id: 2\n    paragraph: 0'),
    ['schema', LEDGER, 11, 'reports[1].paragraph', '0', 'a whole number from 1'],
  ],
  'a paragraph neither reported nor unused': [
    edited(HERALD, 'paragraphs: 1', 'paragraphs: 2'),
    ['coverage', HERALD, 8, 'paragraphs', 'no report and no reason for paragraph 2', SHORT_LEDGER],
  ],
  'a paragraph both reported and unused': [
    edited(GAZETTE, 'slips:', '  - { paragraph: 2, reason: It bores. }\nslips:'),
    ['coverage', GAZETTE, 17, 'unused[1].paragraph', 'paragraph 2, which has a report too', 'not both'],
  ],
  'an unused paragraph without a reason': [
    edited(GAZETTE, '    reason: A teaser for soups.\n', ''),
    ['schema', GAZETTE, 15, 'unused[0].reason', 'nothing', 'a reason'],
  ],
  'an unused paragraph with an empty reason': [
    edited(GAZETTE, 'reason: A teaser for soups.', 'reason: " "'),
    ['schema', GAZETTE, 16, 'unused[0].reason', '" "', 'a reason'],
  ],
  'evidence of eleven words': [
    edited(LEDGER, 'shut for ten days\n', 'mayor said on Monday that the bridge would stay shut for\n'),
    ['schema', LEDGER, 13, 'reports[1].evidence', '"mayor said on Monday', 'at most 10 words'],
  ],
  'empty evidence': [
    edited(LEDGER, 'evidence: shut for ten days', 'evidence: " "'),
    ['schema', LEDGER, 13, 'reports[1].evidence', '" "', 'a fragment of the paragraph, at most 10 words'],
  ],
  'missing evidence': [
    edited(LEDGER, '    evidence: shut for ten days\n', ''),
    ['schema', LEDGER, 10, 'reports[1].evidence', 'nothing', 'a value: the source is held'],
  ],
  'a reason for an inferred date without the date': [
    edited(LEDGER, '    on: 2024-03-04\n', ''),
    ['schema', LEDGER, 17, 'reports[1].inferred', 'a reason without a date', 'the inferred date in `on`'],
  ],

  // Held and seen sources, and relations between reports
  'a source neither held nor seen': [
    edited(HERALD, 'capture: held\n', ''),
    ['schema', HERALD, 2, 'capture', 'nothing', 'held or seen'],
  ],
  'a held source without a hash': [
    { [HERALD]: sound(HERALD).replace(/sha256: .*\n/, '') },
    ['schema', HERALD, 2, 'sha256', 'nothing', '64 hexadecimal digits'],
  ],
  'a held source with the day on which it was read': [
    edited(HERALD, 'translated:', 'read: 2026-11-27\ntranslated:'),
    ['schema', HERALD, 6, 'read', UNKNOWN, 'sha256, paragraphs, unused, slips'],
  ],
  'a seen source with a hash': [
    { ...SEEN_LEDGER, [HERALD]: SEEN.replace('translated:', 'sha256: X\ntranslated:') },
    ['schema', HERALD, 10, 'sha256', UNKNOWN, 'read, language, extent, origin, cautions'],
  ],
  'a seen source with a count of paragraphs': [
    { ...SEEN_LEDGER, [HERALD]: SEEN.replace('translated:', 'paragraphs: 1\ntranslated:') },
    ['schema', HERALD, 10, 'paragraphs', UNKNOWN, 'read, language, extent, origin, cautions'],
  ],
  'a seen source in an unknown language': [
    { ...SEEN_LEDGER, [HERALD]: SEEN.replace('language: en', 'language: xx') },
    ['schema', HERALD, 7, 'language', '"xx"', 'one of en, uk, ru, de'],
  ],
  'a report of a seen source with evidence': [
    { [HERALD]: SEEN },
    [
      'schema',
      SHORT_LEDGER,
      6,
      'reports[0].evidence',
      '"the bridge is unsafe"',
      'the source is seen, not held',
    ],
  ],
  'a quotation from a seen source': [
    {
      [HERALD]: SEEN,
      [SHORT_LEDGER]: (SEEN_LEDGER[SHORT_LEDGER] ?? '').replace('is unsafe.', 'is “unsafe”.'),
    },
    ['schema', SHORT_LEDGER, 5, 'reports[0].says', '“unsafe”', 'our words: the source is seen, not held'],
  ],
  'a quotation from a seen source in prose': [
    {
      [HERALD]: SEEN,
      ...SEEN_LEDGER,
      ...beforeLast('It is “never unsafe” [@herald/1] and “a rotten plank”. [@herald/1]\n\n'),
    },
    ['citation', CLOSURE, 18, 'prose', '“a rotten plank”, quoted from a seen source', 'our words'],
  ],
  'a report of a held source without a paragraph': [
    edited(LEDGER, 'id: 3\n    paragraph: 2', 'id: 3'),
    ['schema', LEDGER, 20, 'reports[2].paragraph', 'nothing', 'a value: the source is held'],
  ],
  'a relation to a missing report': [
    bearing('gazette/9', 'confirms'),
    ['reference', SHORT_LEDGER, 12, BEARS_ON, '"gazette/9"', 'content/reports/gazette.yaml: 1 to 4'],
  ],
  'an unknown relation': [
    bearing('gazette/4', 'confirm'),
    ['schema', SHORT_LEDGER, 12, 'reports[0].bears_on[0].how', '"confirm"', 'one of confirms', 'confirms'],
  ],
  'a relation of a report to itself': [
    bearing('herald/1', 'confirms'),
    ['relation', SHORT_LEDGER, 12, BEARS_ON, 'the report itself', 'another report'],
  ],
  'relations in a circle': [
    {
      ...bearing('gazette/4', 'confirms'),
      ...edited(LEDGER, '    answers: [', `${bears('herald/1', 'confirms')}    answers: [`),
    },
    [
      'relation',
      LEDGER,
      35,
      'reports[3].bears_on[0].to',
      'from herald/1 back to gazette/4',
      'in one direction',
    ],
    ['relation', SHORT_LEDGER, 12, BEARS_ON, 'from gazette/4 back to herald/1', 'in one direction'],
  ],
  'a correction by the same voice in an older source': [
    {
      ...bearing('gazette/4', 'corrects', (ledger) =>
        ledger.replace('organisations/town\n', 'groups/boatmen\n'),
      ),
      ...edited(HERALD, 'translated:', 'date: { value: 2024-03-04, how: printed }\ntranslated:'),
    },
    [
      'relation',
      SHORT_LEDGER,
      12,
      BEARS_ON,
      '2024-03-04, before 2024-03-05 of gazette/4',
      'or another voice',
    ],
  ],
  'a correction by the same voice in a source without a date': [
    bearing('gazette/4', 'corrects', (ledger) => ledger.replace('organisations/town\n', 'groups/boatmen\n')),
    ['relation', SHORT_LEDGER, 12, BEARS_ON, 'a source without a date', 'or another voice'],
  ],

  // Dates as numbers, and positions
  'a date that YAML takes for a number': [
    edited(CLOSURE, 'value: 2024-03-04', 'value: 2024'),
    ['schema', CLOSURE, 6, 'date[0].value', '2024', 'a date in quotes', '"2024"'],
  ],
  'a position that nobody takes': [
    edited(QUESTION, 'would_settle:', '  - id: perhaps\n    answer: Perhaps\nwould_settle:'),
    ['position', QUESTION, 10, 'positions[2].id', '"perhaps"', 'answers: [was-it-unsafe/perhaps]'],
  ],
  'an answer to a missing position': [
    edited(LEDGER, 'about: [people/ada]', 'about: [people/ada]\n    answers: [was-it-unsafe/unsaf]'),
    ['position', LEDGER, 27, ANSWER, '"was-it-unsafe/unsaf"', 'was-it-unsafe: unsafe, safe', UNSAFE],
  ],
  'an answer to a missing question': [
    edited(LEDGER, 'about: [people/ada]', 'about: [people/ada]\n    answers: [was-it-safe/unsafe]'),
    ['position', LEDGER, 27, ANSWER, '"was-it-safe/unsafe"', 'a question that exists', UNSAFE],
  ],
  'an answer without its question': [
    edited(SHORT_LEDGER, '[was-it-unsafe/unsafe]', '[unsafe]'),
    ['reference', SHORT_LEDGER, 11, 'reports[0].answers[0]', '"unsafe"', 'question/position', UNSAFE],
  ],

  // Prose
  'a paragraph without a citation': [
    edited(CLOSURE, ' [@none]', ''),
    ['citation', CLOSURE, 18, 'prose', 'a paragraph without a citation: "No source says who', EVIDENCE],
  ],
  'a list item without a citation': [
    edited(CLOSURE, 'closure. [@gazette/1]', 'closure.'),
    ['citation', CLOSURE, 16, 'prose', '"It is called a closure."', EVIDENCE],
  ],
  'a table row without a citation': [
    beforeLast('| Who | What |\n| --- | --- |\n| mayor | shut it |\n\n'),
    ['citation', CLOSURE, 20, 'prose', '"mayor · shut it"', EVIDENCE],
  ],
  'a summary without a citation': [
    edited(ADA, 'The mayor. [@gazette/3]', 'The mayor.'),
    ['citation', ADA, 3, 'summary', '"The mayor."', EVIDENCE],
  ],
  'evidence and [@none] together': [
    edited(CLOSURE, '[@none]', '[@none; @gazette/1]'),
    ['citation', CLOSURE, 18, 'prose', 'evidence that is also marked [@none]', 'either evidence or [@none]'],
  ],
  '[@none] on a page that needs none': [
    edited(HOME, 'summary:', 'uncited_states_no_facts: true\nsummary:'),
    ['citation', HOME, 4, 'summary', '[@none] on a page with uncited_states_no_facts', 'no [@none]'],
  ],
  'HTML in prose': [beforeLast('<em>Oh</em> '), markup('<em>')],
  'a script in prose': [beforeLast('<script src="x.js" />\n\n'), markup('<script>')],
  'HTML in a table': [beforeLast('| A |\n| --- |\n| <b>x</b> [@none] |\n\n'), markup('<b>', 20)],
  'an import': [beforeLast('import x from "./x.js"\n\n'), markup('an import or export')],
  'an expression': [beforeLast('Oh {process.env.HOME} '), markup('the expression {process.env.HOME}')],
  'an expression between comments': [
    beforeLast('{/* a */ process.exit() /* b */}\n\n'),
    markup('the expression {/* a */ process.exit()'),
  ],
  'a hand-written footnote': [
    edited(CLOSURE, 'decided it. [@none]', 'decided it.[^1] [@none]\n\n[^1]: By hand. [@none]'),
    markup('a footnote written by hand'),
    markup('a footnote written by hand', 20),
  ],
  'an image': [beforeLast('![A bridge](bridge.png) '), markup('an image')],
  'an image in a summary': [
    edited(ADA, 'The mayor. ', 'The ![mayor](ada.png). '),
    ['markup', ADA, 3, 'summary', 'an image', MARKDOWN],
  ],
  'a block of code': [beforeLast('```\nx\n```\n\n'), markup('a block of code')],
  'a link whose address is defined elsewhere': [
    beforeLast('[1]: ../people/ada.mdx\n\n'),
    ['markup', CLOSURE, 18, 'prose', 'a link whose address stands elsewhere', '`[words](address)`'],
  ],
  'an unknown component': [
    edited(HOME, '<Timeline />', '<TimeLine />'),
    ['markup', HOME, 8, 'prose', '<TimeLine />', 'one of Timeline, Groups', 'Timeline'],
  ],
  'a component with an attribute': [
    edited(HOME, '<Timeline />', '<Timeline kind="x" />'),
    ['markup', HOME, 8, 'prose', '<Timeline>', '`<Timeline />`'],
  ],

  // Syntax
  'a colon in a title': [
    edited(CLOSURE, 'title: Closure of', 'title: Closure: of'),
    yaml(CLOSURE, 2, COLON, quotes('Closure: of the old bridge')),
  ],
  'a colon in a value between braces': [
    edited('groups/boatmen.mdx', 'value: Boatmen', 'value: Boatmen: all'),
    yaml('groups/boatmen.mdx', 6, COLON, 'quotes around the whole value'),
  ],
  'a colon in an item of a list': [
    edited(QUESTION, "- The engineer's report", '- The report: a copy'),
    ['schema', QUESTION, 11, 'would_settle[0]', '{"The report":"a copy"}', 'put quotes around a value'],
  ],
  'a number sign in a title': [
    edited(ADA, 'title: Ada', 'title: Saboteur #1'),
    yaml(ADA, 2, 'YAML leaves out "#1"', quotes('Saboteur #1')),
  ],
  'a number sign in evidence': [
    edited(LEDGER, 'evidence: shut for ten days', 'evidence: shut for #ten days'),
    yaml(LEDGER, 13, 'YAML leaves out "#ten days"', quotes('shut for #ten days')),
  ],
  'an indented field': [
    edited(ADA, 'side: kyiv', '  side: kyiv'),
    yaml(ADA, 4, '2 spaces before `side`', 'no space, as before `summary`'),
  ],
  'a quotation mark that is not closed': [
    edited(CLOSURE, 'title: Closure', 'title: "Closure'),
    yaml(CLOSURE, 2, '" that is never closed', '"Closure of the old bridge"'),
  ],
  'a key twice': [
    edited(ADA, 'side: kyiv', 'side: kyiv\nside: moscow'),
    yaml(ADA, 5, '`side` a second time', 'each field once'),
  ],
  'tabs for indentation': [
    { [LEDGER]: sound(LEDGER).replaceAll('\n  ', '\n\t') },
    yaml(LEDGER, 3, 'a tab at the start of the line', 'spaces'),
  ],
  'emphasis that YAML takes for an alias': [
    edited(ADA, 'title: Ada', 'title: *Ada*'),
    yaml(ADA, 2, '*Ada* means a value named elsewhere', quotes('*Ada*')),
  ],
  'two documents in one file': [
    edited(SHORT_LEDGER, 'reports:', '---\nreports:'),
    yaml(SHORT_LEDGER, 2, 'a line `---`', 'no such line'),
  ],
  'a bare brace': [beforeLast('Oh { '), mdx('a brace {', '`\\{`')],
  'a bare angle bracket': [beforeLast('In <10 days '), mdx('<10, which begins HTML', '`&lt;10`')],
  'an unclosed tag': [beforeLast('<b>'), mdx('<b>, which is never closed', '`**words**`')],
  'an HTML comment': [beforeLast('<!-- x -->\n\n'), mdx('an HTML comment', '`{/* words */}`')],
  'no front matter': [
    { [TERM]: 'The opposite of safe.\n' },
    ['syntax', TERM, 1, 'front matter', '"The opposite of safe."', FRONT_MATTER],
  ],
  'front matter that is not closed': [
    edited(TERM, '---\n\nThe', '\nThe'),
    ['syntax', TERM, 6, 'front matter', 'never closed', 'a line `---` behind the last field'],
  ],

  // Files
  'a page in UTF-16': [{ [TERM]: utf16(sound(TERM)) }, encoding(TERM, 1)],
  'a ledger in UTF-16': [{ [SHORT_LEDGER]: utf16(sound(SHORT_LEDGER)) }, encoding(SHORT_LEDGER, 1)],
  'a page in Latin-1': [{ [TERM]: latin1(sound(TERM).replace('opposite', 'opposé')) }, encoding(TERM, 8)],
  'an empty page': [{ [TERM]: '' }, ['file', TERM, 0, 'content', 'an empty file', 'front matter and prose']],
  'a page of nothing but a byte order mark': [
    { [TERM]: '\uFEFF' },
    ['file', TERM, 0, 'content', 'an empty file', 'front matter and prose'],
  ],
  'a ledger of white space': [
    { [SHORT_LEDGER]: ' \n\n\t\n' },
    ['file', SHORT_LEDGER, 0, 'content', 'an empty file', 'a ledger: source and reports'],
  ],
  'a file in the wrong folder': [
    { 'people/old-bridge.mdx': sound(BRIDGE) },
    ['schema', 'people/old-bridge.mdx', 2, 'side', 'nothing', 'one of militia'],
    ['schema', 'people/old-bridge.mdx', 4, 'kind', UNKNOWN, 'one of title, summary'],
    ['schema', 'people/old-bridge.mdx', 5, 'point', UNKNOWN, 'one of title, summary'],
  ],
  'a folder in a folder': [
    { 'people/town/eve.mdx': sound(ADA) },
    ['file', 'people/town', 0, 'place', 'a folder', 'files ending in .mdx, directly in content/people'],
  ],
  'a page of another format': [
    { 'people/eve.md': sound(ADA) },
    ['file', 'people/eve.md', 0, 'place', 'a file of another format', 'files ending in .mdx', 'eve.mdx'],
  ],
  'a ledger of another format': [
    { 'reports/gazette.json': '{}' },
    ['file', 'reports/gazette.json', 0, 'place', 'a file of another format', 'files ending in .yaml'],
  ],
  'a stray file': [
    { 'notes.txt': 'Remember the soups.' },
    ['file', 'notes.txt', 0, 'place', 'a file outside the collections', 'a folder of groups, events'],
  ],
  'an unknown folder': [
    { 'event/eve.mdx': sound(ADA) },
    ['file', 'event', 0, 'place', 'a folder that is no collection', 'a folder of groups, events', 'events'],
  ],
  'a file name that is not a slug': [
    { 'people/Ève Smith.mdx': sound(ADA) },
    ['file', 'people/Ève Smith.mdx', 0, 'file name', 'Ève Smith', 'lower-case words and digits', 'eve-smith'],
  ],

  // Several problems at once
  'several errors at once': [
    {
      ...edited(ADA, 'side: kyiv', 'side: kiev'),
      ...edited(LEDGER, 'id: 2\n    paragraph: 2', 'id: 2\n    paragraph: 20'),
      ...edited(QUESTION, 'would_settle:', '  - id: perhaps\n    answer: Perhaps\nwould_settle:'),
      [CLOSURE]: sound(CLOSURE)
        .replace('kind: measure', 'kind: mesure')
        .replace('../people/ada.mdx', '../people/eve.mdx')
        .replace(' [@none]', ''),
      [TERM]: '',
      [HOME]: sound(HOME).replace('summary:', 'summary: x: y').replace('<Timeline />', '<Timetable />'),
      'notes.txt': 'x',
    },
    // The prose of a file is checked even where its fields are wrong.
    ['schema', CLOSURE, 4, 'kind', '"mesure"', 'one of attack', 'measure'],
    ['link', CLOSURE, 14, 'link', '"../people/eve.mdx"', 'a file-relative link', '../people/ada.mdx'],
    ['citation', CLOSURE, 18, 'prose', 'No source says', EVIDENCE],
    ['file', 'notes.txt', 0, 'place', 'a file outside the collections', 'a folder of'],
    yaml(HOME, 3, COLON, quotes('x: y What is said of a bridge. [@none]')),
    ['markup', HOME, 8, 'prose', '<Timetable />', 'one of Timeline', 'Timeline'],
    ['schema', ADA, 4, 'side', '"kiev"', 'one of militia', 'kyiv'],
    ['position', QUESTION, 10, 'positions[2].id', '"perhaps"', 'at least one report'],
    ['coverage', LEDGER, 11, 'reports[1].paragraph', 'paragraph 20', '1 to 4'],
    ['file', TERM, 0, 'content', 'an empty file', 'front matter and prose'],
  ],
};

testCases(CASES);

test('a build of refused content leaves the previous site as it was, and clears what a killed build left', async () => {
  const { root, remove } = libraryWith({ 'people/ada.mdx': '' });
  const out = join(root, 'dist');
  mkdirSync(join(out, 'people'), { recursive: true });
  writeFileSync(join(out, 'index.html'), 'the previous site');
  writeFileSync(join(out, 'people', 'ada.html'), Uint8Array.of(0, 1, 254, 255));
  const before = snapshot(root);
  // A build that was killed between setting the old site aside and putting the new one in its place. No process has its id.
  const killed = join(root, '.work', 'build-2147483646');
  mkdirSync(killed, { recursive: true });
  renameSync(out, join(killed, 'old'));
  try {
    await expect(buildSite(root, out)).rejects.toSatisfy(isContentError);
    expect(snapshot(root)).toEqual(before);
  } finally {
    remove();
  }
});
