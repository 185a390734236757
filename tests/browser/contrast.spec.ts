// The contrast of the text in every kind of chart, in both themes and with forced colours: 4.5:1 at least (WCAG 2.2, 1.4.3).
// axe does not measure the text of an SVG.
import { expect, test } from '../support/browser.ts';

/** A page for each kind of chart that is drawn as SVG. */
const CHARTS = ['events/index.html', 'sources/index.html', 'places/index.html', 'places/grayvoron.html'];

/** A text of a drawing: its colour, that of its outline if it has one, and its box within the drawing. */
interface Label {
  readonly words: string;
  readonly fill: string;
  readonly outline: string | undefined;
  readonly box: readonly [x: number, y: number, width: number, height: number];
}

/** Reads the texts of a drawing and hides them, so that a picture shows what is behind them. Runs in the page. */
function takeLabels(drawing: Element): Label[] {
  const frame = drawing.getBoundingClientRect();
  const texts = [...drawing.querySelectorAll<SVGElement>('text, tspan')].filter(
    (text) =>
      text.checkVisibility() &&
      [...text.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim()),
  );
  const labels = texts.map((text): Label => {
    const { x, y, width, height } = text.getBoundingClientRect();
    const { fill, paintOrder, stroke, strokeWidth } = getComputedStyle(text);
    const outlined =
      paintOrder.startsWith('stroke') && stroke !== 'none' && Number.parseFloat(strokeWidth) >= 3;
    const outline = outlined ? stroke : undefined;
    return { words: text.textContent ?? '', fill, outline, box: [x - frame.x, y - frame.y, width, height] };
  });
  for (const text of texts) text.style.visibility = 'hidden';
  return labels.filter(
    ({ box: [x, y, width] }) => width > 0 && x > -1 && y > -1 && x < frame.width && y < frame.height,
  );
}

/** The texts with too little contrast to the commonest colour behind them in a picture. Runs in an empty page. */
async function faint([png, labels]: readonly [string, readonly Label[]]): Promise<string[]> {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes]));
  const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d', {
    willReadFrequently: true,
  });
  if (!canvas) throw new Error('There is no canvas.');
  canvas.drawImage(image, 0, 0);
  const light = (rgb: readonly number[]): number => {
    const [r = 0, g = 0, b = 0] = rgb.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  return labels.flatMap(({ words, fill, outline, box: [x, y, width, height] }) => {
    const { data } = canvas.getImageData(x, y, Math.max(1, width), Math.max(1, height));
    const counts = new Map<number, number>();
    for (const pixel of new Uint32Array(data.buffer)) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
    const [commonest] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
    const ground = [...new Uint8Array(Uint32Array.of(commonest).buffer).slice(0, 3)];
    // The canvas turns any colour of CSS into red, green and blue, over what is there.
    const paint = (colour: string): number[] => {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
    };
    const behind = outline === undefined ? ground : paint(outline);
    const ink = paint(fill);
    const [high = 0, low = 1] = [light(ink), light(behind)].sort((a, b) => b - a);
    return high / low >= 4.5
      ? []
      : [`“${words.trim()}”: ${ink.join()} on ${behind.join()}, ${(high / low).toFixed(1)}:1`];
  });
}

const MEDIA = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
} as const;

for (const path of CHARTS) {
  test(`${path}: every text of a drawing has contrast`, async ({ page, context }) => {
    await page.setViewportSize({ width: 1600, height: 1000 });
    const empty = await context.newPage();
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    const drawings = page.locator('.chart-frame:has(svg text), .map-frame:has(svg text)');
    await expect(
      page.locator('svg:has(text)').and(page.locator(':not(.chart-frame *, .map-frame *)')),
    ).toHaveCount(0);
    for (const [name, media] of Object.entries(MEDIA)) {
      await page.emulateMedia(media);
      let texts = 0;
      for (const drawing of await drawings.locator('visible=true').all()) {
        const labels = await drawing.evaluate(takeLabels);
        texts += labels.length;
        const picture = (await drawing.screenshot()).toString('base64');
        expect.soft(await empty.evaluate(faint, [picture, labels] as const), name).toEqual([]);
        await drawing.evaluate((element) => {
          for (const text of element.querySelectorAll<SVGElement>('text, tspan'))
            text.style.removeProperty('visibility');
        });
      }
      expect(texts, name).toBeGreaterThan(4);
    }
  });
}
