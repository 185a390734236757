// Sentences about nothing in particular, with the length and the variety of real prose.
import type { Random } from './random.ts';

const NOUNS =
  'bridge river boat harbour market council letter meadow tower bell lantern orchard mill ferry road wall garden bakery library school station clock bench window roof square well path field gate'.split(
    ' ',
  );
const VERBS =
  'closed opened moved repaired painted counted measured carried guarded emptied filled crossed visited numbered described drew lowered raised cleaned sold'.split(
    ' ',
  );
const ADJECTIVES =
  'old new narrow wide quiet crowded northern southern wooden stone empty bright early late small tall broken plain distant famous'.split(
    ' ',
  );
const ENDS =
  'before the winter|after the fair|in the first week of spring|with two helpers|for the third time|without a word|on the day of the feast|as the record has it|against the advice of the guild|from one end to the other'.split(
    '|',
  );
const SYLLABLES =
  'al ber cor dan el fen gor hal is jor kel lun mar nor os per quin ros sel tor ul ven wer yan zor'.split(
    ' ',
  );

/** A sentence of ten to twenty words, without its stop. */
export function sentence(random: Random): string {
  const clause = (): string =>
    `the ${random.pick(ADJECTIVES)} ${random.pick(NOUNS)} was ${random.pick(VERBS)} ${random.pick(ENDS)}`;
  const first = clause();
  const text = random.chance(0.5) ? `${first}, and ${clause()}` : first;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A name of two or three syllables, such as Norberfen. */
export function name(random: Random): string {
  const text = Array.from({ length: 2 + random.below(2) }, () => random.pick(SYLLABLES)).join('');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A few words that could stand in a paragraph, at most seven. */
export function fragment(random: Random): string {
  return `the ${random.pick(ADJECTIVES)} ${random.pick(NOUNS)} was ${random.pick(VERBS)}`;
}
