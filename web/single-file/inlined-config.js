import config from 'koodrive-config';

/** A disk answers nothing, and the file's policy names nothing but the endpoint that it was built with. */
export const OWN_ORIGIN_ANSWERS = false;

/** config.json as it was when the file was built. */
export const readConfig = async () => JSON.stringify(config);
