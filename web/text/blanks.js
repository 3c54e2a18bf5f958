/** What cannot be seen: white space, control and format characters, and what Unicode draws as nothing (`DI`). */
const BLANK = String.raw`[\s\p{Cc}\p{Cf}\p{DI}]`;
const ALL_BLANK = new RegExp(`^${BLANK}*$`, 'u');
const BLANKS_AROUND = new RegExp(`^${BLANK}+|${BLANK}+$`, 'gu');
/** Characters without a width, such as the zero-width space. */
const WITHOUT_WIDTH = /[\p{Cf}\p{DI}]/gu;

/**
 * Whether nothing of a text can be seen.
 * @param {string} text
 */
export const isBlank = (text) => ALL_BLANK.test(text);

/**
 * A text without the blanks before and after it, such as the tab of a cell that is copied from a spreadsheet.
 * @param {string} text
 */
export const withoutBlanksAround = (text) => text.replace(BLANKS_AROUND, '');

/**
 * An identifier without blanks around it and without characters that have no width anywhere, as messengers and dialogs add
 * them. Not for names and other words: there, such characters join emoji and letters.
 * @param {string} text
 */
export const visibleValue = (text) => withoutBlanksAround(text.replace(WITHOUT_WIDTH, ''));
