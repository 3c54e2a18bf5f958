import config from 'koodrive-config';

/** config.json as it was when the file was built. */
export const readConfig = async () => JSON.stringify(config);
