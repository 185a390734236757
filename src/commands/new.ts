// `npm run new -- KIND ID` writes a content file from the template of its kind (docs/templates/), for an editor to fill in.
// `npm run new -- source ID FILE` also writes the hash and the paragraph count of the captured text FILE, and a ledger with
// one empty report for each paragraph. With `--seen` in place of FILE, the source was read and not captured.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { NEW_KINDS } from '../model/collections.ts';
import { nearest } from '../model/problems.ts';
import { slugOf } from '../model/read-entry.ts';
import { MDX_COLLECTIONS, SLUG } from '../model/references.ts';
import { contentRoot, PROJECT } from '../project.ts';
import { readCapture } from '../rules/fixity.ts';

const KINDS: readonly string[] = Object.values(NEW_KINDS);

const USAGE = `Usage: npm run new -- source ID FILE    FILE is the captured text, outside the project
       npm run new -- source ID --seen  for a page that was read and not captured
       npm run new -- KIND ID           KIND is ${KINDS.filter((kind) => kind !== 'source').join(', ')}
ID is the name of the file and a part of the page's address: lower-case words and digits with hyphens, such as old-bridge.`;

/** A mistake in the command, told to the editor. */
class UsageError extends Error {}

/** The folder of the templates. */
const TEMPLATES = join(PROJECT, 'docs/templates');

/**
 * Empties the fields of a template. The value of the template stays above each field as an example.
 * @param values the values of the fields that are known
 */
function emptied(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(
    /^( *)(- )?(\w+): (.+)$/gm,
    (_line, indent: string, dash = '', field: string, example: string) => {
      const value = values[field];
      return value === undefined
        ? `${indent}# For example: ${example}\n${indent}${dash}${field}:`
        : `${indent}${dash}${field}: ${value}`;
    },
  );
}

/** How many words of a paragraph tell an editor which it is. */
const FIRST_WORDS = 6;

/** A ledger with one empty report for each paragraph. The first report has the comments of the template. */
function emptyLedger(template: string, id: string, paragraphs: readonly string[]): string {
  const [head = '', row = ''] = template.split(/(?<=^reports:\n)/m);
  const bare = row.replace(/^ *#.*\n/gm, '').replace(/: .*$/gm, ':');
  const rows = paragraphs.map((paragraph, index) => {
    const words = paragraph.trim().split(/\s+/);
    const first = `${words.slice(0, FIRST_WORDS).join(' ')}${words.length > FIRST_WORDS ? ' …' : ''}`;
    const numbers = { id: index + 1, paragraph: index + 1 };
    const fields = index === 0 ? emptied(row, numbers) : bare.replace(/(id|paragraph):/g, `$1: ${index + 1}`);
    return `  # Paragraph ${index + 1}: ${first}\n${fields}`;
  });
  return emptied(head, { source: id }) + rows.join('');
}

/** The files of a new source, by their path from the project's root. @param file the captured text, or `--seen` */
function newSource(id: string, file: string | undefined): Record<string, string> {
  const [source, ledger] = [`content/sources/${id}.mdx`, `content/reports/${id}.yaml`];
  if (file === '--seen')
    return {
      [source]: emptied(readTemplate('seen-source.mdx'), { capture: 'seen' }),
      [ledger]: emptied(readTemplate('seen-ledger.yaml'), { source: id, id: 1 }),
    };
  if (file === undefined) throw new UsageError(`A source needs the captured text.\n${USAGE}`);
  if (resolve(file).startsWith(PROJECT))
    throw new UsageError(`${file} is in the project. Keep the text outside: it is somebody else's work.`);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new UsageError(`${file}: no such file.`);
  const capture = readCapture(readFileSync(file));
  if (typeof capture === 'string') throw new UsageError(`${file}: ${capture}.`);
  const { sha256, paragraphs } = capture;
  const values = { capture: 'held', sha256: `'${sha256}'`, paragraphs: paragraphs.length, unused: '[]' };
  return {
    [source]: emptied(readTemplate('source.mdx'), values),
    [ledger]: emptyLedger(readTemplate('ledger.yaml'), id, paragraphs),
  };
}

const readTemplate = (name: string): string => readFileSync(join(TEMPLATES, name), 'utf8');

/**
 * Writes the files of a new entry.
 * @param root the folder that holds `content/`
 * @param words the words of the command: the kind, the id, and the captured text of a source or `--seen`
 * @returns the paths of the files from the root
 * @throws UsageError if the command is wrong, or a file is there already; nothing is then written
 */
export function newEntry(root: string, words: readonly string[]): string[] {
  const [kind, id, file, ...more] = words;
  if (kind === undefined || id === undefined || more.length > 0) throw new UsageError(USAGE);
  const name = MDX_COLLECTIONS.find((each) => each === kind || NEW_KINDS[each] === kind);
  if (name === undefined) {
    const near = nearest(kind, KINDS);
    throw new UsageError(`${kind}: no kind of file${near ? ` (nearest: ${near})` : ''}.\n${USAGE}`);
  }
  if (!SLUG.test(id)) {
    const near = slugOf(id);
    throw new UsageError(`${id}: no id${near ? ` (nearest: ${near})` : ''}.\n${USAGE}`);
  }
  const files =
    name === 'sources'
      ? newSource(id, file)
      : { [`content/${name}/${id}.mdx`]: emptied(readTemplate(`${NEW_KINDS[name]}.mdx`), {}) };
  const there = Object.keys(files).find((path) => existsSync(join(root, path)));
  if (there !== undefined) throw new UsageError(`${there} is there already. Nothing was written.`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return Object.keys(files);
}

if (import.meta.main) {
  try {
    const paths = newEntry(contentRoot(), process.argv.slice(2));
    console.log(`Written:\n${paths.map((path) => `    ${path}`).join('\n')}`);
    console.log('Fill in the fields that have no value. `npm run check` names what is missing.');
    if (paths.some((path) => path.startsWith('content/sources/')))
      console.log(
        'Older sentences may be false now: search content/ for “text we saved” and “texts we saved”.',
      );
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
