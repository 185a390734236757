// Notes open and close by keyboard, by tap and without JavaScript, beside their sentence on a wide screen, and move no text.
// tests/output/notes.test.ts checks the list at the end of each page.
import type { Locator } from '@playwright/test';
import { expect, open, test, type Page } from '../support/browser.ts';

/** The page with the most notes. */
const LONG = 'events/belgorod-raid-may-2023.html';
/** The index of a note with one report, and so with one link. */
const SINGLE = 1;
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
    const { mark, note, inside } = noteAt(page, SINGLE);
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
    await expect(inside.first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(note).toBeHidden();
    await expect(mark).toBeFocused();
    // The first note stays closed when another opens.
    const other = noteAt(page, 3);
    await other.mark.focus();
    await expect(other.note).toBeVisible();
    await expect(note).toBeHidden();
  });

  test('a note at the end leads back to the sentence, whose note opens until Escape', async ({ page }) => {
    await open(page, LONG);
    const { mark, note } = noteAt(page, 1);
    await page.locator('.footnotes summary').press('Enter');
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
    const { mark, note, inside } = noteAt(page, SINGLE);
    await mark.focus();
    await expect(note).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(inside).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(note).toBeHidden();
  });

  test('a note whose mark was followed stays open until the reader goes back', async ({ page }) => {
    await open(page, LONG);
    const { mark, note } = noteAt(page, SINGLE);
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

/** The notes of a page that are misplaced when they open, and the text that they move. Runs in the page. */
function misplaced(): string[] {
  const wrong: string[] = [];
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('.prose details')) fold.open = true;
  const column = document.querySelector('.prose')?.getBoundingClientRect();
  document.querySelectorAll<HTMLElement>('.prose .cite').forEach((cite, index) => {
    const text = cite.closest('p, li')?.getBoundingClientRect();
    const mark = cite.querySelector<HTMLAnchorElement>('sup a');
    mark?.scrollIntoView({ block: 'center' });
    const before = mark?.getBoundingClientRect().top;
    mark?.focus();
    const note = cite.querySelector('.sidenote')?.getBoundingClientRect();
    const after = mark?.getBoundingClientRect();
    if (!note || !after || !text) return wrong.push(`${index} has no note`);
    if (after.top !== before) wrong.push(`${index} moves its mark`);
    if (note.right > document.documentElement.clientWidth || note.left < 0)
      wrong.push(`${index} leaves the screen`);
    if (innerWidth < 1264 ? note.top < after.top : note.left < text.right)
      wrong.push(`${index} covers its sentence`);
    // A note in the margin may be moved up, but no further than its own end.
    if (note.top > after.bottom + 40 || note.bottom < after.top - 40)
      wrong.push(`${index}: mark at ${after.top}, note from ${note.top} to ${note.bottom}`);
    return undefined;
  });
  const height = document.querySelector('.prose')?.getBoundingClientRect().height;
  if (height !== column?.height) wrong.push('the text has grown');
  return wrong;
}

for (const width of [PHONE.width, 1264, 1440, 1920]) {
  test(`at ${width} px a note opens by its sentence and moves no text`, async ({ page }) => {
    await page.setViewportSize({ width, height: 1000 });
    for (const path of [LONG, 'questions/who-directs-the-militias.html']) {
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      expect(await page.locator('.prose .cite').count(), path).toBeGreaterThan(3);
      expect(await page.evaluate(misplaced), path).toEqual([]);
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
      /^This site says “raid” .* or who won\. The sources .*“assaults”\. More [^\d]*2023 than about any other\. In [^\d]*1 June\.$/,
    );
    if (path === 'whole.html') return;
    // A note that is pressed can be selected by itself.
    await page.locator('.prose .cite sup a').first().click();
    await page.evaluate(() => getSelection()?.removeAllRanges());
    const evidence = page.locator('.prose .sidenote .evidence').first();
    const word = await evidence.evaluate((element) => {
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
      const range = document.createRange();
      range.setStart(text ?? element, 1);
      range.setEnd(text ?? element, 2);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    await page.mouse.dblclick(word.x, word.y);
    const words = await evidence.innerText();
    const selected = await page.evaluate(() => getSelection()?.toString().trim() ?? '');
    expect(selected).not.toBe('');
    expect(words).toContain(selected);
  });
}

test('no line begins with a mark, at any width', async ({ page }) => {
  await open(page, LONG);
  for (let width = 320; width < 500; width += 10) {
    await page.setViewportSize({ width, height: 800 });
    const alone = await page.locator('.prose .cite').evaluateAll((cites) =>
      cites.flatMap(({ previousSibling: text, firstElementChild: mark }) => {
        if (!(text instanceof Text) || !mark) return [];
        const last = document.createRange();
        last.setStart(text, text.length - 1);
        last.setEnd(text, text.length);
        const [sign, { bottom }] = [mark.querySelector('i'), last.getBoundingClientRect()];
        return sign && sign.getBoundingClientRect().top > bottom - 2 ? [text.data.slice(-30)] : [];
      }),
    );
    expect(alone, `${width} px`).toEqual([]);
  }
});
