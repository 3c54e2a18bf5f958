import { TextsByLocale } from '../loaded.js';
import { errors } from './en-US.js';

/** What every locale's file exports, under the same keys. @typedef {{ errors: Readonly<Record<keyof typeof errors, string>> }} ErrorTexts sentences of errors, by reason */

/** The texts of the client, which has no others. */
export const errorTexts = /** @type {TextsByLocale<ErrorTexts>} */ (new TextsByLocale({ errors }));
