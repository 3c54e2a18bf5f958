import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, it } from 'node:test';
import { SHIPPED_FOLDERS, read, root } from './repository.js';

const requireFromWeb = createRequire(new URL('../../web/package.json', import.meta.url));
const { ESLint } = /** @type {typeof import('../../web/node_modules/eslint/lib/types/index.js')} */ (
  requireFromWeb('eslint')
);

const TOP_LEVEL = [
  'CHANGELOG.md',
  'CMakeLists.txt',
  'CMakePresets.json',
  'LICENSE',
  'README.md',
  'emsdk-setup.sh',
  'src',
  'tests',
  'web',
];

/** Ways for a server's text to become markup or code, and for a token to be kept or sent where it must not be. */
const FORBIDDEN = [
  'document.body.innerHTML = text;',
  'document.body["outerHTML"] = text;',
  'document.body.insertAdjacentHTML("beforeend", text);',
  'document.body.setHTMLUnsafe(text);',
  'Document.parseHTMLUnsafe(text);',
  'new Range().createContextualFragment(text);',
  'new DOMParser().parseFromString(text, "text/html");',
  'document.write(text);',
  'document.writeln(text);',
  'new HTMLIFrameElement().srcdoc = text;',
  'document.body.setAttribute("srcdoc", text);',
  'html`<p .innerHTML=${text}></p>`;',
  'html`<iframe srcdoc=${text}></iframe>`;',
  'html`<a href="javascript:${text}"></a>`;',
  'location.href = "javascript:" + text;',
  'import("lit/directives/unsafe-html.js");',
  'eval(text);',
  'new Function(text);',
  'setTimeout("text");',
  'setInterval("text");',
  'localStorage.setItem("a", text);',
  'window.sessionStorage.setItem("a", text);',
  'indexedDB.open(text);',
  'caches.open(text);',
  'document.cookie = text;',
  'cookieStore.set("a", text);',
  'navigator.sendBeacon(text);',
  'window.name = text;',
  'name = text;',
];

/** Imports that are forbidden for the same reason. */
const FORBIDDEN_IMPORTS = ['unsafeHTML', 'unsafeSVG', 'unsafeMathML', 'unsafeStatic'].map(
  (name) => `import { ${name} as directive } from 'lit';\nexport { directive };\n`,
);

/** How web/eslint.config.js refuses the DOM in the client. */
const WITHOUT_DOM = 'without a DOM';

describe('the repository', () => {
  it('holds on its top level only the files and folders that are listed in this test', () => {
    const ignored = read('.gitignore')
      .split('\n')
      .map((line) => line.replace(/^\/|\/$/g, ''))
      .filter(Boolean);
    const isKnown = (/** @type {string} */ name) =>
      name.startsWith('.') || TOP_LEVEL.includes(name) || ignored.includes(name) || name.endsWith('.tgz');
    assert.deepEqual(
      readdirSync(root).filter((name) => !isKnown(name)),
      [],
    );
  });
});

describe('ESLint', () => {
  const eslint = new ESLint({ cwd: root, overrideConfigFile: 'web/eslint.config.js' });

  /**
   * @param {string} code
   * @param {string} folder that runs in a browser
   */
  async function messagesFor(code, folder) {
    const [{ messages }] = await eslint.lintText(code, { filePath: path.join(root, folder, 'example.js') });
    return messages;
  }

  /**
   * What ESLint reports for code, apart from the DOM, which the client must not use for whatever purpose.
   * @param {string} code
   * @param {string} folder
   */
  async function complaints(code, folder) {
    const messages = await messagesFor(code, folder);
    return messages.filter(({ message }) => !message.includes(WITHOUT_DOM)).map(({ ruleId }) => ruleId);
  }

  /** @param {string} statement */
  const around = (statement) =>
    `export const use = (text, html, element) => {\n  html\`\`;\n  element.focus();\n  ${statement}\n};\n`;

  it('reports in web/client, and nowhere else, that the DOM is used', async () => {
    for (const folder of SHIPPED_FOLDERS) {
      const messages = await messagesFor(around('document.body.textContent = text;'), folder);
      const found = messages.filter(({ message }) => message.includes(WITHOUT_DOM));
      assert.equal(found.length, folder === 'web/client' ? 1 : 0, folder);
    }
  });

  for (const folder of SHIPPED_FOLDERS) {
    it(`accepts in ${folder} what shows a text as text`, async () => {
      assert.deepEqual(await complaints(around('element.textContent = text;'), folder), []);
    });

    it(`reports in ${folder} every way to turn text into markup or code, or to keep it`, async () => {
      for (const code of [...FORBIDDEN.map(around), ...FORBIDDEN_IMPORTS]) {
        const rules = await complaints(code, folder);
        assert.ok(rules.length > 0, `not reported: ${code}`);
        assert.ok(
          !rules.includes('no-undef') && !rules.includes(null),
          `reported for another reason: ${code}`,
        );
      }
    });
  }
});
