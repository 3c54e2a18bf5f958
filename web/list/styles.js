import tokens from '../report/display/tokens.css?inline';
import controls from '../report/controls/controls.css?inline';
import list from './list-view.css?inline';
import { sheetsOf } from '../report/element/sheets.js';

/** Gives a shadow root the styles of the list. */
export const adoptStyles = sheetsOf([tokens, controls, list]);
