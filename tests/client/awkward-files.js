import { execFileSync } from 'node:child_process';

/** Text in UTF-16 with a byte order mark. @param {string} text @param {boolean} isLittleEndian */
export function utf16(text, isLittleEndian) {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  `\uFEFF${text}`.split('').forEach((unit, at) => view.setUint16(2 * at, unit.charCodeAt(0), isLittleEndian));
  return new Uint8Array(view.buffer);
}

/** Text in GB18030, which no part of Node.js writes. @param {string} text */
const gb18030 = (text) =>
  new Uint8Array(execFileSync('iconv', ['--from-code=UTF-8', '--to-code=GB18030'], { input: text }));

/** @param {string} text */
const utf8 = (text) => new TextEncoder().encode(text);

const CHINESE = '用户账号,部门\r\n张伟,研发部\r\n"王，芳","华东,\r\n大区"\r\n李娜€丂😀,"说""好"""\r\n';

/**
 * Import files as spreadsheet programs and people write them, by what is awkward about them. `delimiter` is the one to be found.
 * @type {Readonly<Record<string, { bytes: Uint8Array, text: string, delimiter: string }>>}
 */
export const AWKWARD_FILES = Object.freeze(
  Object.fromEntries(
    /** @type {const} */ ([
      ['lines that end with LF', 'name,mail\na,a@x\nb,b@x\n'],
      ['no end of the last line', 'name,mail\r\na,a@x\r\nb,b@x'],
      ['lines that end with CR', 'name,mail\ra,a@x\rb,b@x\r'],
      ['mixed line ends', 'name;mail\n"a;1";"x"\r\nb;"two\nlines"\rc;"two\r\nlines"\n', ';'],
      ['semicolons with quoted line ends', 'name;mail\r\n"a\r\nb;""c""";1\r\n";";"\n"\r\n', ';'],
      ['tabs', 'name\tmail\na\t\nb\t\n"c\td"\te\n', '\t'],
      ['a line that names the separator', 'sep=;\r\nname;mail\r\na;1\r\n', ';'],
      ['a byte order mark', '\uFEFFname,mail\r\n"a",1\r\nb,2\r\n'],
      ['blank lines', '\n\nname,mail\n\na,1\n\n\nb,2\n\n'],
      ['rows with fewer and more fields', 'name,mail\na\nb,1,2,3\nc,\n'],
      ['quotation marks and empty fields', 'name,mail\n"a ""b""",""\n"""",\nx,c"d\n'],
      ['names in many scripts', 'name,mail\n张伟,1\nمها,2\n😀,3\nŁukasz,4\n'],
      ['only a header', 'name,mail'],
      ['one column', 'name\na\nb\n" c"\nd'],
      [
        'UTF-16 with tabs',
        'name\tmail\r\n张伟\t"a\tb"\r\n😀\t"c\r\nd"\r\nlast\t',
        '\t',
        (/** @type {string} */ text) => utf16(text, true),
      ],
      [
        'big-endian UTF-16',
        'name,mail\r\n张伟,1\r\n😀,2\r\n',
        ',',
        (/** @type {string} */ text) => utf16(text, false),
      ],
      ['GB18030 with Chinese names', CHINESE, ',', gb18030],
    ]).map(([title, text, delimiter = ',', encode = utf8]) => [
      title,
      { bytes: encode(text), text, delimiter },
    ]),
  ),
);
