/** The URL of koodrive.wasm, for bundlers that are told to emit the file; see `wasmUrl`. */
declare const url: string;
export default url;
