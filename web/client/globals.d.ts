/** The name of the build, which web/build/build-mark.js fills in. */
declare var KOODRIVE_BUILD: string | undefined;
/** The version of this project, which web/build/build-settings.js fills in. */
declare var KOODRIVE_VERSION: string | undefined;
