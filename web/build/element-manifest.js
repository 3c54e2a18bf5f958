// @ts-expect-error -- the analyzer brings no types
import { cli } from '@custom-elements-manifest/analyzer/cli.js';

/** @typedef {{ name: string, kind?: string, privacy?: string }} Named */

/** @param {Named} member */
const isPublic = ({ name, privacy }) => privacy !== 'private' && !/^[_#]/.test(name);

/**
 * The custom-elements manifest that is published in dist/. The analyzer generates it from the sources; the result lists
 * a module for each element, which registers it and exports its class.
 * @param {string} folder web/
 * @returns {Promise<{ schemaVersion: string, modules: { kind: string, path: string, declarations: any[], exports: object[] }[] }>} https://github.com/webcomponents/custom-elements-manifest, schema 1.0.0
 */
export async function elementManifest(folder) {
  const { schemaVersion, modules } = await cli({
    argv: ['analyze', '--config', 'build/custom-elements-manifest.config.js'],
    cwd: folder,
    noWrite: true,
  });
  /** @type {{ tagName?: string, name: string }[]} */
  const declarations = modules.flatMap(
    (/** @type {{ declarations: object[] }} */ module) => module.declarations,
  );
  const elements = declarations.filter(({ tagName }) => tagName);
  // The report comes first: it is what most portals embed.
  return { schemaVersion, modules: elements.map(publishedModule).sort((a, b) => (a.path < b.path ? 1 : -1)) };
}

/** Without the class that it is inherited from, which is not published. @param {any} member */
const own = (member) => ({ ...member, inheritedFrom: undefined });

/** @param {any} declaration */
function publishedModule({ name, members, attributes, ...rest }) {
  const path = `${rest.tagName}.js`;
  const reference = { name, module: path };
  return {
    kind: 'javascript-module',
    path,
    declarations: [
      {
        ...rest,
        superclass: { name: 'HTMLElement' },
        name,
        members: members.filter(isPublic).map(own),
        attributes: attributes.filter(isPublic).map(own),
      },
    ],
    exports: [
      { kind: 'js', name, declaration: reference },
      { kind: 'custom-element-definition', name: rest.tagName, declaration: reference },
    ],
  };
}
