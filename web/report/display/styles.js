import tokens from './tokens.css?inline';
import controls from '../controls/controls.css?inline';
import layout from './report-display.css?inline';
import panels from '../views/panels.css?inline';
import summary from '../views/summary-view.css?inline';
import reasons from '../views/reasons-view.css?inline';
import failures from '../views/failures-view.css?inline';
import oddities from '../oddities/oddities.css?inline';
import table from '../views/failure-table.css?inline';
import menu from '../export/export-menu.css?inline';
import paper from './print.css?inline';
import { sheetsOf } from '../element/sheets.js';

/** Gives the element's shadow root its styles. Each file is in the same folder as the view or control that it styles. */
export const adoptStyles = sheetsOf([
  tokens,
  controls,
  layout,
  panels,
  summary,
  reasons,
  failures,
  table,
  oddities,
  menu,
  paper,
]);
