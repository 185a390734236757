// Checks that pages are valid HTML.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader, type ResolvedConfig } from 'html-validate';

/** Works the rules out once: html-validate's own loader does it for every page, which takes a quarter of its time. */
class OneConfig extends StaticConfigLoader {
  #resolved: ResolvedConfig | Promise<ResolvedConfig> | undefined;

  override getConfigFor(
    ...page: Parameters<StaticConfigLoader['getConfigFor']>
  ): ResolvedConfig | Promise<ResolvedConfig> {
    return (this.#resolved ??= super.getConfigFor(...page));
  }
}

const loader = new OneConfig({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // The serialiser writes `hidden=""` for `hidden`, which means the same.
    'attribute-empty-style': 'off',
    'attribute-boolean-style': 'off',
    // Templates leave white space at the ends of lines.
    'no-trailing-whitespace': 'off',
    // An id may begin with a digit in HTML; headings that begin with a date have such ids.
    'valid-id': ['error', { relaxed: true }],
    // Safari does not announce a list without markers as a list unless it has `role="list"`.
    'no-redundant-role': 'off',
    // ARIA allows a name on a list of facts; the rule reports it as unusual.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // A box that scrolls is a <div role="region">.
    'prefer-native-element': 'off',
    // The title of a question's page is the question.
    'long-title': 'off',
  },
});
const validator = new HtmlValidate(loader);

/**
 * Validates pages of a built site.
 * @param paths the pages, from the site's root
 * @returns up to five places of each error: one mistake in a template appears on many pages
 */
export async function invalid(dist: string, paths: readonly string[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const path of paths) {
    const { results } = await validator.validateString(readFileSync(join(dist, path), 'utf8'), path);
    for (const { line, column, ruleId, message, selector } of results.flatMap(({ messages }) => messages)) {
      const places = (found[`${ruleId}: ${message}`] ??= []);
      if (places.length < 5) places.push(`${path}:${line}:${column} ${selector ?? ''}`);
    }
  }
  return found;
}
