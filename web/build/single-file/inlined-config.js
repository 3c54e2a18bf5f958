/** @type {unknown} */
let inlined;

/** @param {unknown} config config.json as it was when the file was built */
export function provideConfig(config) {
  inlined = config;
}

/** A page opened from disk has no server of its own, so config.json must name the endpoint. */
export const OWN_ORIGIN_ANSWERS = false;

/** @returns {Promise<string>} */
export const readConfig = async () => JSON.stringify(inlined);
