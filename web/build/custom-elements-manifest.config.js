/** Configures the analyzer that element-manifest.js runs. Without `packagejson: false` it would edit package.json. */
export default {
  globs: ['report/{,list/}koodrive-*.js', 'report/{,list/}define.js', 'report/element/querying-element.js'],
  litelement: true,
  packagejson: false,
  quiet: true,
};
