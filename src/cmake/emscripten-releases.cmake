# What differs between the releases of Emscripten that build this project, 3.1.69 to 6.x, and nothing else.
set(KOODRIVE_EMSCRIPTEN_LINK_OPTIONS
  # Embind itself exports it in releases before 4.0.9 only.
  -sEXPORTED_RUNTIME_METHODS=count_emval_handles)
if(EMSCRIPTEN_VERSION VERSION_GREATER_EQUAL 6.0.2)
  # On by default since then. Browsers decode no text from a view of such a buffer.
  list(APPEND KOODRIVE_EMSCRIPTEN_LINK_OPTIONS -sGROWABLE_ARRAYBUFFERS=0)
endif()
