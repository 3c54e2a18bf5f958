import { EventEmitter } from 'node:events';
import { WebKitPage } from './page.js';

/** The part of puppeteer's BrowserContext that the tests use. Emits `download` with the path of each file that is saved. */
export class WebKitContext extends EventEmitter {
  #session;
  #first;
  /** By the names that the browser gives them. @type {Map<string, WebKitPage>} */
  #pages = new Map();

  /** @param {import('./session.js').Session} session @param {string} first window @param {string} downloadFolder */
  constructor(session, first, downloadFolder) {
    super();
    this.#session = session;
    this.#first = first;
    this.downloadFolder = downloadFolder;
  }

  /** @param {import('./session.js').Session} session @param {string} downloadFolder */
  static async open(session, downloadFolder) {
    const first = await session.send({ method: 'GET', path: '/window' });
    const context = new WebKitContext(session, first, downloadFolder);
    await context.#add(first);
    return context;
  }

  /** @param {string} window */
  async #add(window) {
    const page = new WebKitPage(this.#session, window, () => this.#pages.delete(page.name));
    await page.begin();
    this.#pages.set(page.name, page);
    return page;
  }

  async newPage() {
    const open = { path: '/window/new', body: { type: 'window' } };
    const { handle } = await this.#session.command(this.#first, open);
    return this.#add(handle);
  }

  async pages() {
    return [...this.#pages.values()];
  }

  /** WebDriver knows only the cookies of the site of a page. @param {string} command @param {...string} args */
  #ask(command, ...args) {
    const [page] = this.#pages.values();
    return page.ask(command, ...args);
  }

  /** @returns {Promise<{ name: string }[]>} */
  async cookies() {
    return JSON.parse(await this.#ask('cookies'));
  }

  /** @param {{ name: string, value: string, domain: string }} cookie */
  async setCookie({ name, value, domain }) {
    await this.#ask('setCookie', name, value, domain);
  }

  /** Deletes all cookies. */
  async deleteCookie() {
    await this.#ask('deleteCookies');
  }

  /** Passes on what the browser tells. @param {{ page?: string, event: string } & Record<string, string>} told */
  tell({ page, event, ...values }) {
    if (page === undefined) this.emit(event, values.path);
    else this.#pages.get(page)?.tell(event, values);
  }
}
