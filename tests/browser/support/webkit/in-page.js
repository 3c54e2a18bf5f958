/* Functions that run inside the page. Each is sent as its source, so it uses nothing from outside. */

/**
 * Runs a function with values and kept objects as its arguments, and tells its result as JSON, which WebDriver's own
 * conversion would change: undefined, shadow trees, lone surrogates. What cannot be told as JSON is kept in the page.
 * @param {(...args: any[]) => unknown} work
 * @param {string} packed its arguments as JSON; `{ kept: n }` stands for an object kept before
 * @param {boolean} keep the result in the page
 * @param {(answer: string) => void} tell
 */
export async function runInPage(work, packed, keep, tell) {
  const place = Symbol.for('kept by the test');
  if (!(place in window)) Object.defineProperty(window, place, { value: [] });
  const kept = /** @type {any} */ (window)[place];
  const unpack = (/** @type {any} */ arg) => (arg && arg.kept !== undefined ? kept[arg.kept] : arg.value);
  /** @type {object} */
  let answer;
  try {
    const value = await work(...JSON.parse(packed).map(unpack));
    const isNode = value instanceof Node;
    answer =
      keep && value !== undefined && value !== null
        ? { kept: kept.push(value) - 1, isNode, value: isNode ? undefined : value }
        : { value };
    answer = { ...answer, url: location.href };
  } catch (error) {
    const { name, message = String(error), stack } = /** @type {Error} */ (error ?? {});
    answer = { error: { name, message, stack }, url: location.href };
  }
  try {
    tell(JSON.stringify(answer));
  } catch {
    // As in puppeteer, a value that is no JSON is undefined.
    tell(JSON.stringify({ ...answer, value: undefined }));
  }
}

/**
 * All elements that match puppeteer's selector, in which `a >>> b` is any b in the shadow trees of a.
 * @param {ParentNode} scope
 * @param {string} selector
 */
export function findAll(scope, selector) {
  /** @param {ParentNode} root @param {string} part @returns {Element[]} */
  const deep = (root, part) => [
    ...root.querySelectorAll(part),
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? deep(shadowRoot, part) : [],
    ),
  ];
  const [first, ...parts] = selector.split('>>>').map((part) => part.trim());
  return parts.reduce(
    (found, part) =>
      found.flatMap((element) => [
        ...(element.shadowRoot ? deep(element.shadowRoot, part) : []),
        ...deep(element, part),
      ]),
    [...scope.querySelectorAll(first)],
  );
}

/** Tells the test what puppeteer tells of a page: its console and its uncaught errors. */
export function tellConsole() {
  const tell = (/** @type {object} */ event) =>
    /** @type {any} */ (window).webkit.messageHandlers.test.postMessage(['tell', JSON.stringify(event)]);
  const spell = (/** @type {unknown} */ value) => {
    if (value instanceof Error) return `${value}\n${value.stack}`;
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  const said = /** @type {const} */ (['debug', 'error', 'info', 'log', 'warn']);
  for (const type of said) {
    const say = console[type].bind(console);
    console[type] = (...values) => {
      tell({ event: 'console', type, text: values.map(spell).join(' ') });
      say(...values);
    };
  }
  addEventListener('error', ({ message, error }) => {
    if (message) tell({ event: 'pageerror', message, stack: String(error?.stack ?? '') });
  });
  addEventListener('unhandledrejection', ({ reason }) =>
    tell({ event: 'pageerror', message: String(reason), stack: String(reason?.stack ?? '') }),
  );
}
