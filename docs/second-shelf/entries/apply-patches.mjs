// Applies PATCHES.md to a content folder: node apply-patches.mjs [CONTENT_FOLDER] (default: content). Each patch fails loudly.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = process.argv[2] ?? 'content';
const text = readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'PATCHES.md'), 'utf8');
let failed = 0;
const fail = (file, words) => { failed += 1; console.error(`PATCH ${file}: ${words}`); };

/** Splits a file into the lines of its front matter and its body. */
function split(source) {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source);
  return { front: match[1].split('\n'), body: match[2] };
}
/** Appends items to a list of the front matter, block or flow, or makes the list. */
function append(front, key, lines) {
  const at = front.findIndex((line) => line.startsWith(`${key}:`));
  if (at < 0) return front.push(`${key}:`, ...lines);
  const rest = front[at].slice(key.length + 1).trim();
  if (rest === '[]') return front.splice(at, 1, `${key}:`, ...lines);
  if (rest.startsWith('[')) {
    const old = rest.slice(1, -1).split(',').map((item) => `  - ${item.trim()}`);
    return front.splice(at, 1, `${key}:`, ...old, ...lines);
  }
  let end = at + 1;
  while (end < front.length && /^\s/.test(front[end])) end += 1;
  front.splice(end, 0, ...lines);
}

for (const section of text.split(/^## (?=\S+\.(?:mdx|yaml)$)/m).slice(1)) {
  const file = section.slice(0, section.indexOf('\n'));
  const path = join(root, file);
  let source = readFileSync(path, 'utf8');
  const ops = [...section.matchAll(/^([a-z]+(?: [a-z_]+)?):\n~~~\n([\s\S]*?)\n~~~$/gm)].map(([, op, block]) => ({ op, block }));
  for (const [index, { op, block }] of ops.entries()) {
    if (op === 'answer') {
      // id: question/position
      const [id, answer] = block.split(': ');
      const start = source.indexOf(`\n  - id: ${id}\n`);
      const next = source.indexOf('\n  - id: ', start + 5);
      const row = source.slice(start, next < 0 ? undefined : next);
      const changed = /\n    answers: \[/.test(row)
        ? row.replace(/(\n    answers: \[[^\]]*)\]/, `$1, ${answer}]`)
        : row.replace(/(\n    about: .*)/, `$1\n    answers: [${answer}]`);
      if (start < 0 || changed === row) fail(file, `no row ${id}`);
      source = source.replace(row, () => changed);
      continue;
    }
    if (op === 'with') continue;
    if (op === 'replace') {
      const parts = source.split(block);
      if (parts.length !== 2) { fail(file, `${parts.length - 1} times: ${block.slice(0, 70)}`); continue; }
      source = parts.join(ops[index + 1].block);
      continue;
    }
    const { front, body } = split(source);
    let after = body;
    if (op === 'summary') {
      const at = front.findIndex((line) => line.startsWith('summary:'));
      front.splice(at, 1, `summary: ${block}`);
    } else if (op === 'front') {
      const key = block.slice(0, block.indexOf(':'));
      const at = front.findIndex((line) => line.startsWith(`${key}:`));
      if (at >= 0) front.splice(at, 1, ...block.split('\n'));
      else {
        const before = front.findIndex((line) => /^(positions|would_settle):/.test(line));
        front.splice(before < 0 ? front.length : before, 0, ...block.split('\n'));
      }
    } else if (op.startsWith('list ')) append(front, op.slice(5), block.split('\n'));
    else if (op === 'change') append(front, 'changes', [`  - on: 2026-11-27`, ...block.split('\n').map((line) => `    ${line}`)]);
    else if (op === 'append') after = `${body.trimEnd()}\n\n${block}\n`;
    else fail(file, `unknown op ${op}`);
    source = `---\n${front.join('\n')}\n---\n${after}`;
  }
  writeFileSync(path, source);
}
if (failed) process.exitCode = 1;

// The general patch: “No source” and “no text” meant the five.
const { readdirSync, existsSync } = await import('node:fs');
const here = dirname(fileURLToPath(import.meta.url));
for (const collection of ['events', 'groups', 'questions', 'people', 'organisations', 'places']) {
  for (const name of readdirSync(join(root, collection))) {
    if (existsSync(join(here, collection, name))) continue;
    const path = join(root, collection, name);
    const old = readFileSync(path, 'utf8');
    const text = old
      .replace(/\bno other (?:text|source)(?! of the five)\b/g, 'no other of the five texts')
      .replace(/\bNo other (?:text|source)(?! of the five)\b/g, 'No other of the five texts')
      .replace(/(?<!\b(?:names?|gives?|has|cites?) )\bno (?:text|source)( here)?\b/g, 'none of the five texts')
      .replace(/\bNo (?:text|source)( here)?\b/g, 'None of the five texts');
    if (text !== old) writeFileSync(path, text);
  }
}
