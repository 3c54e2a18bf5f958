/** The name of the build, which web/build/build-mark.js fills in. */
declare var KOODRIVE_BUILD: string | undefined;
