/** The code points by which WebDriver names keys that type no character. @type {Record<string, string>} */
const CODES = {
  Alt: '\ue00a',
  ArrowDown: '\ue015',
  ArrowLeft: '\ue012',
  ArrowRight: '\ue014',
  ArrowUp: '\ue013',
  Backspace: '\ue003',
  Control: '\ue009',
  Delete: '\ue017',
  End: '\ue010',
  Enter: '\ue007',
  Escape: '\ue00c',
  Home: '\ue011',
  Insert: '\ue016',
  Meta: '\ue03d',
  PageDown: '\ue00f',
  PageUp: '\ue00e',
  Shift: '\ue008',
  Space: ' ',
  Tab: '\ue004',
  '\n': '\ue007',
  '\t': '\ue004',
};

/**
 * @param {string} key as puppeteer names it
 * @returns {string} as WebDriver does
 */
export function keyCode(key) {
  if (/^F\d+$/.test(key)) return String.fromCodePoint(0xe030 + Number(key.slice(1)));
  const code = CODES[key] ?? /^(?:Key|Digit)(.)$/.exec(key)?.[1].toLowerCase() ?? key;
  if ([...code].length !== 1) throw new Error(`no code for the key ${key}`);
  return code;
}
