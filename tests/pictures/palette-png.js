import { crc32, deflateSync } from 'node:zlib';

const MAX_COLOURS = 256;
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const COLOUR_TYPE_PALETTE = 3;

/**
 * @param {number} one as 0xRRGGBB
 * @param {number} other
 */
function squaredDistance(one, other) {
  const part = (/** @type {number} */ shift) => ((one >> shift) & 255) - ((other >> shift) & 255);
  return part(16) ** 2 + part(8) ** 2 + part(0) ** 2;
}

/**
 * Chooses the palette: each step adds the colour whose pixels differ most from it in total.
 * @param {Map<number, number>} counts pixels of each colour
 * @returns {{ palette: number[], indexOf: Map<number, number> }} the palette, and each colour's nearest place in it
 */
function choosePalette(counts) {
  const colours = [...counts].map(([colour, count]) => ({ colour, count, distance: Infinity, index: 0 }));
  /** @type {number[]} */
  const palette = [];
  while (palette.length < MAX_COLOURS) {
    const worst = colours.reduce((a, b) => (b.count * b.distance > a.count * a.distance ? b : a));
    if (worst.distance === 0) break;
    for (const each of colours) {
      const distance = squaredDistance(each.colour, worst.colour);
      if (distance < each.distance) Object.assign(each, { distance, index: palette.length });
    }
    palette.push(worst.colour);
  }
  return { palette, indexOf: new Map(colours.map(({ colour, index }) => [colour, index])) };
}

/**
 * @param {string} type
 * @param {Uint8Array} data
 */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

/**
 * Encodes a PNG with at most 256 colours, which takes a third of the bytes of a browser's own for a picture of text.
 * @param {{ width: number, height: number, pixels: Uint8Array }} picture opaque, four bytes for each pixel (RGBA)
 * @returns {Buffer}
 */
export function encodePalettePng({ width, height, pixels }) {
  const source = Buffer.from(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  /** @param {number} pixel */
  const colourAt = (pixel) => source.readUIntBE(pixel * 4, 3);
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (let pixel = 0; pixel < width * height; pixel += 1)
    counts.set(colourAt(pixel), (counts.get(colourAt(pixel)) ?? 0) + 1);
  const { palette, indexOf } = choosePalette(counts);

  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, COLOUR_TYPE_PALETTE], 8);
  // Each line begins with its filter type; 0, no filter, compresses palettes best.
  const lines = Buffer.alloc((width + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    lines[pixel + Math.floor(pixel / width) + 1] = indexOf.get(colourAt(pixel)) ?? 0;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk(
      'PLTE',
      Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
    ),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
