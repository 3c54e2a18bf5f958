// Embind registers every kind of C++ string; no wide one crosses the border of this module.
mergeInto(LibraryManager.library, {
  _embind_register_std_wstring__deps: [],
  _embind_register_std_wstring: () => {},
});
