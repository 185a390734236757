// The settings of the environment: which are taken, and how the others are refused.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { SettingError, siteContact, siteUrl } from '../../src/project.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** The error of a setting, without a stack trace. */
function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof SettingError && error.stack === '') return error.message;
    throw error;
  }
  return expect.fail('The setting was taken.');
}

describe('SITE_URL', () => {
  test.each([
    ['https://example.org', 'https://example.org/'],
    ['http://example.org/militias', 'http://example.org/militias/'],
    ['', undefined],
  ])('%j is taken as %j', (written, taken) => {
    vi.stubEnv('SITE_URL', written);
    expect(siteUrl()).toBe(taken);
  });

  test.each([
    ['example.org', 'https://example.org/'],
    ['//example.org/x', 'https://example.org/x/'],
    ['ftp://example.org', 'https://example.org/'],
    ['https://example.org/?a=b', 'https://example.org/'],
  ])('%j is refused; the nearest is %j', (written, near) => {
    vi.stubEnv('SITE_URL', written);
    expect(refusal(siteUrl)).toMatch(
      new RegExp(`^SITE_URL\n    found:    "[^\n]+\n    expected: [^\n]+\n    nearest:  ${near}$`),
    );
  });
});

describe('SITE_CONTACT', () => {
  test.each([
    ['editors@example.org', 'mailto:editors@example.org'],
    ['mailto:editors@example.org', 'mailto:editors@example.org'],
    ['https://example.org/contact', 'https://example.org/contact'],
    ['', undefined],
  ])('%j is taken as %j', (written, taken) => {
    vi.stubEnv('SITE_CONTACT', written);
    expect(siteContact()).toBe(taken);
  });

  test.each(['the editors', 'http://example.org/', 'example.org', 'a@b c', 'mailto:editors'])(
    '%j is refused',
    (written) => {
      vi.stubEnv('SITE_CONTACT', written);
      const message = `SITE_CONTACT\n    found:    "${written}"\n    expected: an e-mail`;
      expect(refusal(siteContact)).toContain(message);
    },
  );
});
