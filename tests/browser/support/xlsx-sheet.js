import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/**
 * The files of a ZIP archive.
 * @param {Buffer} archive
 * @returns {Map<string, string>} texts by path
 */
function unzip(archive) {
  let end = archive.length - 22;
  while (archive.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  /** @type {Map<string, string>} */
  const files = new Map();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('not a ZIP archive');
    const isDeflated = archive.readUInt16LE(at + 10) === 8;
    const size = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const local = archive.readUInt32LE(at + 42);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(start, start + size);
    files.set(name, (isDeflated ? inflateRawSync(bytes) : bytes).toString('utf8'));
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

/** @type {Record<string, string>} */
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Decodes a cell's text: first XML entities, then the `_xHHHH_` escapes of ECMA-376.
 * @param {string} xml
 */
function textOf(xml) {
  return xml
    .replace(/&(?:#x([\dA-Fa-f]+)|#(\d+)|(\w+));/g, (_, hex, decimal, name) =>
      name ? ENTITIES[name] : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/_x([\dA-Fa-f]{4})_/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
}

/**
 * The first sheet of a workbook.
 * @param {Buffer} workbook
 * @returns {{ rows: string[][], xml: string }} the texts of all columns that the first row has, and the sheet as it is
 */
export function readSheet(workbook) {
  const files = unzip(workbook);
  const xml = files.get('xl/worksheets/sheet1.xml') ?? '';
  const shared = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, item]) => [...item.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => textOf(text)).join(''),
  );
  const found = [...xml.matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(([, row]) => row);
  const width = found[0]?.match(/<c /g)?.length ?? 0;
  const rows = found.map((row) => {
    const cells = Array(width).fill('');
    for (const [, attributes, content = ''] of row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const column = /r="([A-Z])\d+"/.exec(attributes)?.[1] ?? '';
      const value = /<v>(.*?)<\/v>/s.exec(content)?.[1] ?? '';
      cells['ABCDEFGH'.indexOf(column)] = /t="s"/.test(attributes) ? shared[Number(value)] : textOf(value);
    }
    return cells;
  });
  return { rows, xml };
}
