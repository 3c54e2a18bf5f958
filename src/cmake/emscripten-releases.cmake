# Only the link options that depend on the release of Emscripten, 3.1.69 to 6.x.
set(KOODRIVE_EMSCRIPTEN_LINK_OPTIONS
  # web/client/module.js counts live JavaScript values with it. Embind exports it by default only before 4.0.9.
  -sEXPORTED_RUNTIME_METHODS=count_emval_handles)
if(EMSCRIPTEN_VERSION VERSION_GREATER_EQUAL 6.0.2)
  # On by default since 6.0.2, but TextDecoder refuses views of a resizable ArrayBuffer.
  list(APPEND KOODRIVE_EMSCRIPTEN_LINK_OPTIONS -sGROWABLE_ARRAYBUFFERS=0)
endif()
