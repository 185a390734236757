// Usual mistakes of editors: each is refused at the place where it was made, with what would be right.
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unreadable } from '../../src/model/file-text.ts';
import { problemsText } from '../../src/model/problems.ts';
import { readContent } from '../../src/model/read.ts';
import { checkContent } from '../../src/rules/check.ts';
import { contentWith } from '../support/archive.ts';
import { edited, libraryWith, type Changes } from '../support/library.ts';
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
  METHOD,
  problem,
  QUESTION,
  SHORT_LEDGER,
  sound,
  TERM,
  testCases,
  TOWN,
  type Case,
} from '../support/malformed.ts';

const yaml = (path: string, cases: Readonly<Record<string, string>>): Record<string, Case> =>
  edits(
    path,
    Object.fromEntries(
      Object.entries(cases).map(([edit, problem]) => [edit, problem.replace(' ', ' syntax YAML: ')]),
    ),
  );

describe('YAML', () => {
  testCases({
    ...yaml(LEDGER, {
      // Quotation marks
      'evidence: shut → evidence: "shut': '13 " that is never closed | : "shut for ten days"',
      "evidence: shut → evidence: 'shut": "13 ' that is never closed | : 'shut for ten days'",
      "says: Ada is the mayor. → says: 'Ada is the town's mayor.'":
        '22 an apostrophe inside | : "Ada is the town\'s mayor."',
      'says: Ada is the mayor. → says: "Ada is "the" mayor."':
        '22 a quotation mark inside | : \'Ada is "the" mayor.\'',
      'says: Ada is the mayor. → says: "Ada" is the mayor.':
        '22 words behind a quotation mark | quotes around the whole value',
      'says: Ada is the mayor. → says: "Ada \\d"': '22 the backslash in \\d | two backslashes',
      // Spaces
      '    says: Ada →      says: Ada': '22 5 spaces before `says` | 4 spaces, as before `paragraph`',
      '    says: Ada →    says: Ada': '22 3 spaces before `says` | 4 spaces, as before `paragraph`',
      '  - id: 3 →    - id: 3': '20 3 spaces before a list item | 2 spaces',
      '  - id: 3 →  - id: 3': '20 1 space before a list item | 2 spaces',
      '    says: Ada → \t says: Ada': '22 a tab at the start of the line | spaces',
      '    says: Ada → \u00A0   says: Ada': '22 U+00A0 at the start of the line | a space',
      'paragraph: 2\n    says: Ada → paragraph:2\n    says: Ada':
        '21 `paragraph:` without a space | `paragraph: 2`',
      'about: [people/ada] → about:[people/ada]': '26 `about:` without a space | `about: [people/ada]`',
      '- id: 3 → -id: 3': '20 `-` without a space | `- id: 3`',
      // Colons and lines
      'says: Ada → says Ada': '22 `says` without a colon | `says: Ada is the mayor.`',
      'says: Ada → says = Ada': '22 `=` behind `says` | `says: Ada is the mayor.`',
      'says: Ada → says：Ada': '22 `：` behind `says` | `says: Ada is the mayor.`',
      'says: Ada is the mayor. → says: He said: it is.': '22 a colon inside a value | : "He said: it is."',
      'says: Ada is the mayor. → says: Ada is\nthe mayor.':
        '23 a line that has no field: "the mayor." | are indented',
      '  - id: 3 → ---\n  - id: 3': '20 a line `---` | no such line',
      '    by: people/ada →     by: people/ada\n    by: self': '15 `by` a second time | each field once',
      // Brackets and signs
      '[people/ada] → [people/ada': '26 [ that is never closed | ] at the end',
      '[people/ada] → [people/ada}': '26 } closes [ | ]',
      '[people/ada] → [people/ada]]': '26 ] without a bracket | nothing',
      '[events/closure,  → [events/closure,, ': '9 a comma too many | one comma',
      'says: Ada is the mayor. → says: [sic] Ada': '22 words behind ] | : "[sic] Ada"',
      'says: Ada is the mayor. → says: - Ada': '22 a value that begins with - | : "- Ada"',
      'says: Ada is the mayor. → says: ? Ada': '22 a value that begins with ? | : "? Ada"',
      'says: Ada is the mayor. → says: !Ada': '22 a value that begins with ! | : "!Ada"',
      '- id: 3 → -\tid: 3': '20 a tab behind `-` | 1 space: `- id: 3`',
      'evidence: shut → evidence: "shut", "ten': '13 a comma and words behind the value | one value',
      '- id: 3 → - id 3': '20 a list item without a field: "id 3" | `- id: 3`',
      '- id: 3 → -  id: 3': '20 2 spaces behind `-` | 1 space: `- id: 3`',
      '- id: 3 → * id: 3': '20 * before an item of a list | `- id: 3`',
      '- id: 3 → 3. id: 3': '20 3. before an item of a list | `- id: 3`',
      '  - id: 3 →   // ask\n  - id: 3': '20 a line that has no field: "// ask" | `# words` for a comment',
      'says: Ada is the mayor. → says: Ada is #1.': '22 YAML leaves out "#1." | : "Ada is #1."',
    }),
    'a value that begins with |': [
      change(LEDGER, 'says: Ada is the mayor. → says: | Ada'),
      ['syntax', LEDGER, 22, 'YAML', 'a value that begins with |', ': "| Ada"'],
    ],
    ...yaml(ADA, {
      'side: kyiv → side:kyiv': '4 `side:` without a space | `side: kyiv`',
      'side: kyiv → "side": "kyiv",': '4 a comma behind the value | no comma',
      'summary: The mayor. [@gazette/3] → summary: "The mayor." [@gazette/3]':
        '3 words behind a quotation mark | quotes around the whole value',
      'summary: The mayor. [@gazette/3] → summary: [@gazette/3] The mayor.':
        '3 a value that begins with a citation | quotes around the whole value: "[@gazette/3] The mayor."',
      'summary: The → summary: @gazette/3 The':
        '3 a value that begins with @ | quotes around the whole value: "@gazette/3 The',
      'title: Ada → title: Ada\n  - x': '3 a list item below `title` | without that value',
      'title: Ada → title: Ada\n  side:kyiv': '3 `side:` without a space | `side: kyiv`',
    }),
    ...yaml(QUESTION, {
      "  - The engineer's →   -The engineer's": "11 `-` without a space | `- The engineer's report`",
    }),
    ...yaml(BOATMEN, {
      'Boatmen, reports → Boatmen reports': '6 a colon inside a value | or a comma before `reports`',
    }),
    ...edits(ADA, {
      'side: kyiv → ---\nside: kyiv': '4 syntax front matter: a line `---` inside | no such line',
      '---\n\nShe → ———\n\nShe': '11 syntax front matter: "———" | a line `---` behind the last field',
      '---\ntitle → \n---\ntitle': '1 syntax front matter: "" | as the very first line',
    }),
  });
});

describe('values', () => {
  testCases({
    ...edits(LEDGER, {
      'about: [people/ada] → about: people/ada':
        '26 schema reports[2].about: "people/ada" | a list: `[people/ada]`',
      'about: [people/ada] → about:': '26 schema reports[2].about: nothing behind the colon | a list',
      'speaker: boatmen → speaker:':
        '32 schema reports[3].speaker: nothing behind the colon | or no such field',
      'by: people/ada → by: [people/ada]': '14 schema reports[1].by: ["people/ada"] | not a list',
      'id: 2 → id: 2.': '10 schema reports[1].id: 2. | a number as it is counted | 2',
      'about: [people/ada] → about: all': '26 schema reports[2].about: "all" | each value is a reference',
      'was-it-unsafe/safe → was-it-unsafe: safe':
        '35 schema reports[3].answers[0]: {"was | with / and no colon',
      'inferred: Monday, in a paper dated Tuesday 5 March 2024 → inferred: true':
        '18 schema reports[1].inferred: true | the reason, in words',
      'paragraph: 2 → paragraph: "2"': '11 schema reports[1].paragraph: "2" | a whole number, without quotes',
      'on: 2024-03-04 → on: 2024-03-06': '17 schema reports[1].on: "2024-03-06" | until 5 March 2024',
      'by: people/ada → by: ada': '14 reference reports[1].by: "ada" | `self` or | people/ada',
      'by: people/ada → by: People / Ada':
        '14 reference reports[1].by: "People / Ada" | `self` or | people/ada',
      'by: people/ada → by: The town':
        '14 reference reports[1].by: "The town" | `self` or | organisations/town',
      'by: people/ada → by: ../people/ada.mdx':
        '14 reference reports[1].by: "../people | `self` or | people/ada',
      'by: people/ada → by: people/The town': '14 reference reports[1].by: "people/The | `self` or',
      '[organisations/town] → [organisations/town; people/ada]':
        '15 reference reports[1].via[0]: "organisations/town; people/ada" | a comma between two | organisations/town, people/ada',
      'by: people/ada → by: Self': '14 reference reports[1].by: "Self" | `self` or | self',
    }),
    ...edits(TERM, {
      '[herald/1] → [sources/herald/1]': '5 reference used_in[0]: "sources/herald/1" | a report | herald/1',
      '[herald/1] → ["@herald/1"]': '5 reference used_in[0]: "@herald/1" | a report | herald/1',
      '[herald/1] → [herald]': '5 reference used_in[0]: "herald" | a report: source-id/number | herald/1',
      'used_in: → changes:\n  - on: 2024-01-01\n    what: x\n    wy: y\nused_in:':
        '8 schema changes[0].wy: a field the schema does not know | one of on, what, why | why',
      '[herald/1] → herald/1': '5 schema used_in: "herald/1" | a list: `[herald/1]`',
      'kind: field → kind: whatever': '4 schema kind: "whatever" | one of field, site, loaded',
      'kind: field → kind:': '4 schema kind: nothing behind the colon | one of field, site, loaded',
      'title: unsafe → title: "  "': '2 schema title: "  " | some text',
    }),
    ...edits(ADA, {
      'side: kyiv → side: KYIV': '4 schema side: "KYIV" | one of militia | kyiv',
      'side: kyiv → side: Ukraine': '4 schema side: "Ukraine" | one of militia | kyiv',
      'side: kyiv → side: [kyiv]': '4 schema side: ["kyiv"] | not a list',
      'side: kyiv → aliases: [Adela; Adah]\nside: kyiv':
        '4 schema aliases[0]: with `;` between names | a comma',
      'side: kyiv → Side: kyiv': '4 schema Side: a field the schema does not know | one of title | side',
      'role:\n  - value: Mayor\n    reports: [gazette/3] → role: Mayor':
        '5 schema role: "Mayor" | a list: `- ` before its first field: `value: Mayor`, `reports: …`',
    }),
    ...edits(BOATMEN, {
      '[Ferrymen] → [Ferrymen or Rowers]': '4 schema aliases[0]: with `or` between names | a comma',
    }),
    ...edits(QUESTION, {
      'unsafe? → unsafe ?': '2 markup title: a space before ? | right behind the word',
      'It was unsafe → It was unsafe.': '7 markup positions[0].answer: a sign at the end | without the sign',
      'It was unsafe → Was it unsafe?': '7 schema positions[0].answer: "Was it unsafe?" | no ? at its end',
      'unsafe? → unsafe': '2 schema title: "Was the bridge unsafe" | a question, which ends in ?',
      "title: Was the bridge unsafe? → title: 'The bridge is shut: was it unsafe?'":
        '2 schema title: "The bridge is shut: was it unsafe?" | one question, without a statement and a colon before it',
      '  - The →   -\n  - The': '11 schema would_settle[0]: nothing behind `-` | or no such item',
      'would → exclusive: no\nwould': '10 schema exclusive: "no" | true or false | false',
    }),
    ...edits(BRIDGE, {
      'latitude: 50.5 → latitude: 50,5': '5 schema point.5: 5 behind a comma | a decimal point',
      'latitude: 50.5 → latitude: 50.5 N': '5 schema point.latitude: "50.5 N" | without quotes or words',
      'latitude: 50.5, longitude: 35.7 → latitude: 35.7, longitude: 50.5':
        '5 schema point: far from the map | the other way round | latitude: 50.5, longitude: 35.7',
    }),
    ...edits(HERALD, {
      'translated: → url: { value: http://example.org/, how: located }\ntranslated:':
        '6 schema url.value: "http://example.org/" | https:// | https://example.org/',
    }),
    'a hash of digits alone': [
      { [HERALD]: sound(HERALD).replace(/sha256: .*/, `sha256: ${'1'.repeat(64)}`) },
      ['schema', HERALD, 7, 'sha256', '1'.repeat(64), 'in quotation marks', `"${'1'.repeat(64)}"`],
    ],
    'a point far from its region': [
      {
        'places/region.mdx': sound(BRIDGE)
          .replace('old bridge', 'region')
          .replace(/point: .*/, 'area: [RU-BEL]'),
        [BRIDGE]: sound(BRIDGE).replace('kind:', 'within: places/region\nkind:').replace('50.5', '55.5'),
      },
      problem(
        BRIDGE,
        '6 schema point: latitude 55.5, longitude 35.7, far from The region | a point in The region',
      ),
    ],
  });
});

describe('characters', () => {
  testCases({
    ...edits(ADA, {
      'The mayor → The m\u200Bayor': '3 file character: U+200B, an invisible space | delete it',
      'title: Ada → title: A\u202Eda': '2 file character: U+202E, a direction mark | delete it',
      'title: Ada → title: A\u0007da': '2 file character: U+0007, a control character | delete it',
      'title: Ada → title: "A\\u202Eda"': '2 file title: U+202E, a direction mark | delete it',
      'She speaks → She sp\u0435\u0435ks':
        '13 file character: U+0435, the Cyrillic letter е in a Latin word, 2 times | the Latin letter e',
      'She speaks → Sh\u0065\u0301 speaks': '13 file character: U+0301 is a character of its own | \u00E9',
      'She speaks → She \uFB01lms': '13 file character: U+FB01, the ligature | fi',
      'She speaks → She\uE000 speaks': '13 file character: U+E000, a character of one font | that was meant',
      'She speaks → She â€™ speaks': '13 file character: read in another encoding | that was meant',
      'She speaks → She\rspeaks': '13 file character: U+000D, a carriage return alone | LF',
    }),
    'a look-alike letter in a reference': [
      edited(LEDGER, 'by: people/ada', 'by: people/аda'),
      ['file', LEDGER, 14, 'character', 'U+0430, the Cyrillic letter а', 'the Latin letter a'],
      ['reference', LEDGER, 14, 'reports[1].by', '"people/аda"', '`self` or', 'people/ada'],
    ],
    ...edits(ADA, {
      'title: Ada → title: "A\\nda"': '2 markup title: a line break | one line',
      'title: Ada → title: Ada [@gazette/1]': '2 markup title: a citation in a field | no citation',
      'title: Ada → title: Ada [x](../x.mdx)': '2 markup title: a link in a field | words alone',
    }),
  });
});

describe('links', () => {
  const RIGHT = 'a file-relative link';
  const ADA_LINK = '../people/ada.mdx';
  testCases({
    ...edits(
      CLOSURE,
      Object.fromEntries(
        [
          ['../people/ada', RIGHT, ADA_LINK],
          ['../people/ada.html', RIGHT, ADA_LINK],
          ['people/ada.md', RIGHT, ADA_LINK],
          ['../People/Ada.mdx', RIGHT, ADA_LINK],
          ['../../content/people/ada.mdx', RIGHT, ADA_LINK],
          ['..\\people\\ada.mdx', RIGHT, ADA_LINK],
          ['ada', RIGHT, ADA_LINK],
          ['../person/ada.mdx', RIGHT, ADA_LINK],
          ['“../people/ada.mdx”', RIGHT, ADA_LINK],
          ['../reports/gazette.yaml', RIGHT, '../sources/gazette.mdx'],
          ['#top', RIGHT, '../events/closure.mdx#top'],
          ['', RIGHT],
          ['closure.mdx', 'words alone, or an anchor of this page'],
          ['../events/closure.mdx', 'words alone, or an anchor of this page'],
          ['../data.html', 'pages that the site makes itself'],
          ['mailto:ada@example.org', 'no mail address'],
          ['http://example.org/', RIGHT, 'https://example.org/'],
          ['www.example.org', RIGHT, 'https://www.example.org'],
          ['https:/example.org', RIGHT, 'https://example.org'],
          ['https://', 'a whole web address'],
          ['https://example.org/a.', 'without the sign at its end', 'https://example.org/a'],
          ['../sources/gazette.mdx#r9', 'an anchor that sources/gazette has', '../sources/gazette.mdx#r1'],
          [
            '../questions/was-it-unsafe.mdx#position-saf',
            'an anchor',
            '../questions/was-it-unsafe.mdx#position-safe',
          ],
          ['../people/ada.mdx#nothing-here', 'an anchor that people/ada has'],
        ].map(([url, right, near]) => [
          `[mayor](../people/ada.mdx) → [mayor](${url})`,
          `14 link link: ${[JSON.stringify(url), right, near].filter((part) => part !== undefined).join(' | ')}`,
        ]),
      ),
    ),
    ...edits(CLOSURE, {
      '](../people → ] (../people':
        '14 markup prose: a space between [mayor] and | `[mayor](../people/ada.mdx)`',
      '[mayor](../people/ada.mdx) → (mayor)[../people/ada.mdx]':
        '14 markup prose: (mayor)[ | `[mayor](../people/ada.mdx)`',
      '[mayor](../people/ada.mdx) → [[people/ada]]': '14 markup prose: [[people/ada]] | `[words]',
      '[mayor]( → [](': '14 markup prose: a link without words | `[words](../people/ada.mdx)`',
      'ada.mdx) → ada.mdx': '14 markup prose: an address that makes no link | with all its brackets',
      '(../people/ada.mdx) → (../people/old ada.mdx)':
        '14 markup prose: an address that makes no link | no space',
    }),
  });

  test('an anchor of a heading in prose is known', () => {
    const changes = {
      [ADA]: `${sound(ADA)}\n## Her (second) Term\n\nNone. [@none]\n`,
      ...edited(CLOSURE, '../people/ada.mdx', '../people/ada.mdx#her-second-term'),
    };
    expect(checkContent(contentWith(changes)).problems).toEqual([]);
  });
});

describe('prose', () => {
  const markup = (cases: readonly (readonly [text: string, found: string, right: string, line?: number])[]) =>
    edits(
      CLOSURE,
      Object.fromEntries(
        cases.map(([text, found, right, line = 18]) => [
          before(text),
          `${line} markup prose: ${found} | ${right}`,
        ]),
      ),
    );
  testCases({
    ...edits(CLOSURE, {
      [before('import duties rose. [@none]\n\n')]: '18 syntax MDX: begins with `import` | another word',
      [before('export of grain. [@none]\n\n')]: '18 syntax MDX: begins with `export` | another word',
      [before('If x<y then. [@none]\n\n')]: '18 syntax MDX: <y, which begins HTML | `&lt;y`',
      [before('It is <<wet>>. [@none]\n\n')]: '18 syntax MDX: <<wet>>, which begins HTML | “wet”',
      [before('See <https://example.org>. ')]:
        '18 syntax MDX: <https://example.org> | `[words](https://example.org)`',
    }),
    ...edits(ADA, {
      'She →     She': '13 markup prose: spaces or a tab before a paragraph | at the start of the line',
      'She → \t## Work\n\nShe': '13 markup prose: spaces or a tab before a paragraph | at the start',
    }),
    ...markup([
      ['Rain &amp snow. [@none]\n\n', '&amp, the code of a character', 'itself'],
      ['It rained -- twice. [@none]\n\n', '-- between words', 'a comma'],
      ['It "rained". [@none]\n\n', '"rained", in straight quotation marks', '“ before'],
      ['It ~~rained~~ snowed. [@none]\n\n', 'words struck out', 'the words that hold'],
      ['It rained* [@none]\n\n', '* without its partner', 'before and behind'],
      ['It rained. ([@gazette/1])\n\n', 'a citation in brackets of its own', 'the citation alone'],
      ['It rained [?]. [@none]\n\n', '[?], a mark of unfinished text', 'the finished text'],
      ['It rained :smile:. [@none]\n\n', ':smile:, which is shown as it is written', 'without these signs'],
      ['It rained , twice. [@none]\n\n', 'a space before ,', 'right behind the word'],
      ['#Rain came. [@none]\n\n', '# without a space', '`## Rain came.` for a heading'],
      ['Rain\n: water [@none]\n\n', ': water, which is shown', 'each item after `- `', 19],
      ['a) one [@none]\nb) two [@none]\n\n', 'letters in place of a list', 'before each item'],
      ['## Rain [@gazette/1]\n\nIt. [@none]\n\n', 'a citation in a heading', 'in the text below it'],
      ['See [[Ada]](../people/ada.mdx). [@none]\n\n', 'with the words “[Ada]”', '`[Ada](../people/ada.mdx)`'],
      ['See [it][x]. [@none]\n\n', '[it][x], a link without its address', '`[words]'],
      ['It rained [AB1]. [@none]\n\n', '[AB1], the mark of a comment', 'the text alone'],
      ['It rained. [3] [@none]\n\n', '[3], a footnote written by hand', 'a citation in brackets'],
      ['See [here](../people/ada.mdx). [@none]\n\n', 'with the words “here”', 'where it leads'],
      ['See [ada.mdx](../people/ada.mdx). [@none]\n\n', 'with the words “ada.mdx”', 'where it leads'],
      ['It is 5&#176; warm. [@none]\n\n', '&#176;, the code of a character', 'itself'],
      ['# Closure\n\n', 'a first-level heading', '`## Closure`'],
      ['### Who\n\n', 'a heading of level 3 below the title', '`## Who`'],
      ['## Who\n\n#### When\n\n', 'a heading of level 4 below one of level 2', '`### When`', 20],
      ['##\n\n', 'a heading without words', '`## words`'],
      ['Nobody. [@none]\n---\n\n', 'text that the line `---` below it makes a heading', 'a blank line'],
      ['| a |\n|---|\n| b [@none] | c |\n\n', 'a row of 2 cells below a head of 1', '`\\|`', 20],
      ['It **was shut. [@none]\n\n', '** without its partner', 'with no space inside'],
      ['It is ~20~30 metres long. [@none]\n\n', 'words struck out by ~', '“about”'],
      ['**Who did it**\n\n', 'a paragraph of bold words alone', '`## Who did it`'],
      ['Who\tWhat [@none]\n\n', 'a tab between words', '`|` between its cells'],
      ['- [ ] Ask. [@none]\n\n', 'a box to tick', 'without `[ ]`'],
      ['• one [@none]\n\n', '• in place of a list', '`- `'],
      ['-one [@none]\n\n', '- without a space', '`- one`'],
      ['It is [gazette/1]. [@none]\n\n', '[gazette/1], which is no citation', '`[@source/number]`'],
      ['It is [@gazette/1. [@none]\n\n', '[@, which is no citation', '`[@source/number]`'],
      ['It is.[^1] [@none]\n\n', '[^1], a footnote', 'a citation'],
      ['It is.¹ [@none]\n\n', '¹, a footnote', 'a citation'],
      ['It is `[@gazette/1]`. [@none]\n\n', 'a citation inside a piece of code', 'behind it'],
      ['[x [@gazette/1]](../people/ada.mdx)\n\n', 'a citation inside a link', 'behind it'],
      ['TODO: ask. [@none]\n\n', 'TODO, a mark of unfinished text', 'the finished text'],
      ['It ==is==. [@none]\n\n', '==is==, which is shown as it is written', 'without these signs'],
      ['The 22^nd^ day. [@none]\n\n', '^nd^, which is shown', 'without these signs'],
      ['A.\\nB. [@none]\n\n', '\\n in place of a new line', 'a blank line'],
      ['A&nbsp;b. [@none]\n\n', '&nbsp;, the code of a character', 'the character itself'],
      ['It _is. [@none]\n\n', '_ without its partner', 'before and behind'],
      ['It `is. [@none]\n\n', '` without its partner', 'before and behind'],
      ['It “is. [@none]\n\n', '“ or ” without its partner', 'in one paragraph'],
      [':::note\nIt is. [@none]\n\n', ':::note, which is shown', 'the text alone'],
      ['> [!NOTE]\n> It is. [@none]\n\n', '[!NOTE], which is shown', 'the text alone'],
      ['// It is. [@none]\n\n', 'a line that begins with //', 'for a comment'],
      ['2023. It was. [@none]\n\n', 'a list that begins with 2023', '`2023\\.`'],
      [
        '| a | b |\n|---|---|\n| c | d [@none] |\nIt is. [@none]\n\n',
        'a line of text at the end',
        'a blank line',
        21,
      ],
      ['| | |\n|---|---|\n| c | d [@none] |\n\n', 'a head of a table without words', 'a word above'],
      ['## Who\n\n## When\n\n', 'the heading “Who” with nothing below it', 'or no heading'],
      ['## Who\n\nA. [@none]\n\n## Who\n\n', 'the heading “Who” a second time', 'other words', 22],
      ['It is the the bridge. [@none]\n\n', 'the word “the” twice in a row', 'the word once'],
      ['Ada is mayor.She is. [@none]\n\n', 'mayor.She, without a space', '`mayor. She`'],
      ['Wet,cold. [@none]\n\n', 'Wet,cold, without a space', '`Wet, cold`'],
      ['It rained... [@none]\n\n', '..., full stops in a row', 'or … for words left out'],
      ['It is. [@gazette/1]; [@gazette/2].\n\n', 'two citations', '`[@gazette/1; @gazette/2]`'],
      ['It is. [@gazette/1]Wet.\n\n', 'Wet right behind a citation', '`[@gazette/1] Wet`'],
      ['It rained (twice. [@none]\n\n', 'a bracket ( or ) without its partner', 'and ) behind'],
      ['It rained [@none]\n\n', 'a paragraph without a full stop', 'behind the last word'],
      ['It “ rained ”. [@none]\n\n', 'a space inside quotation marks', 'beside the words'],
      ['It rained - twice. [@none]\n\n', 'a hyphen between words', 'a comma'],
      ["The mayor's. [@none]\n\n", "mayor's, with a straight apostrophe", '`mayor’s`'],
      ['The mayor´s. [@none]\n\n', 'mayor´s, with an accent alone', '`mayor’s`'],
      ['Wet -> cold. [@none]\n\n', '->, a sign drawn', 'a word'],
      ['On 05/22/2023 it rained. [@none]\n\n', '05/22/2023, a date in figures', '22 May 2023'],
      ['On May 22, 2023 it rained. [@none]\n\n', 'May 22, 2023, a date in another order', '22 May 2023'],
      ['On 31 June it rained. [@none]\n\n', '31 June, a day that does not exist', 'of that month'],
      ['It is 50,5 metres. [@none]\n\n', '50,5, with a decimal comma', '`50.5`'],
      ['It rained. it snowed. [@none]\n\n', 'a full stop before a small letter', 'a capital letter'],
      ['See https//example.org. [@none]\n\n', 'https//example.org., which is no address', 'https://'],
      ['[Ada](../people/ada.mdx)word. [@none]\n\n', '“word” right behind a link', 'a space'],
      ['## It rained.\n\nSo. [@none]\n\n', 'a heading that ends in .', 'without the sign'],
      ['<timeLine />\n\n', '<timeLine>', 'the component alone: `<Timeline />`'],
      ['It is [x](#who is). [@none]\n\n', 'an address that makes no link', 'no space'],
      ['See <Timeline /> here. [@none]\n\n', '<Timeline /> inside a paragraph', 'on a line of its own'],
      [`${'*a '.repeat(20)}b${'c*'.repeat(20)} [@none]\n\n`, 'nested 21 levels deep', 'fewer'],
    ]),
    ...edits(CLOSURE, {
      [before('<<<<<<< HEAD\n')]: '18 file content: a mark of a merge | one version',
      [before(`${'> '.repeat(500)}x\n\n`)]: '18 file content: ten levels deep | fewer levels',
      [before(`${'['.repeat(500)}\n\n`)]: '18 file content: more than 100 [ in a row | text',
      [before(`${'word '.repeat(2500)}\n\n`)]: '18 file content: a line of more than 10000 | shorter lines',
      [before('It is. [@gazette/1, @gazette/2]\n\n')]:
        '18 reference citation: "@gazette/1, @ | [@gazette/1; @gazette/2]',
      [before('It is. [@gazette/1; @gazette/1]\n\n')]: '18 reference citation: "@gazette/1" | once',
      [before('It is. [@gazette/9]\n\n')]: '18 reference citation: "@gazette/9" | gazette.yaml: 1 to 4',
      [before('It is. [@None]\n\n')]: '18 reference citation: "@None" | a citation such as | none',
      [before('<Timeline />\n\n<Timeline />\n\n')]:
        '20 duplicate prose: <Timeline /> a second time | once on a page',
      [before('## About\n\n')]: '18 duplicate heading: the anchor #about | other words',
      'No source says who decided it. → Who decided it is not told.':
        '18 phrase prose: "is not told" | "X says …", or "the text does not say …"',
      'No source says who → Neither of the two texts says who':
        '18 count prose: "the two texts", a count | words without a number',
    }),
    ...edits(BRIDGE, {
      'A bridge that is closed. → A bridge that two texts call closed.':
        '3 count summary: "two texts", a count | words without a number',
    }),
    ...edits(ADA, {
      'role: → side_note: The two sources say so.\nrole:':
        '5 count side_note: "The two sources", a count | words without a number',
    }),
  });
});

describe('fields that have to fit each other', () => {
  testCases({
    ...edits('organisations/noticeboard.mdx', {
      'side: platform → side: press': '5 schema side: "press" | `platform` for `kind: platform`',
    }),
    ...edits(TERM, {
      'kind: field → kind: loaded': '4 schema kind: "loaded" | `instead` too: the word that this site uses',
      'used_in: → instead: shut\nused_in:': '5 schema instead: "shut" | no such field, or `kind: loaded`',
    }),
    ...edits(ADA, {
      'side: kyiv → side: platform': '4 schema side: "platform" | a person is no platform',
      'value: Mayor → value: people/ada': '6 schema role[0].value: "people/ada" | words, not a reference',
      'title: Ada → title: A&nbsp;da': '2 markup title: the code of a character | itself',
      'title: Ada → title: The “Ada': '2 markup title: a quotation mark | before and',
      'summary: The → summary: |-\n  - She rules.\n  - The': '3 markup summary: - at the start | alone',
    }),
    ...edits(HERALD, {
      'translated: → url: { value: https://localhost/a, how: located }\ntranslated:':
        '6 schema url.value: "https://localhost/a" | a public page',
    }),
    ...edits(BRIDGE, {
      'kind: → area: [ru_bel]\nkind:': '4 schema area[0]: "ru_bel" | ISO 3166 | RU-BEL',
      'It is [closed] → <Disputes />\n\nIt is [closed]':
        '8 markup prose: <Disputes /> on a page | `disputes: [',
    }),
    'a region within a building': [
      {
        'places/region.mdx': sound(BRIDGE)
          .replace('old bridge', 'region')
          .replace('kind: building', 'within: places/old-bridge\nkind: region'),
      },
      ['schema', 'places/region.mdx', 4, 'within', '"places/old-bridge, a building"', 'a region can lie'],
    ],
    ...edits(LEDGER, {
      'Ada is → TODO Ada is': '22 markup reports[2].says: a mark of unfinished text | the finished',
      '    by: self →     by: self\n    speaker: a clerk':
        '8 schema reports[0].speaker: "a clerk" | no `speaker`',
      'on: 2024-03-04 → on: 2024-O3-04': '17 schema reports[1].on: "2024-O3-04" | digits | 2024-03-04',
      'on: 2024-03-04 → on: 2024-03-01/04':
        '17 schema reports[1].on: /04" | two whole | 2024-03-01/2024-03-04',
    }),
    ...edits(ADA, {
      'speaks_for: →   - { value: Mayor, reports: [gazette/2], note: Of the town }\nspeaks_for:':
        '8 duplicate role[1]: "mayor" a second time | with all its reports, or a note at each',
      'side: → changes:\n  - { on: 2024-05-01, what: A., why: B. }\n  - { on: 2024-05-01, what: A., why: B. }\nside:':
        '6 duplicate changes[1]: "2024-05-01: a." a second time | once',
    }),
    ...edits(SHORT_LEDGER, {
      '/unsafe]\n → /unsafe]\n    bears_on:\n      - { to: gazette/4, how: contradicts, why: It does. }\n      - { to: gazette/4, how: confirms, why: It does. }\n':
        '14 duplicate reports[0].bears_on[1]: "gazette/4" a second time | once',
    }),
  });
});

describe('entries', () => {
  const copy = (path: string, title: string): string => sound(path).replace(/title: .*/, `title: ${title}`);
  const partOf = (id: string, text: string): string => text.replace('kind:', `part_of: events/${id}\nkind:`);
  testCases({
    ...files(
      ...[
        ['people/index.mdx', 'index, the name of the index of people'],
        ['people/con.mdx', 'a device of Windows'],
        ['pages/people.mdx', 'a folder'],
        ['pages/search.mdx', 'search, the name of a page that the site makes itself'],
        ['pages/data.mdx', 'data, the name of a page that the site makes itself'],
        ['pages/404.mdx', '404, the name of a page that the site makes itself'],
      ].map(([path = '', found]) => {
        const like = path.startsWith('pages/') ? METHOD : ADA;
        return [path, copy(like, 'Another'), `0 address file name: ${found} | another name`] as const;
      }),
    ),
    ...edits(CLOSURE, {
      'kind: → part_of: events/closure\nkind:':
        '4 reference part_of: events/closure, the entry itself | lead back',
    }),
    'events that are parts of one another': [
      {
        [CLOSURE]: partOf('rain', sound(CLOSURE)),
        'events/rain.mdx': partOf('wind', copy(CLOSURE, 'Rain')),
        'events/wind.mdx': partOf('closure', copy(CLOSURE, 'Wind')),
      },
      problem(
        CLOSURE,
        '4 reference part_of: events/closure → events/rain → events/wind → events/closure | lead back',
      ),
    ],
    ...edits(BRIDGE, {
      'kind: → within: places/old-bridge\nkind:': '4 reference within: the entry itself | lead back',
    }),
    ...edits(LEDGER, {
      '[was-it-unsafe/safe] → [was-it-unsafe/safe, was-it-unsafe/unsafe]':
        '35 position reports[3].answers[1]: was-it-unsafe/unsafe beside was-it-unsafe/safe | exclude each other',
      '[was-it-unsafe/safe] → [was-it-unsafe/safe, was-it-unsafe/safe]':
        '35 duplicate reports[3].answers[1]: "was-it-unsafe/safe" a second time | once',
      '[people/ada] → [people/ada, people/ada]':
        '26 duplicate reports[2].about[1]: "people/ada" a second time | once',
    }),
    ...edits(HERALD, {
      'short: Herald → short: gazette':
        '4 duplicate short: "gazette", as in content/sources/gazette.mdx:4 | no other source',
    }),
    ...edits(QUESTION, {
      'It was never unsafe → it was unsafe':
        '9 duplicate positions[1].answer: "it was unsafe" | no other position',
    }),
    ...edits(BOATMEN, {
      '[Ferrymen] → [Ferrymen, ferrymen]': '4 duplicate aliases[1]: "ferrymen" a second time | once',
    }),
  });
});

describe('files', () => {
  const ADDRESS = 'one address a line';
  const BIG = '0 file file: a file of 5.2 MB | at most 1 MB';
  const large = (path: string): string => `${sound(path)}${'#\n'.repeat(2_600_000)}`;
  testCases({
    'a ledger whose name has another ending': [
      { [SHORT_LEDGER]: undefined, 'reports/herald.yml': sound(SHORT_LEDGER) },
      problem('reports/herald.yml', '0 file place: another format | files ending in .yaml | herald.yaml'),
    ],
    'a page whose name has capitals in its ending': [
      { [ADA]: undefined, 'people/ada.MDX': sound(ADA) },
      problem('people/ada.MDX', '0 file place: another format | files ending in .mdx | ada.mdx'),
    ],
    'no folder of ledgers': [
      { [LEDGER]: undefined, [SHORT_LEDGER]: undefined },
      problem('reports', '0 file folder: no such folder, and 27 references | the folder'),
    ],
    'a ledger that was deleted': [
      { [LEDGER]: undefined },
      problem(GAZETTE, `0 coverage ledger: no ledger | content/${LEDGER}`),
    ],
    ...files(
      [HOME, undefined, '0 file file: no such file | the first page'],
      [ADA, large(ADA), BIG],
      [LEDGER, large(LEDGER), BIG],
      [
        TERM,
        Buffer.from('PK\u0003\u0004\u0014\u0000\u0006\u0008'),
        '0 file content: a file that is no text | an editor for plain text',
      ],
      [TERM, Buffer.from(sound(TERM), 'utf16le'), '1 file encoding: the text is in UTF-16 | saved as UTF-8'],
      [
        'people/.mdx',
        sound(ADA).replace('Ada', 'Eve'),
        '0 file file name: an ending alone | lower-case words',
      ],
      ['published.txt', 'groups/boatmen.html\n# people\n', `2 address address: "# people" | ${ADDRESS}`],
      ...[BOATMEN, '/groups/boatmen', 'https://example.org/groups/boatmen.html'].map(
        (address) =>
          [
            'published.txt',
            `${address}\n`,
            `1 address address: ${address} | ${ADDRESS} | groups/boatmen.html`,
          ] as const,
      ),
    ),
    'a name with its ending twice': [
      { [ADA]: undefined, 'people/ada.mdx.mdx': sound(ADA) },
      problem('people/ada.mdx.mdx', '0 file file name: ada.mdx | lower-case words | ada'),
    ],
    'a ledger among the sources': [
      { [SHORT_LEDGER]: undefined, 'sources/herald.yaml': sound(SHORT_LEDGER) },
      problem(HERALD, `0 coverage ledger: no ledger | content/${SHORT_LEDGER}`),
      problem(
        'sources/herald.yaml',
        `0 file place: another format | files ending in .mdx | content/${SHORT_LEDGER}`,
      ),
    ],
  });

  /** The problems of the sound library after its folder was changed, as file, found and expected. */
  const after = (change: (content: string) => void): string[][] => {
    const { root, remove } = libraryWith();
    try {
      change(join(root, 'content'));
      return checkContent(readContent(root)).problems.map(({ file, found, expected }) => [
        file,
        found,
        expected,
      ]);
    } finally {
      remove();
    }
  };

  test.each<[string, (content: string) => void, string[]]>([
    [
      'a symbolic link',
      (content) => symlinkSync(join(content, ADA), join(content, 'people/eve.mdx')),
      ['content/people/eve.mdx', 'a symbolic link', 'the file itself in place of the link'],
    ],
    [
      'a pipe',
      (content) => execFileSync('mkfifo', [join(content, 'people/eve.mdx')]),
      ['content/people/eve.mdx', 'a pipe or device', 'files ending in .mdx, directly in content/people'],
    ],
    [
      'no content',
      (content) => rmSync(content, { recursive: true }),
      [
        'content',
        'no folder that can be read',
        'the folder `content`, in the folder in which the command runs or that CONTENT_ROOT names',
      ],
    ],
    [
      'an empty folder',
      (content) => {
        rmSync(content, { recursive: true });
        mkdirSync(content);
      },
      ['content/pages', 'no such folder, and 0 references to what was in it', 'the folder'],
    ],
    [
      'a folder in place of the published addresses',
      (content) => {
        rmSync(join(content, 'published.txt'));
        mkdirSync(join(content, 'published.txt'));
      },
      [
        'content/published.txt',
        'a folder that is no collection',
        expect.stringContaining('a folder of') as string,
      ],
    ],
    [
      'published addresses in UTF-16',
      (content) => writeFileSync(join(content, 'published.txt'), Buffer.from('\uFEFFindex.html', 'utf16le')),
      [
        'content/published.txt',
        'bytes that are not UTF-8: the text is in UTF-16',
        'a list of addresses, saved as UTF-8',
      ],
    ],
    [
      'a link in place of a folder',
      (content) => {
        renameSync(join(content, 'people'), join(content, '../people'));
        symlinkSync(join(content, '../people'), join(content, 'people'));
      },
      ['content/people', 'a symbolic link', 'a folder content/people'],
    ],
  ])('%s', (_what, change, problem) => expect(after(change)).toEqual([problem]));

  test('a file in place of a folder', () => {
    const problems = after((content) => {
      rmSync(join(content, 'terms'), { recursive: true });
      writeFileSync(join(content, 'terms'), '');
    });
    expect(problems.map(([file, found]) => [file, found])).toEqual([
      ['content/terms', 'a file'],
      ['content/terms', 'no such folder, and 1 reference to what was in it'],
    ]);
  });

  // The administrator of a machine may read every file.
  test.skipIf(process.getuid?.() === 0)('a file without permission', () => {
    expect(after((content) => chmodSync(join(content, ADA), 0))[0]?.[1]).toContain('permission');
  });

  test('what the operating system refuses is told in words', () => {
    const refused = (code: string): Error => Object.assign(new Error(code), { code });
    expect(unreadable(refused('EACCES')).found).toContain('permission');
    expect(unreadable(refused('EIO')).found).toBe('a file that cannot be read (EIO)');
    expect(() => unreadable(new TypeError('a bug'))).toThrow('a bug');
  });
});

describe('warnings', () => {
  test.each<[Changes, place: string, found: string]>([
    // One name for two entries
    [change(BOATMEN, '[Ferrymen] → [Ada]'), `${ADA}:2`, '"Ada", as in content/groups/boatmen.mdx:4'],
    [
      change(TOWN, 'kind: → aliases: [Ferrymen]\nkind:'),
      `${TOWN}:4`,
      '"Ferrymen", as in content/groups/boatmen.mdx:4',
    ],
    // A carrier that is the voice, and one that is the publisher
    [
      change(SHORT_LEDGER, 'noticeboard] → noticeboard, organisations/town]'),
      `${SHORT_LEDGER}:8`,
      'organisations/town, which is the voice too (line 7)',
    ],
    [
      change(LEDGER, '[organisations/town] → [organisations/gazette]'),
      `${LEDGER}:15`,
      'organisations/gazette, the publisher of the source',
    ],
    [
      change(ADA, 'summary: The mayor. → summary: |-\n  The mayor. [@gazette/3]\n\n  Since May.'),
      `${ADA}:3`,
      '2 paragraphs',
    ],
    // A slip without a correction
    [change(GAZETTE, 'correct: Boat guild → correct: Boatmen'), `${GAZETTE}:20`, '"Boatmen"'],
    // Days that have not come, a slip in a year, and an event long before the sources
    [
      change(ADA, 'side: → changes: [{ on: 2199-01-01, what: A., why: B. }]\nside:'),
      `${ADA}:4`,
      '"2199-01-01"',
    ],
    [change(GAZETTE, 'value: 2024-03-05 → value: 2199-03-05'), `${GAZETTE}:10`, '"2199-03-05"'],
    [change(LEDGER, 'on: 2024-03-04 → on: 1924-03-04'), `${LEDGER}:17`, '"1924-03-04"'],
    [change(CLOSURE, 'value: 2024-03-04 → value: 2014-03'), `${CLOSURE}:6`, '"2014-03"'],
    // Signs and capitals
    [change(ADA, 'title: Ada → title: <b>Ada</b>'), `${ADA}:2`, 'a tag of HTML'],
    [change(ADA, 'title: Ada → title: Ada &amp; Eve'), `${ADA}:2`, 'the code of a character'],
    [change(LEDGER, 'Ada is → Ad&#225; is'), `${LEDGER}:22`, 'the code of a character'],
    [change(LEDGER, 'Ada is → Ada is "so"'), `${LEDGER}:22`, 'straight quotation marks'],
    [change(ADA, 'title: Ada → title: ADA SMITH'), `${ADA}:2`, 'capital letters alone'],
    // Published addresses
    [{ 'published.txt': '\n' }, 'published.txt:0', 'an empty list'],
    [{ 'published.txt': undefined }, 'published.txt:0', 'no such file'],
    // A region that maps do not have, and a point far from the map
    [change(BRIDGE, 'kind: → area: [RU-XXX]\nkind:'), `${BRIDGE}:4`, '"RU-XXX"'],
    [change(BRIDGE, '50.5 → 0'), `${BRIDGE}:5`, 'latitude 0'],
  ])('%j: %s has %s', (changes, place, found) => {
    const { problems, warnings } = checkContent(contentWith(changes));
    const [path, line] = place.split(':');
    expect(problems).toEqual([]);
    expect(warnings).toMatchObject([
      { file: `content/${path}`, line: Number(line), found: expect.stringContaining(found) as string },
    ]);
  });
});

test('a long list of problems is cut, with a count', () => {
  const problem = { rule: 'schema', line: 1, column: 1, field: 'x', found: 'x', expected: 'y' } as const;
  const many = Array.from({ length: 253 }, (_none, index) => ({ ...problem, file: `content/${index}` }));
  const text = problemsText(many);
  expect(text.match(/^content/gm)).toHaveLength(50);
  expect(text).toMatch(/… and 203 further problems\. .*\n\n253 problems in the content\.$/);
});
