// A small, sound library of content about an invented closure of a bridge, in which tests make one error at a time.
// None of it is about the subject of the site.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The captured text of the first source: four paragraphs. */
export const CAPTURE = [
  'The old bridge is closed',
  'The mayor said on Monday that the bridge would stay shut for ten days.',
  'Boatmen say it was never unsafe.',
  'Read more: ten soups for winter',
].join('\n');

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Paths under `content/`, with their text. */
export const SOUND: Readonly<Record<string, string>> = {
  'groups/boatmen.mdx': `---
title: The Boatmen
summary: A guild that says the bridge was never unsafe. [@gazette/4]
aliases: [Ferrymen]
side: militia
names: [{ value: Boatmen, reports: [gazette/4] }]
leaders: [{ value: people/ada, reports: [gazette/4] }]
aims: [{ value: To keep the river open, reports: [gazette/4] }]
---

They say that the [old bridge](../places/old-bridge.mdx) was never unsafe. [@gazette/4]
`,
  'events/closure.mdx': `---
title: Closure of the old bridge
summary: The old bridge is closed. [@gazette/1]
kind: measure
date:
  - value: 2024-03-04
    reports: [gazette/2]
    inferred: Monday, in a paper dated Tuesday 5 March 2024
places:
  - value: places/old-bridge
    reports: [gazette/1]
---

The [mayor](../people/ada.mdx) said that it would last ten days. [@gazette/2; @gazette/3]

- It is called a closure. [@gazette/1]

No source says who decided it. [@none]
`,
  'questions/was-it-unsafe.mdx': `---
title: Was the bridge unsafe?
summary: The town and the boatmen differ. [@gazette/4; @herald/1]
about: [places/old-bridge]
positions:
  - id: unsafe
    answer: It was unsafe
  - id: safe
    answer: It was never unsafe
would_settle:
  - The engineer's report
---

Two voices, two answers. [@gazette/4; @herald/1]
`,
  'sources/gazette.mdx': `---
title: The old bridge is closed
summary: A short notice in the Gazette.
short: Gazette
capture: held
publisher:
  value: organisations/gazette
  how: printed
date:
  value: 2024-03-05
  how: printed
sha256: ${sha256(CAPTURE)}
paragraphs: 4
unused:
  - paragraph: 4
    reason: A teaser for soups.
slips:
  - paragraph: 3
    printed: Boatmen
    correct: Boat guild
    basis: The guild's own name
---

A notice of four paragraphs.
`,
  'sources/herald.mdx': `---
title: Bridge unsafe, says town
summary: A line in the Herald.
short: Herald
capture: held
translated: true
sha256: ${sha256('The town says the bridge is unsafe.')}
paragraphs: 1
---

One line.
`,
  'reports/gazette.yaml': `source: gazette
reports:
  - id: 1
    paragraph: 1
    says: The old bridge is closed.
    evidence: The old bridge is closed
    by: self
    mode: reported
    about: [events/closure, places/old-bridge]
  - id: 2
    paragraph: 2
    says: The bridge stays shut for ten days.
    evidence: shut for ten days
    by: people/ada
    via: [organisations/town]
    mode: said
    on: 2024-03-04
    inferred: Monday, in a paper dated Tuesday 5 March 2024
    about: [events/closure]
  - id: 3
    paragraph: 2
    says: Ada is the mayor.
    evidence: The mayor said
    by: self
    mode: reported
    about: [people/ada]
  - id: 4
    paragraph: 3
    says: The bridge was never unsafe.
    evidence: it was never unsafe
    by: groups/boatmen
    speaker: boatmen
    mode: claimed
    about: [places/old-bridge, terms/unsafe]
    answers: [was-it-unsafe/safe]
`,
  'reports/herald.yaml': `source: herald
reports:
  - id: 1
    paragraph: 1
    says: The bridge is unsafe.
    evidence: the bridge is unsafe
    by: organisations/town
    via: [organisations/noticeboard]
    mode: said
    about: [places/old-bridge]
    answers: [was-it-unsafe/unsafe]
`,
  'people/ada.mdx': `---
title: Ada
summary: The mayor. [@gazette/3]
side: kyiv
role:
  - value: Mayor
    reports: [gazette/3]
speaks_for:
  - value: organisations/town
    reports: [gazette/3]
---

She speaks for the [town](../organisations/town.mdx). [@gazette/3]
`,
  'organisations/town.mdx': `---
title: The town
summary: It says that the bridge is unsafe. [@herald/1]
kind: state body
side: kyiv
---

It speaks once. [@herald/1]
`,
  'organisations/gazette.mdx': `---
title: The Gazette
summary: It reports a closure. [@gazette/1]
kind: news outlet
side: press
---

See its [text](../sources/gazette.mdx). [@none]
`,
  'organisations/noticeboard.mdx': `---
title: The noticeboard
summary: Notices hang there. [@none]
kind: platform
side: platform
---

It carries one report. [@herald/1]
`,
  'places/old-bridge.mdx': `---
title: The old bridge
summary: A bridge that is closed. [@gazette/1]
kind: building
point: { latitude: 50.5, longitude: 35.7, precision: 1, from: a survey }
---

It is [closed](../events/closure.mdx). [@gazette/1]
`,
  'terms/unsafe.mdx': `---
title: unsafe
summary: Not safe.
kind: field
used_in: [herald/1]
---

The opposite of safe.
`,
  'pages/home.mdx': `---
title: Claimed & Denied
summary: What is said of a bridge. [@none]
---

The bridge is closed. [@gazette/1]

<Timeline />
`,
  'pages/method.mdx': `---
title: How we know
summary: How it is made. [@none]
---

By reading. [@none]
`,
};

/** Files to replace, to add, or (where the text is `undefined`) to leave out, by their path under `content/`. */
export type Changes = Readonly<Record<string, string | Uint8Array | undefined>>;

/** The time of the last file written, in seconds. */
let written = 0;

/**
 * Writes a file, and the folders that are not there. Gives each file a time of its own: `readContent` reads a file again if
 * its time or its size has changed, and the clock of a disk may give two writes the same time.
 * @returns the topmost path that was not there before, or else the file
 */
function write(file: string, text: string | Uint8Array): string {
  const made = mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  written += 1;
  utimesSync(file, written, written);
  return made ?? file;
}

const LIBRARY: Readonly<Record<string, string>> = { 'published.txt': 'groups/boatmen.html\n', ...SOUND };

/** Writes the sound library with some changes to a temporary folder. */
export function libraryWith(changes: Changes = {}): {
  readonly root: string;
  readonly remove: () => void;
} {
  const root = mkdtempSync(join(tmpdir(), 'claimed and denied ü '));
  for (const [path, text] of Object.entries({ ...LIBRARY, ...changes }))
    if (text !== undefined) write(join(root, 'content', path), text);
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** The library that `inLibrary` changes and restores. */
let lasting: string | undefined;

/** @returns the root of the lasting library, which is removed when the process of the test ends */
function lastingRoot(): string {
  if (lasting === undefined) {
    const { root, remove } = libraryWith();
    // Vitest ends its workers by this signal.
    process.once('SIGTERM', () => {
      remove();
      process.exit();
    });
    lasting = root;
  }
  return lasting;
}

/**
 * Makes changes to one lasting copy of the sound library, and takes them back: `readContent` parses only the changed
 * files again, while a new copy by `libraryWith` is parsed as a whole.
 * @param use gets the root of the library as changed
 */
export function inLibrary<Result>(changes: Changes, use: (root: string) => Result): Result {
  const root = lastingRoot();
  const restore: (() => void)[] = [];
  for (const [path, text] of Object.entries(changes)) {
    const file = join(root, 'content', path);
    const sound = LIBRARY[path];
    if (text === undefined) {
      rmSync(file);
      // A folder without files is not there, as in a repository.
      if (readdirSync(dirname(file)).length === 0) rmdirSync(dirname(file));
    }
    const made = text === undefined ? file : write(file, text);
    restore.unshift(() => {
      if (sound === undefined) rmSync(made, { recursive: true });
      else write(file, sound);
    });
  }
  try {
    return use(root);
  } finally {
    for (const each of restore) each();
  }
}

/** One file of the sound library with a piece of it replaced. @throws RangeError if the file does not contain the piece */
export function edited(path: string, piece: string, replacement: string): Record<string, string> {
  const text = SOUND[path];
  if (text === undefined || !text.includes(piece))
    throw new RangeError(`${path} has no ${JSON.stringify(piece)}`);
  return { [path]: text.replace(piece, () => replacement) };
}
