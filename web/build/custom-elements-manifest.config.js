/** For the analyzer behind element-manifest.js; it would otherwise write the manifest's place into package.json. */
export default {
  globs: ['report/koodrive-import-report.js', 'report/define.js'],
  litelement: true,
  packagejson: false,
  quiet: true,
};
