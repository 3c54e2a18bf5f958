/** @type {unknown} */
let inlined;

/** @param {unknown} config config.json as it was when the file was built */
export function provideConfig(config) {
  inlined = config;
}

/** A disk answers nothing, and the file's policy names nothing but the endpoint that it was built with. */
export const OWN_ORIGIN_ANSWERS = false;

/** @returns {Promise<string>} */
export const readConfig = async () => JSON.stringify(inlined);
