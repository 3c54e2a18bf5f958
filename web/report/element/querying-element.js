import { chooseLocale } from '../../locales/errors/index.js';
import { queryClient } from './element-client.js';
import { PortalElement } from './portal-element.js';

/** @typedef {import('../../client/koodrive-client.js').Credentials} Credentials */
/** @typedef {import('../../client/koodrive-client.js').KooDriveClient} KooDriveClient */

/** An element that sends queries to KooDrive, with a portal's client or one made from its attributes. */
export class QueryingElement extends PortalElement {
  /** @type {import('lit').PropertyDeclarations} */
  static properties = {
    endpoint: {},
    userId: { attribute: 'user-id' },
    language: {},
    locale: {},
    wasmUrl: { attribute: 'wasm-url' },
    credentials: { attribute: false },
    client: { attribute: false },
  };

  constructor() {
    super();
    /** URL of KooDrive or of a forwarder; without one, the page's own origin. @type {string | null} */
    this.endpoint = null;
    /** X-User-Id. @type {string | null} */
    this.userId = null;
    /** Language of KooDrive's texts; without one, that of `locale`. @type {string | null} */
    this.language = null;
    /** Language of the element, BCP 47; without one, the browser's. @type {string | null} */
    this.locale = null;
    /** URL of koodrive.wasm; without one, the same folder as the module. @type {string | null} */
    this.wasmUrl = null;
    /** Held in memory only, never shown. @type {Credentials | undefined} */
    this.credentials = undefined;
    /** Used instead of a client created from the attributes. @type {KooDriveClient | undefined} */
    this.client = undefined;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    // Moving an element in the document disconnects and reconnects it before this microtask runs.
    queueMicrotask(() => this.isConnected || this._reset());
  }

  /**
   * Ends what runs and shows nothing any more, because the element has left the document.
   * @abstract
   */
  _reset() {
    throw new Error(`${this.localName} cannot be reset.`);
  }

  /** The locale of the element's texts. */
  get _locale() {
    return chooseLocale(this.locale, ...(this.locale ? [] : (globalThis.navigator?.languages ?? [])));
  }

  /** The language of KooDrive's texts. */
  get _language() {
    return this.language || this._locale;
  }

  /** @param {string} language of KooDrive's texts, the same as the query's: a portal may change it meanwhile */
  _queryClient(language) {
    return queryClient(this, this._locale, language);
  }
}
