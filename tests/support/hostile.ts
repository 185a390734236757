// The sound library with markup and quotation marks in every free text of its front matter and ledgers.
import { isMap, isScalar, parseDocument, visit } from 'yaml';
import { SOUND } from './library.ts';

/** The markup that is appended to each text. It is one word, since evidence may have at most ten. */
export const HOSTILE = `<script>alert(1)</script>"'&`;

/** The fields that hold free text, alone or in a list. */
const FREE = new Set([
  ...['title', 'aliases', 'answer', 'would_settle', 'says', 'evidence', 'speaker'],
  ...['inferred', 'short', 'printed', 'correct', 'basis', 'reason', 'value'],
]);

function hostileYaml(yaml: string): string {
  const document = parseDocument(yaml);
  visit(document, {
    Scalar(_key, node, path) {
      const field = path.findLast((parent) => 'key' in parent)?.key;
      if (node === field || !isScalar(field) || !FREE.has(String(field.value))) return;
      // References, dates and numbers are not free text.
      const text = String(node.value);
      const typed = field.value === 'value' && /^(?:[a-z]+\/[a-z-]+|[\d-]+)$/.test(text);
      // A question ends in a question mark.
      if (!typed) node.value = text.endsWith('?') ? `${text.slice(0, -1)}${HOSTILE}?` : text + HOSTILE;
    },
  });
  if (!isMap(document.contents)) throw new TypeError('Not a map');
  return document.toString();
}

/** Every file of the sound library with the markup in it, for `libraryWith`. */
export const HOSTILE_LIBRARY: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SOUND).map(([path, text]) => {
    if (path.endsWith('.yaml')) return [path, hostileYaml(text)];
    const [, front = '', body = ''] = /^---\n(.*?)---\n(.*)$/s.exec(text) ?? [];
    return [path, `---\n${hostileYaml(front)}---\n${body}`];
  }),
);
