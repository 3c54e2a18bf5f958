// @ts-expect-error -- the analyzer brings no types
import { cli } from '@custom-elements-manifest/analyzer/cli.js';

/** @typedef {{ name: string, kind?: string, privacy?: string }} Named */

/** @param {Named} member */
const isPublic = ({ name, privacy }) => privacy !== 'private' && !/^[_#]/.test(name);

/**
 * The custom-elements manifest that is published in dist/. The analyzer generates it from the sources; the result lists
 * one module, which registers the element and exports its class.
 * @param {string} folder web/
 * @returns {Promise<{ schemaVersion: string, modules: { kind: string, path: string, declarations: any[], exports: object[] }[] }>} https://github.com/webcomponents/custom-elements-manifest, schema 1.0.0
 */
export async function elementManifest(folder) {
  const { schemaVersion, modules } = await cli({
    argv: ['analyze', '--config', 'build/custom-elements-manifest.config.js'],
    cwd: folder,
    noWrite: true,
  });
  const path = 'koodrive-import-report.js';
  const [declaration] = modules.flatMap(
    (/** @type {{ declarations: object[] }} */ module) => module.declarations,
  );
  const { name, members, attributes, ...rest } = declaration;
  const reference = { name, module: path };
  return {
    schemaVersion,
    modules: [
      {
        kind: 'javascript-module',
        path,
        declarations: [
          {
            ...rest,
            superclass: { name: 'HTMLElement' },
            name,
            members: members.filter(isPublic),
            attributes: attributes.filter(isPublic),
          },
        ],
        exports: [
          { kind: 'js', name, declaration: reference },
          { kind: 'custom-element-definition', name: rest.tagName, declaration: reference },
        ],
      },
    ],
  };
}
