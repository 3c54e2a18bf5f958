declare module '*.css' {}

declare module 'koodrive-config' {
  const config: unknown;
  export default config;
}

declare module 'koodrive-payload' {
  /** The script and then the wasm, deflated, in base64. */
  export const packed: string;
  /** Length of the script in bytes. */
  export const scriptLength: number;
}
