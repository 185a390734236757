// Notes open and close by keyboard, by tap and without JavaScript, and stand beside their sentence on a wide screen.
// tests/output/notes.test.ts checks the list at the end of each page.
import type { Locator } from '@playwright/test';
import { expect, test, type Page } from '../support/browser.ts';

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
    await page.goto(LONG);
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

  test('Enter goes into the note, and Escape comes back', async ({ page }) => {
    await page.goto(LONG);
    const { mark, note, inside } = noteAt(page, 2);
    await mark.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#sn-/);
    await expect(note).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(inside).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(note).toBeHidden();
    await expect(mark).toBeFocused();
    await expect(mark).toBeInViewport();
    // The first note stays closed when another opens.
    const other = noteAt(page, 3);
    await other.mark.focus();
    await expect(other.note).toBeVisible();
    await expect(note).toBeHidden();
  });

  test('the number in the note leads to the full note, and the full note back to the sentence', async ({
    page,
  }) => {
    await page.goto(LONG);
    const { mark } = noteAt(page, 1);
    const number = await mark.textContent();
    await mark.focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const whole = page.locator('.footnotes li:target');
    await expect(whole).toBeInViewport();
    expect(await whole.evaluate((item) => [...(item.parentElement?.children ?? [])].indexOf(item) + 1)).toBe(
      Number(number),
    );
    await whole.getByRole('link', { name: 'Back to the text' }).first().press('Enter');
    await expect(mark).toBeInViewport();
    await expect(mark).toBeFocused();
  });
});

test.describe('without JavaScript', () => {
  test.use({ viewport: IN_PLACE, javaScriptEnabled: false });

  test('a note opens at its mark and closes as the focus moves on', async ({ page }) => {
    await page.goto(LONG);
    const { mark, note, inside } = noteAt(page, 0);
    await mark.focus();
    await expect(note).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(inside).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(note).toBeHidden();
  });

  test('a note whose mark was followed stays open until the reader goes back', async ({ page }) => {
    await page.goto(LONG);
    const { mark, note } = noteAt(page, 0);
    await mark.focus();
    await page.keyboard.press('Enter');
    await page.mouse.move(0, 0);
    await expect(page).toHaveURL(/#sn-/);
    await expect(note).toBeVisible();
    await page.goBack();
    await page.locator('.brand').focus();
    await expect(note).toBeHidden();
  });
});

test.describe('by tap', () => {
  test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

  test('a note opens within the screen, and closes by a second tap or a tap elsewhere', async ({ page }) => {
    await page.goto(LONG);
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
    for (const path of [LONG, 'index.html', 'questions/who-directs-the-militias.html']) {
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      const found = await page.evaluate(() => {
        const column = document.querySelector('.prose')?.getBoundingClientRect();
        const notes = [...document.querySelectorAll('.prose .cite')].map((cite) => {
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
