// Malformed content, one error at a time: the build refuses it, reports the error, its place and what is expected, and
// leaves the previous dist/ unchanged. Each case lists every problem that is reported.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildSite } from '../../src/commands/build.ts';
import { isContentError } from '../../src/model/problems.ts';
import { libraryWith } from '../support/library.ts';
import {
  ADA,
  before,
  BOATMEN,
  BRIDGE,
  change,
  CLOSURE,
  edits,
  files,
  GAZETTE,
  HERALD,
  HOME,
  LEDGER,
  problem,
  QUESTION,
  SHORT_LEDGER,
  sound,
  TERM,
  testCases,
  TOWN,
  type Case,
} from '../support/malformed.ts';
import { snapshot } from '../support/project.ts';

const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** The second source, seen and not held, and its ledger as it then has to be. */
const SEEN = sound(HERALD)
  .replace(
    'capture: held',
    'capture: seen\nread: 2026-11-27\nlanguage: en\nextent: All of it.\norigin: The Herald.',
  )
  .replace(/sha256: .*\nparagraphs: .*\n/, '');
const SEEN_LEDGER = change(SHORT_LEDGER, '    evidence: the bridge is unsafe\n → ');

const bears = (to: string, how: string): string =>
  `    bears_on: [{ to: ${to}, how: ${how}, why: It does. }]\n`;
/** The edit of the second ledger that adds a relation on line 12. */
const bearing = (to: string, how: string): string => `/unsafe]\n → /unsafe]\n${bears(to, how)}`;

/** The second ledger with a correction of the first by the same voice. */
const CORRECTION = {
  [SHORT_LEDGER]:
    sound(SHORT_LEDGER).replace('organisations/town\n', 'groups/boatmen\n') + bears('gazette/4', 'corrects'),
};

/** The edit that gives a file an old id, on its line 3. */
const formerly = (id: string): string =>
  `summary: → formerly: [{ id: ${id}, on: 2024-04-01, why: A better name. }]\nsummary:`;

/** The edit that gives the place `old-bridge` a distance, on line 4. */
const distance = (value: string): string =>
  `kind: → distance: [{ value: { ${value} }, reports: [gazette/1] }]\nkind:`;

const EDTF = 'an EDTF level 1 date: 2023-05-22, 2023-03';
const MARKDOWN = 'Markdown: text, links, lists, tables and citations';
const EVIDENCE = '[@source/number] behind each fact, or [@none]';
const COLON = 'a colon inside a value: YAML takes the words before it for the name of a field';
const EMPTY = '0 file content: an empty file';
const NO_UTF_8 = 'file encoding: bytes that are not UTF-8 | saved as UTF-8';
const UNKNOWN = 'a field the schema does not know';
const TAKEN = 'an id that no entry has';

/** Cases of markup before the last paragraph of the event. @param cases what is found, by the text; `line` if not 18 */
const markup = (
  ...cases: readonly (readonly [text: string, found: string, line?: number])[]
): Record<string, Case> =>
  edits(
    CLOSURE,
    Object.fromEntries(
      cases.map(([text, found, line = 18]) => [before(text), `${line} markup prose: ${found} | ${MARKDOWN}`]),
    ),
  );

/** Refused dates: what would be right, and the nearest date. */
const DATES: readonly (readonly [date: string, right: string, near?: string])[] = [
  ['4 March 2024', EDTF, '2024-03-04'],
  ['03/04/2024', EDTF],
  ['2024-3-4', EDTF, '2024-03-04'],
  ['4.3.2024', EDTF, '2024-03-04'],
  ['2024-22-03', 'a month from 01 to 12', '2024-03-22'],
  ['~2024-03-04', EDTF, '2024-03-04~'],
  ['2024-03-01, 2024-03-04', EDTF, '2024-03-01/2024-03-04'],
  ['4 March', 'with its year'],
  ['04.03.24', 'with a year of four digits'],
  ['2024–03–04', EDTF, '2024-03-04'],
  ['spring 2024', EDTF, '2024-21'],
  ['2024-03-01 – 2024-03-04', EDTF, '2024-03-01/2024-03-04'],
  ['2024-13', 'a month from 01 to 12'],
  ['2024-06-31', 'a day that exists: June 2024 has 30 days'],
  ['2023-02-29', 'February 2023 has 28 days'],
  ['2024-02-01/2024-02-30', 'February 2024 has 29 days'],
  ['2024-03-04T10:30', 'a day without a time of day', '2024-03-04'],
  ['2024-03-04T10:30:00Z', 'without a time of day', '2024-03-04'],
  ['2024-03-04/2024-03-01', 'ends after it begins', '2024-03-01/2024-03-04'],
  ['2024-03?-04', EDTF],
  ['0044-03-15', 'from 1500 to 2199'],
  ['-0044-03-15', 'from 1500 to 2199'],
  ['2924-03-04', 'from 1500 to 2199'],
  ['Y20240', 'from 1500 to 2199'],
  ['XXXX', 'from 1500 to 2199'],
  ['-0044/2024', 'from 1500 to 2199'],
];

const CASES: Readonly<Record<string, Case>> = {
  ...edits(ADA, {
    'side: kyiv → side: kiev': '4 schema side: "kiev" | one of militia, kyiv, moscow | kyiv',
    'title: Ada → title: 1815': '2 schema title: 1815 | text | "1815"',
    'role: → roll:': '5 schema roll: a field the schema does not know | one of title, summary | role',
    'reports: [gazette/3]\nspeaks → reports: []\nspeaks':
      '7 schema role[0].reports: [] | at least one report',
    'reports: [gazette/3]\nspeaks → reports: [gazette/33]\nspeaks':
      '7 reference role[0].reports[0]: "gazette/33" | gazette.yaml: 1 to 4 | gazette/3',
    'The mayor. [@gazette/3] → The mayor. [@herald/3]':
      '3 reference citation: "@herald/3" | content/reports/herald.yaml: 1',
    'The mayor. [@gazette/3] → The mayor.':
      '3 citation summary: "The mayor." | [@source/number] behind each fact, or [@none]',
    'The mayor.  → The ![mayor](ada.png). ':
      '3 markup summary: an image | Markdown: text, links, lists, tables and citations',
    'title: Ada → title: Saboteur #1':
      '2 syntax YAML: YAML leaves out "#1" | quotes around the whole value: "Saboteur #1"',
    'side: kyiv →   side: kyiv': '4 syntax YAML: 2 spaces before `side` | no space, as before `summary`',
    'side: kyiv → side: kyiv\nside: moscow': '5 syntax YAML: `side` a second time | each field once',
    'title: Ada → title: *Ada*':
      '2 syntax YAML: *Ada* means a value named elsewhere | quotes around the whole value: "*Ada*"',
    [formerly('ada')]: `3 duplicate formerly[0].id: "people/ada", which is content/people/ada.mdx | ${TAKEN}`,
    [formerly('index')]:
      `3 duplicate formerly[0].id: "people/index", which is a page of the site itself | ${TAKEN}`,
    [formerly('person/adela')]: '3 schema formerly[0].id: "person/adela" | the old id, such as old-name',
  }),
  ...edits(LEDGER, {
    'id: 2 → id: two': '10 schema reports[1].id: "two" | a whole number',
    'speaker: boatmen → speakers: boatmen':
      '32 schema reports[3].speakers: a field the schema does not know | one of id, paragraph, says, evidence | speaker',
    'about: [people/ada] → about: [places/ada]':
      '26 reference reports[2].about[0]: "places/ada" | content/places/ | people/ada',
    'id: 2\n    paragraph: 2 → id: 2\n    paragraph: 20':
      '11 coverage reports[1].paragraph: paragraph 20 | 1 to 4',
    'id: 2\n    paragraph: 2 → id: 2\n    paragraph: 0':
      '11 schema reports[1].paragraph: 0 | a whole number from 1',
    'shut for ten days\n → mayor said on Monday that the bridge would stay shut for\n':
      '13 schema reports[1].evidence: "mayor said on Monday | at most 10 words',
    'evidence: shut for ten days → evidence: " "':
      '13 schema reports[1].evidence: " " | a fragment of the paragraph, at most 10 words',
    '    evidence: shut for ten days\n → ':
      '10 schema reports[1].evidence: nothing | a value: the source is held',
    '    on: 2024-03-04\n → ':
      '17 schema reports[1].inferred: a reason without a date | the inferred date in `on`',
    'id: 3\n    paragraph: 2 → id: 3':
      '20 schema reports[2].paragraph: nothing | a value: the source is held',
    'about: [people/ada] → about: [people/ada]\n    answers: [was-it-unsafe/unsaf]':
      '27 position reports[2].answers[0]: "was-it-unsafe/unsaf" | was-it-unsafe: unsafe, safe | was-it-unsafe/unsafe',
    'about: [people/ada] → about: [people/ada]\n    answers: [was-it-safe/unsafe]':
      '27 position reports[2].answers[0]: "was-it-safe/unsafe" | a question that exists | was-it-unsafe/unsafe',
    'evidence: shut for ten days → evidence: shut for #ten days':
      '13 syntax YAML: YAML leaves out "#ten days" | quotes around the whole value: "shut for #ten days"',
  }),
  ...edits(BRIDGE, {
    'latitude: 50.5 → latitude: 95': '5 schema point.latitude: 95 | at most 90',
    'from: a survey → from: a survey, label: rigth':
      '5 schema point.label: "rigth" | one of right, left, above | right',
    [distance('km: -2, from: places/old-bridge')]: '4 schema distance[0].value.km: -2 | more than 0',
    [distance('km: 2, from: places/old-brigde')]:
      '4 reference distance[0].value.from: places/old-brigde |  | places/old-bridge',
  }),
  ...edits(HERALD, {
    'sha256:  → sha256: X': '7 schema sha256: "Xf0e49 | 64 hexadecimal digits',
    'translated: → url: { value: "javascript:alert(1)", how: located }\ntranslated:':
      '6 schema url.value: "javascript:alert(1)" | a web address that begins with https://',
    'paragraphs: 1 → paragraphs: 2':
      '8 coverage paragraphs: no report and no reason for paragraph 2 | reports/herald.yaml',
    'capture: held\n → ': '2 schema capture: nothing | held or seen',
    'translated: → read: 2026-11-27\ntranslated:':
      '6 schema read: a field the schema does not know | sha256, paragraphs, unused, slips',
  }),
  ...edits(CLOSURE, {
    'title: Closure of the old bridge\n → ': '2 schema title: nothing | text',
    'value: places/old-bridge → value: places/old-brigde':
      '10 reference places[0].value: "places/old-brigde" | content/places/ | places/old-bridge',
    'value: places/old-bridge → value: people/ada':
      '10 reference places[0].value: "people/ada" | a reference: places/…',
    'value: places/old-bridge → value: terms/old-bridge':
      '10 reference places[0].value: "terms/old-bridge" | a reference: places/… | places/old-bridge',
    '[@gazette/2; @gazette/3] → [@gazette/2; @gazete/3]':
      '14 reference citation: "@gazete/3" | a report that a ledger holds | gazette/3',
    '[@gazette/2; @gazette/3] → [@gazette 2]':
      '14 reference citation: "@gazette 2" | a citation such as [@ | gazette/2',
    '../people/ada.mdx → ../people/adda.mdx':
      '14 link link: "../people/adda.mdx" | a file-relative link | ../people/ada.mdx',
    '../people/ada.mdx → /people/ada.html':
      '14 link link: "/people/ada.html" | a file-relative link | ../people/ada.mdx',
    '../people/ada.mdx → javascript:alert(1)':
      '14 link link: "javascript:alert(1)" | an address that begins with https://',
    'value: 2024-03-04 → value: 2024': '6 schema date[0].value: 2024 | a date in quotes | "2024"',
    ' [@none] → ':
      '18 citation prose: a paragraph without a citation: "No source says who | [@source/number] behind each fact, or [@none]',
    'closure. [@gazette/1] → closure.':
      '16 citation prose: "It is called a closure." | [@source/number] behind each fact, or [@none]',
    '[@none] → [@none; @gazette/1]':
      '18 citation prose: evidence that is also marked [@none] | either evidence or [@none]',
    'title: Closure of → title: Closure: of':
      '2 syntax YAML: a colon inside a value: YAML takes the words before it for the name of a field | quotes around the whole value: "Closure: of the old bridge"',
    'title: Closure → title: "Closure': '2 syntax YAML: " that is never closed | "Closure of the old bridge"',
    [before('| Who | What |\n| --- | --- |\n| mayor | shut it |\n\n')]:
      '20 citation prose: "mayor · shut it" | [@source/number] behind each fact, or [@none]',
    [before('[1]: ../people/ada.mdx\n\n')]:
      '18 markup prose: a link whose address stands elsewhere | `[words](address)`',
    [before('Oh { ')]: '18 syntax MDX: a brace { | `\\{`',
    [before('In <10 days ')]: '18 syntax MDX: <10, which begins HTML | `&lt;10`',
    [before('<b>')]: '18 syntax MDX: <b>, which is never closed | `**words**`',
    [before('<!-- x -->\n\n')]: '18 syntax MDX: an HTML comment | `{/* words */}`',
  }),
  ...edits(SHORT_LEDGER, {
    'by: organisations/town → by: organisations/noticeboard':
      '7 reference reports[0].by: "organisations/noticeboard", a platform | a voice',
    'by: organisations/town → by: sources/herald':
      '7 reference reports[0].by: "sources/herald" | `self` or a reference',
    'source: herald → source: gazette': '1 reference source: "gazette" | "herald", the name of the file',
    '[was-it-unsafe/unsafe] → [unsafe]':
      '11 reference reports[0].answers[0]: "unsafe" | question/position | was-it-unsafe/unsafe',
    'reports: → ---\nreports:': '2 syntax YAML: a line `---` | no such line',
    [bearing('gazette/9', 'confirms')]:
      '12 reference reports[0].bears_on[0].to: "gazette/9" | content/reports/gazette.yaml: 1 to 4',
    [bearing('gazette/4', 'confirm')]:
      '12 schema reports[0].bears_on[0].how: "confirm" | one of confirms | confirms',
    [bearing('herald/1', 'confirms')]:
      '12 relation reports[0].bears_on[0].to: the report itself | another report',
    '/unsafe]\n → /unsafe]\n  - id: 1\n    paragraph: 1\n    says: The bridge is a bridge.\n    evidence: the bridge\n    by: self\n    mode: reported\n    about: [places/old-bridge]\n':
      '12 duplicate reports[1].id: 1, which line 3 has already | a number of its own',
  }),
  ...edits(QUESTION, {
    'would_settle: →   - id: safe\n    answer: It was quite safe\nwould_settle:':
      '10 duplicate positions[2].id: "safe" | an id of its own',
    'positions:\n  - id: unsafe\n    answer: It was unsafe → scale: true\npositions:\n  - id: unsafe\n    answer: It was unsafe\n    short: unsafe':
      '10 position positions[1].short: nothing for "safe" | the answer in a few words',
    'would_settle: →   - id: perhaps\n    answer: Perhaps\nwould_settle:':
      '10 position positions[2].id: "perhaps" | answers: [was-it-unsafe/perhaps]',
    "- The engineer's report → - The report: a copy":
      '11 schema would_settle[0]: {"The report":"a copy"} | put quotes around a value',
  }),
  ...edits(GAZETTE, {
    'slips: →   - { paragraph: 4, reason: Soups. }\nslips:':
      '17 duplicate unused[1].paragraph: paragraph 4 a second time | each paragraph once',
    'slips: →   - { paragraph: 2, reason: It bores. }\nslips:':
      '17 coverage unused[1].paragraph: paragraph 2, which has a report too | not both',
    'paragraphs: 4 → paragraphs: 7':
      '13 coverage paragraphs: no report and no reason for paragraphs 5, 6 and 7 | reports/gazette.yaml',
    'paragraph: 3\n    printed → paragraph: 30\n    printed':
      '18 coverage slips[0].paragraph: paragraph 30 | 1 to 4',
    '    reason: A teaser for soups.\n → ': '15 schema unused[0].reason: nothing | a reason',
    'reason: A teaser for soups. → reason: " "': '16 schema unused[0].reason: " " | a reason',
  }),
  ...edits(HOME, {
    'summary: → uncited_states_no_facts: true\nsummary:':
      '4 citation summary: [@none] on a page with uncited_states_no_facts | no [@none]',
    '<Timeline /> → <TimeLine />': '8 markup prose: <TimeLine /> | one of Timeline, Groups | Timeline',
    '<Timeline /> → <Timeline kind="x" />': '8 markup prose: <Timeline> | `<Timeline />`',
  }),
  ...edits(BOATMEN, {
    'value: Boatmen → value: Boatmen: all':
      '6 syntax YAML: a colon inside a value: YAML takes the words before it for the name of a field | quotes around the whole value',
  }),
  ...edits(TERM, {
    '---\n\nThe → \nThe': '6 syntax front matter: never closed | a line `---` behind the last field',
  }),

  ...edits(
    LEDGER,
    Object.fromEntries(
      DATES.map(([date, right, near]) => [
        `on: 2024-03-04 → on: ${date}`,
        `17 schema reports[1].on: ${JSON.stringify(date)} | ${right}${near === undefined ? '' : ` | ${near}`}`,
      ]),
    ),
  ),
  ...markup(
    ['<em>Oh</em> ', '<em>'],
    ['<script src="x.js" />\n\n', '<script>'],
    ['| A |\n| --- |\n| <b>x</b> [@none] |\n\n', '<b>', 20],
    ['import x from "./x.js"\n\n', 'an import or export'],
    ['Oh {process.env.HOME} ', 'the expression {process.env.HOME}'],
    ['{/* a */ process.exit() /* b */}\n\n', 'the expression {/* a */ process.exit()'],
    ['![A bridge](bridge.png) ', 'an image'],
    ['```\nx\n```\n\n', 'a block of code'],
  ),
  'a hand-written footnote': [
    change(CLOSURE, 'decided it. [@none] → decided it.[^1] [@none]\n\n[^1]: By hand. [@none]'),
    problem(CLOSURE, `18 markup prose: a footnote written by hand | ${MARKDOWN}`),
    problem(CLOSURE, `20 markup prose: a footnote written by hand | ${MARKDOWN}`),
  ],
  'a citation of a missing report in a heading': [
    change(CLOSURE, before('## Who [@herald/3]\n\n')),
    problem(CLOSURE, '18 markup prose: a citation in a heading | the citation in the text below it'),
    problem(CLOSURE, '18 reference citation: "@herald/3" | content/reports/herald.yaml: 1'),
  ],
  'an unused paragraph out of range, which leaves a gap, too': [
    change(GAZETTE, 'paragraph: 4 → paragraph: 5'),
    problem(
      GAZETTE,
      '13 coverage paragraphs: no report and no reason for paragraph 4 | reports/gazette.yaml',
    ),
    problem(GAZETTE, '15 coverage unused[0].paragraph: paragraph 5 | 1 to 4'),
  ],

  // Whole files
  ...files(
    [SHORT_LEDGER, 'source: herald\nreports: []\n', '2 schema reports: [] | at least one report'],
    [SHORT_LEDGER, 'just words', '1 schema all fields: "just words" | fields: `source: …`, `reports: …`'],
    [SHORT_LEDGER, ' \n\n\t\n', `${EMPTY} | a ledger: source and reports`],
    [SHORT_LEDGER, utf16(sound(SHORT_LEDGER)), `1 ${NO_UTF_8}`],
    [
      LEDGER,
      sound(LEDGER).replaceAll('\n  ', '\n\t'),
      '3 syntax YAML: a tab at the start of the line | spaces',
    ],
    [TERM, '---\n- unsafe\n---\n', '2 schema all fields: ["unsafe"] | fields: `title: …`'],
    [
      TERM,
      'The opposite of safe.\n',
      '1 syntax front matter: "The opposite of safe." | a line `---`, the fields, and a line `---`',
    ],
    [TERM, utf16(sound(TERM)), `1 ${NO_UTF_8}`],
    [TERM, latin1(sound(TERM).replace('opposite', 'opposé')), `8 ${NO_UTF_8}`],
    [TERM, '', `${EMPTY} | front matter and prose`],
    [TERM, '\uFEFF', `${EMPTY} | front matter and prose`],
    [HERALD, sound(HERALD).replace(/sha256: .*\n/, ''), '2 schema sha256: nothing | 64 hexadecimal digits'],
    [
      HERALD,
      sound(HERALD).replace(/sha256: .*/, /sha256: .*/.exec(sound(GAZETTE))?.[0] ?? ''),
      `7 duplicate sha256: as in content/${GAZETTE}:12 | no other source is about`,
    ],
    [
      'reports/heralt.yaml',
      sound(SHORT_LEDGER).replace('herald', 'heralt'),
      '1 reference source: "heralt" | content/sources/heralt.mdx | herald',
    ],
    [
      'sources/leaflet.mdx',
      sound(HERALD)
        .replace('title: ', 'title: A leaflet. ')
        .replace('256: f0e4', '256: 0000')
        .replace('short: ', 'short: Leaflet, '),
      '0 coverage ledger: no ledger | content/reports/leaflet.yaml',
    ],
    ['people/eve.md', sound(ADA), '0 file place: a file of another format | files ending in .mdx | eve.mdx'],
    ['reports/gazette.json', '{}', '0 file place: a file of another format | files ending in .yaml'],
    [
      'notes.txt',
      'Remember the soups.',
      '0 file place: a file outside the collections | a folder of groups, events',
    ],
    [
      'people/Ève Smith.mdx',
      sound(ADA),
      '0 file file name: Ève Smith | lower-case words and digits | eve-smith',
    ],
    [
      'published.txt',
      'people/ada.html\npeople/adah.html\nmethod.html\n',
      '2 address address: "people/adah.html" | under `formerly` | people/ada.html',
    ],
  ),
  'a folder in a folder': [
    { 'people/town/eve.mdx': sound(ADA) },
    problem('people/town', '0 file place: a folder | files ending in .mdx, directly in content/people'),
  ],
  'an unknown folder': [
    { 'event/eve.mdx': sound(ADA) },
    problem('event', '0 file place: a folder that is no collection | a folder of groups, events | events'),
  ],
  'a file in the wrong folder': [
    { 'people/old-bridge.mdx': sound(BRIDGE) },
    problem('people/old-bridge.mdx', '2 schema side: nothing | one of militia'),
    problem('people/old-bridge.mdx', `4 schema kind: ${UNKNOWN} | one of title, summary`),
    problem('people/old-bridge.mdx', `5 schema point: ${UNKNOWN} | one of title, summary`),
  ],
  'two ids that differ only by case': [
    { 'people/Ada.mdx': sound(ADA) },
    problem('people/Ada.mdx', '0 file file name: Ada | lower-case words | ada'),
    problem(ADA, '0 duplicate id: content/people/Ada.mdx only by case | an id of its own'),
  ],

  // Duplicates
  'one address for two sources': [
    {
      ...change(
        GAZETTE,
        'sha256: → url: { value: "https://www.example.org/a%c3%a9/", how: located }\nsha256:',
      ),
      ...change(
        HERALD,
        'sha256: → copies: [{ url: "https://example.org/a%C3%A9#top", note: A copy. }]\nsha256:',
      ),
    },
    problem(HERALD, `7 duplicate copies[0].url: as in content/${GAZETTE}:12 | no other source is about`),
  ],
  'one title for two entries of a kind': [
    change('organisations/noticeboard.mdx', 'title: The noticeboard → title: the town'),
    problem(TOWN, '2 duplicate title: as in content/organisations/noticeboard.mdx:2 | title'),
  ],

  // Old ids
  'a link to the old id of an entry': [
    {
      ...change(ADA, formerly('adela')),
      ...change(CLOSURE, '../people/ada.mdx → ../people/adela.mdx'),
      ...change(LEDGER, 'by: people/ada → by: people/adela'),
    },
    problem(CLOSURE, '14 link link: "../people/adela.mdx" | a file-relative link | ../people/ada.mdx'),
    problem(LEDGER, '14 reference reports[1].by: "people/adela" | content/people/ | people/ada'),
  ],
  'a citation by the old id of a source': [
    { ...change(GAZETTE, formerly('courier')), ...change(CLOSURE, '[@gazette/2; → [@courier/2;') },
    problem(CLOSURE, '14 reference citation: "@courier/2" | a report that a ledger holds | gazette/2'),
  ],
  ...edits(TOWN, {
    [formerly('gazette')]:
      `3 duplicate formerly[0].id: "organisations/gazette", which is content/organisations/gazette.mdx | ${TAKEN}`,
  }),
  'an old id that two entries claim': [
    { ...change(ADA, formerly('adela')), ...change(TOWN, formerly('people/adela')) },
    problem(
      TOWN,
      `3 duplicate formerly[0].id: "people/adela", which is an old id of content/people/ada.mdx | ${TAKEN}`,
    ),
  ],

  // Seen sources
  'a seen source with a hash': [
    { ...SEEN_LEDGER, [HERALD]: SEEN.replace('translated:', 'sha256: X\ntranslated:') },
    problem(HERALD, `10 schema sha256: ${UNKNOWN} | read, language, extent, origin, cautions`),
  ],
  'a seen source with a count of paragraphs': [
    { ...SEEN_LEDGER, [HERALD]: SEEN.replace('translated:', 'paragraphs: 1\ntranslated:') },
    problem(HERALD, `10 schema paragraphs: ${UNKNOWN} | read, language, extent, origin, cautions`),
  ],
  'a seen source in an unknown language': [
    { ...SEEN_LEDGER, [HERALD]: SEEN.replace('language: en', 'language: xx') },
    problem(HERALD, '7 schema language: "xx" | one of en, uk, ru, de'),
  ],
  'a report of a seen source with evidence': [
    { [HERALD]: SEEN },
    problem(
      SHORT_LEDGER,
      '6 schema reports[0].evidence: "the bridge is unsafe" | the source is seen, not held',
    ),
  ],
  'a quotation from a seen source': [
    { [HERALD]: SEEN, [SHORT_LEDGER]: SEEN_LEDGER[SHORT_LEDGER]?.replace('is unsafe.', 'is “unsafe”.') },
    problem(SHORT_LEDGER, '5 schema reports[0].says: “unsafe” | our words: the source is seen, not held'),
  ],
  'a quotation from a seen source in prose': [
    {
      [HERALD]: SEEN,
      ...SEEN_LEDGER,
      ...change(CLOSURE, before('It is “never unsafe” [@herald/1] and “a rotten plank”. [@herald/1]\n\n')),
    },
    problem(CLOSURE, '18 citation prose: “a rotten plank”, quoted from a seen source | our words'),
  ],

  // Relations between reports
  'relations in a circle': [
    {
      ...change(SHORT_LEDGER, bearing('gazette/4', 'confirms')),
      ...change(LEDGER, `    answers: [ → ${bears('herald/1', 'confirms')}    answers: [`),
    },
    problem(
      LEDGER,
      '35 relation reports[3].bears_on[0].to: from herald/1 back to gazette/4 | in one direction',
    ),
    problem(
      SHORT_LEDGER,
      '12 relation reports[0].bears_on[0].to: from gazette/4 back to herald/1 | in one direction',
    ),
  ],
  'a correction by the same voice in an older source': [
    {
      ...CORRECTION,
      ...change(HERALD, 'translated: → date: { value: 2024-03-04, how: printed }\ntranslated:'),
    },
    problem(
      SHORT_LEDGER,
      '12 relation reports[0].bears_on[0].to: 2024-03-04, before 2024-03-05 of gazette/4 | or another voice',
    ),
  ],
  'a correction by the same voice in a source without a date': [
    CORRECTION,
    problem(
      SHORT_LEDGER,
      '12 relation reports[0].bears_on[0].to: a source without a date | or another voice',
    ),
  ],

  'several errors at once': [
    {
      ...change(ADA, 'side: kyiv → side: kiev'),
      ...change(LEDGER, 'id: 2\n    paragraph: 2 → id: 2\n    paragraph: 20'),
      ...change(QUESTION, 'would_settle: →   - id: perhaps\n    answer: Perhaps\nwould_settle:'),
      [CLOSURE]: sound(CLOSURE)
        .replace('kind: measure', 'kind: mesure')
        .replace('../people/ada.mdx', '../people/eve.mdx')
        .replace(' [@none]', ''),
      [TERM]: '',
      [HOME]: sound(HOME).replace('summary:', 'summary: x: y').replace('<Timeline />', '<Timetable />'),
      'notes.txt': 'x',
    },
    // The prose of a file is checked even where its fields are wrong.
    problem(CLOSURE, '4 schema kind: "mesure" | one of attack | measure'),
    problem(CLOSURE, '14 link link: "../people/eve.mdx" | a file-relative link | ../people/ada.mdx'),
    problem(CLOSURE, `18 citation prose: No source says | ${EVIDENCE}`),
    problem('notes.txt', '0 file place: a file outside the collections | a folder of'),
    problem(
      HOME,
      `3 syntax YAML: ${COLON} | quotes around the whole value: "x: y What is said of a bridge. [@none]"`,
    ),
    problem(HOME, '8 markup prose: <Timetable /> | one of Timeline | Timeline'),
    problem(ADA, '4 schema side: "kiev" | one of militia | kyiv'),
    problem(QUESTION, '10 position positions[2].id: "perhaps" | at least one report'),
    problem(LEDGER, '11 coverage reports[1].paragraph: paragraph 20 | 1 to 4'),
    problem(TERM, `${EMPTY} | front matter and prose`),
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
