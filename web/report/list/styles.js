import tokens from '../display/tokens.css?inline';
import controls from '../controls/controls.css?inline';
import list from './list-view.css?inline';
import { sheetsOf } from '../element/sheets.js';

/** Gives a shadow root the styles of the list. */
export const adoptStyles = sheetsOf([tokens, controls, list]);
