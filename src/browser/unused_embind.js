// Embind registers every kind of C++ string; no wide one crosses the border of this module. Leaving them out saves
// 0.5 KB of brotli (Emscripten 3.1.69); retire when Embind registers wide strings on demand.
mergeInto(LibraryManager.library, {
  _embind_register_std_wstring__deps: [],
  _embind_register_std_wstring: () => {},
});
