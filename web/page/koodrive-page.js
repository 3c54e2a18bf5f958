import { createClient } from '../client/koodrive-client.js';
import { chooseLocale, loadLocale } from '../locales/index.js';
import { KooDriveImportReport } from '../report/define.js';
import { readAddress, writeAddress } from './address.js';
import { ConfigProblem } from './config-problem.js';
import { OWN_ORIGIN_ANSWERS } from './config-source.js';
import { loadConfig } from './config.js';
import { showDemo } from './demo.js';
import { byId } from './dom.js';
import { QueryForm } from './query-form.js';
import { RecentImports } from './recent-imports.js';
import { takeSavedFile } from './saved-file.js';
import { pageText, translatePage } from './texts.js';

/** @typedef {import('./config.js').Config} Config */

const report = byId('report', KooDriveImportReport);
const languages = byId('language', HTMLSelectElement);
const form = new QueryForm({ onInput: handOver, onSubmit: showReport });
const imports = new RecentImports({ onSelect: showImport, onError: showProblemAtField });

const address = readAddress();
const configLoaded = loadConfig();
let locale = chooseLocale(address.language, ...navigator.languages);
/** @type {Config | undefined} */
let config;

// Loads the wasm module while the user fills in the form. If that fails, the first query reports the error.
createClient().catch(() => {});

byId('not-started', HTMLElement).remove();

/** Applies the chosen language to the page and the element, which shows English until the texts are there. */
async function translate() {
  languages.value = locale;
  report.locale = locale;
  report.language = locale;
  imports.set({ locale, language: locale });
  await loadLocale(locale, showTexts);
  showTexts();
}

function showTexts() {
  translatePage(locale);
  if (config?.demo) showDemo(config.demo, locale, { onTask: showDemoTask, onSignIn: signIn });
  configLoaded.catch(tellConfigProblem);
}

/** Passes the form's values to the element, so that its *Try again* button uses them as well. */
function handOver() {
  if (!config) return;
  const { taskId, userId, accessToken } = form.values;
  const credentials = { accessToken, format: config.tokenFormat };
  Object.assign(report, { endpoint: config.endpoint, taskId, userId, credentials });
  imports.set({ endpoint: config.endpoint, userId, credentials });
}

async function showReport() {
  await configReady;
  if (!config) return;
  handOver();
  writeAddress({ taskId: form.values.taskId, language: locale });
  report.load();
  bringIntoView();
}

async function showImports() {
  await configReady;
  if (!config) return;
  form.clearProblems();
  handOver();
  await imports.show();
}

/**
 * Shows the report of an import that was chosen from the list, or follows it if it has not ended well.
 * @param {import('../client/koodrive-client.js').Task} task
 * @param {readonly import('../client/koodrive-client.js').Task[]} tasks
 */
async function showImport(task, tasks) {
  form.fill({ taskId: task.taskId });
  handOver();
  writeAddress({ taskId: task.taskId, language: locale });
  report.tasks = tasks;
  const shown = task.status === 'success' ? report.load() : report.follow();
  bringIntoView();
  // The list shows it as running.
  if ((await shown) && task.status !== 'success') imports.refresh();
}

/** Scrolls to the report, which is below the form on a narrow screen. */
function bringIntoView() {
  if (report.getBoundingClientRect().top < innerHeight / 2) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  report.scrollIntoView({ behavior: calm ? 'auto' : 'smooth' });
}

/** @param {import('./query-form.js').QueryValues} values */
function showDemoTask(values) {
  form.fill(values);
  form.submit();
}

/** Fills in the demo's user and token. @param {import('./config.js').Demo} demo */
function signIn({ userId, accessToken }) {
  form.fill({ userId, accessToken });
  void showImports();
}

/**
 * Shows what is wrong with a value of the form beside its field, and nowhere else.
 * @param {import('../report/koodrive-import-report.js').KooDriveErrorEvent} event
 */
function showProblemAtField(event) {
  const { error } = event.detail;
  if (error.kind === 'invalid-request' && form.showProblem(error.option, error.message))
    event.preventDefault();
}

/** @param {unknown} problem */
function tellConfigProblem(problem) {
  if (!(problem instanceof ConfigProblem)) throw problem;
  const { key, values } = problem;
  const place = byId('config-problem', HTMLElement);
  place.textContent =
    key === 'config.unreachable'
      ? pageText(locale, key, values)
      : pageText(locale, 'config.invalid', { detail: pageText(locale, key, values) });
  place.hidden = false;
}

async function applyConfig() {
  config = await configLoaded.catch(() => undefined);
  if (!config) return;
  const { endpoint, userId, demo } = config;
  const canQuery = Boolean(endpoint) || OWN_ORIGIN_ANSWERS;
  byId('query', HTMLFormElement).hidden = !canQuery;
  byId('query-impossible', HTMLElement).hidden = canQuery;
  if (!form.values.userId) form.fill({ userId });
  if (demo) showDemo(demo, locale, { onTask: showDemoTask, onSignIn: signIn });
  if (demo?.tasks.some(({ taskId }) => taskId === address.taskId)) {
    form.fill({ userId: demo.userId, accessToken: demo.accessToken });
  }
  handOver();
}

form.fill({ taskId: address.taskId ?? '' });
report.view = { search: address.search, reason: address.reason, noted: address.noted, sort: address.sort };
translate();
const configReady = applyConfig();

languages.addEventListener('change', () => {
  locale = chooseLocale(languages.value);
  writeAddress({ language: locale });
  translate();
});

takeSavedFile((file) => {
  writeAddress({ taskId: undefined });
  report.open(file);
  bringIntoView();
});

report.addEventListener('koodrive-view', ({ detail: { view } }) => {
  writeAddress({ search: view.search, reason: view.reason, noted: view.noted, sort: view.sort });
});

report.addEventListener('koodrive-error', showProblemAtField);
byId('show-imports', HTMLButtonElement).addEventListener('click', () => void showImports());
