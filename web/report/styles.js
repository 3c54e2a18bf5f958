import { unsafeCSS } from 'lit';
import tokens from './tokens.css?inline';
import controls from './controls.css?inline';
import layout from './koodrive-import-report.css?inline';
import panels from './panels.css?inline';
import summary from './summary-view.css?inline';
import reasons from './reasons-view.css?inline';
import failures from './failures-view.css?inline';
import table from './failure-table.css?inline';
import menu from './export-menu.css?inline';
import paper from './print.css?inline';

/** Adopted by the shadow root; the files stand beside the parts they dress. */
export const styles = [tokens, controls, layout, panels, summary, reasons, failures, table, menu, paper].map(
  (text) => unsafeCSS(text),
);
