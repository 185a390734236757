// `node scripts/icons.ts` writes the icons that are not SVG from public/icon.svg: the PNG for offline archives (ZIM), and
// favicon.ico, which programs ask for by that name. Run it after changing the icon, and commit the result.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { PROJECT } from '../src/project.ts';

const PUBLIC = join(PROJECT, 'public');

/** The widths of the pictures in favicon.ico. */
const WIDTHS = [16, 32, 48];

const png = (width: number): Promise<Buffer> =>
  sharp(join(PUBLIC, 'icon.svg'), { density: 72 * (width / 32) })
    .resize(width)
    .png({ compressionLevel: 9 })
    .toBuffer();

/**
 * Packs PNG pictures into an icon file: a header, an entry of 16 bytes for each picture, the pictures.
 * Layout: https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10)
 */
function icon(pictures: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  pictures.forEach((picture, index) => {
    const at = 6 + 16 * index;
    head.writeUInt8(WIDTHS[index] ?? 0, at);
    head.writeUInt8(WIDTHS[index] ?? 0, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(picture.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += picture.length;
  });
  return Buffer.concat([head, ...pictures]);
}

writeFileSync(join(PUBLIC, 'icon-48.png'), await png(48));
writeFileSync(join(PUBLIC, 'favicon.ico'), icon(await Promise.all(WIDTHS.map(png))));
