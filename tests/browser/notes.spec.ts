// Notes open and close by keyboard, by tap and without JavaScript, and stand beside their sentence on a wide screen.
// tests/output/notes.test.ts checks the list at the end of each page.
import type { Locator } from '@playwright/test';
import { expect, open, test, type Page } from '../support/browser.ts';

/** The page with the most notes. */
const LONG = 'events/belgorod-raid-may-2023.html';
const IN_PLACE = { width: 1000, height: 800 };
const PHONE = { width: 390, height: 844 };

/** A note with its mark. @param index in the order of the page */
function noteAt(page: Page, index: number): { mark: Locator; note: Locator; inside: Locator } {
  const cite = page.locator('.prose .cite').nth(index);
  const note = cite.locator('.sidenote');
  return { mark: cite.locator('sup a'), note, inside: note.getByRole('link') };
}

test.describe('by keyboard', () => {
  test.use({ viewport: IN_PLACE });

  test('a note opens at its mark, and Escape leads back from anywhere in it', async ({ page }) => {
    await open(page, LONG);
    const { mark, note, inside } = noteAt(page, 0);
    await expect(note).toBeHidden();
    await mark.focus();
    await expect(note).toBeVisible();
    await expect(note).toContainText('¶');

    await page.keyboard.press('Escape');
    await expect(note).toBeHidden();
    await expect(mark).toBeFocused();

    // Tab goes into the note and on past it.
    await mark.blur();
    await mark.focus();
    await page.keyboard.press('Tab');
    await expect(inside).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(note).toBeHidden();
    await expect(mark).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(mark).not.toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(inside).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(note).toBeHidden();
  });

  test('Enter keeps the note open without a step in the history, and Escape closes it', async ({ page }) => {
    await open(page, LONG);
    const { mark, note, inside } = noteAt(page, 2);
    await mark.focus();
    await page.keyboard.press('Enter');
    await expect(note).toBeVisible();
    expect(page.url()).not.toContain('#');
    await page.keyboard.press('Tab');
    await expect(inside).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(note).toBeHidden();
    await expect(mark).toBeFocused();
    // The first note stays closed when another opens.
    const other = noteAt(page, 3);
    await other.mark.focus();
    await expect(other.note).toBeVisible();
    await expect(note).toBeHidden();
  });

  test('the note at the end leads back to the sentence, where its note opens until Escape', async ({
    page,
  }) => {
    await open(page, LONG);
    const { mark, note } = noteAt(page, 1);
    const whole = page.locator('.footnotes li').nth(1);
    await whole.getByRole('link', { name: 'Back to the text' }).first().press('Enter');
    await expect(mark).toBeInViewport();
    await expect(mark).toBeFocused();
    await expect(note).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(note).toBeHidden();
    await expect(mark).toBeInViewport();
  });
});

test.describe('without JavaScript', () => {
  test.use({ viewport: IN_PLACE, javaScriptEnabled: false });

  test('a note opens at its mark and closes as the focus moves on', async ({ page }) => {
    await open(page, LONG);
    const { mark, note, inside } = noteAt(page, 0);
    await mark.focus();
    await expect(note).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(inside).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(note).toBeHidden();
  });

  test('a note whose mark was followed stays open until the reader goes back', async ({ page }) => {
    await open(page, LONG);
    const { mark, note } = noteAt(page, 0);
    await mark.focus();
    await page.keyboard.press('Enter');
    await page.mouse.move(0, 0);
    await expect(page).toHaveURL(/#fnref-/);
    await expect(note).toBeVisible();
    await page.goBack();
    await page.locator('.brand').focus();
    await expect(note).toBeHidden();
  });
});

test.describe('by tap', () => {
  test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

  test('a note opens within the screen, and closes by a second tap or a tap elsewhere', async ({ page }) => {
    await open(page, LONG);
    const { mark, note } = noteAt(page, 3);
    for (const close of [() => mark.tap(), () => page.locator('h1').tap({ force: true })]) {
      await mark.tap();
      await expect(note).toBeVisible();
      const box = await note.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? PHONE.width)).toBeLessThanOrEqual(PHONE.width);
      expect(page.url(), 'no step in the history').not.toContain('#');
      await close();
      await expect(note).toBeHidden();
    }
    await mark.tap();
    // A mark above the open note, which covers the text below its own mark.
    const other = noteAt(page, 2);
    await other.mark.tap();
    await expect(other.note).toBeVisible();
    await expect(note).toBeHidden();
  });
});

for (const width of [1264, 1440, 1920]) {
  test(`at ${width} px notes stand in the margin, beside their sentence, without overlaps`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 1000 });
    for (const path of [LONG, 'questions/who-directs-the-militias.html']) {
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      const found = await page.evaluate(() => {
        const column = document.querySelector('.prose')?.getBoundingClientRect();
        const notes = [...document.querySelectorAll('.prose .cite:not(.again)')].map((cite) => {
          const note = cite.querySelector('.sidenote')?.getBoundingClientRect();
          const mark = cite.querySelector('sup')?.getBoundingClientRect();
          return { name: cite.querySelector('sup')?.textContent ?? '', note, mark };
        });
        const wrong: string[] = [];
        let lowest = 0;
        for (const { name, note, mark } of notes) {
          if (!note || !mark || !column) {
            wrong.push(`${name} has no note`);
            continue;
          }
          if (note.left < column.right) wrong.push(`${name} stands in the text`);
          if (note.right > document.documentElement.clientWidth) wrong.push(`${name} leaves the screen`);
          if (note.top < lowest) wrong.push(`${name} stands on the note before it`);
          // Beside its line, or directly below the note before it.
          const place = Math.max(lowest, mark.top);
          if (note.top < mark.top - 40 || note.top > place + 40)
            wrong.push(`${name}: mark at ${mark.top}, room from ${place}, note at ${note.top}`);
          lowest = note.bottom;
        }
        return { notes: notes.length, wrong };
      });
      expect(found.notes, path).toBeGreaterThan(3);
      expect(found.wrong, path).toEqual([]);
    }
  });
}

for (const [path, width] of [
  ['terms/cross-border-raid.html', 1280],
  ['terms/cross-border-raid.html', PHONE.width],
  ['whole.html', 1280],
] as const) {
  test(`${path} at ${width} px: a copied sentence has no marks and no notes`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(path);
    const paragraph = page.locator('.prose p', { hasText: 'This site says “raid”' });
    const copied = await paragraph.evaluate((element) => {
      getSelection()?.selectAllChildren(element);
      return getSelection()?.toString();
    });
    expect(copied).toMatch(
      /^This site says “raid” .* or who won\. The sources .*“assaults”\. The one [^\d]*2023\. In [^\d]*1 June\.$/,
    );
    if (path === 'whole.html') return;
    // A note that is pressed can be selected by itself.
    await page.locator('.prose .cite sup a').first().click();
    await page.evaluate(() => getSelection()?.removeAllRanges());
    const evidence = page.locator('.prose .sidenote .evidence').first();
    // The last line begins at the left edge. The first may be the quotation mark alone, which is not in the text.
    const { height } = (await evidence.boundingBox()) ?? { height: 0 };
    await evidence.dblclick({ position: { x: 20, y: height - 9 } });
    const words = await evidence.innerText();
    const selected = await page.evaluate(() => getSelection()?.toString().trim() ?? '');
    expect(selected).not.toBe('');
    expect(words).toContain(selected);
  });
}
