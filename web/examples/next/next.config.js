/** KooDrive's URL, or as here that of the examples' server, which also hands out the portal's token. */
const koodrive = process.env.KOODRIVE_URL ?? 'http://localhost:8090';

/** @type {import('next').NextConfig} */
export default {
  // The forwarder: the browser asks the portal's own origin.
  rewrites: async () =>
    ['/koodrive/:path*', '/portal/:path*'].map((source) => ({ source, destination: koodrive + source })),
};
