# How the WebAssembly module is compiled and linked. Run as a script, with -DEMSCRIPTEN_VERSION=…, this file prints all of
# it in one line: emsdk-setup.sh tries an Emscripten with these options, not with some of its own.
include("${CMAKE_CURRENT_LIST_DIR}/emscripten-releases.cmake")

# Exceptions serve one purpose: src/browser/report catches std::bad_alloc and reports the error `too-large`.
# Every browser that supports WebAssembly exceptions supports the other instructions too.
set(KOODRIVE_WASM_OPTIONS -fwasm-exceptions -mbulk-memory -mnontrapping-fptoint)

set(KOODRIVE_MODULE_LINK_OPTIONS
  ${KOODRIVE_EMSCRIPTEN_LINK_OPTIONS}
  -lembind
  -sFETCH=1
  -sFETCH_SUPPORT_INDEXEDDB=0
  -sDYNAMIC_EXECUTION=0
  -sTEXTDECODER=2
  -sMODULARIZE=1
  -sEXPORT_ES6=1
  -sEXPORT_NAME=createKooDriveModule
  -sENVIRONMENT=web
  -sFILESYSTEM=0
  -sALLOW_MEMORY_GROWTH=1
  -sINITIAL_MEMORY=16777216
  # Saves 1.9 KB of brotli against dlmalloc (Emscripten 3.1.69); retire when a benchmark shows that allocation counts.
  -sMALLOC=emmalloc
  -sMAXIMUM_MEMORY=2147483648
  -sSTACK_SIZE=262144
  # noExitRuntime must be listed: otherwise Emscripten regards the runtime as exited after the first callback.
  -sINCOMING_MODULE_JS_API=instantiateWasm,noExitRuntime)
# Only the release module is linked with these; --emit-tsd with a file comes after them.
set(KOODRIVE_RELEASE_LINK_OPTIONS -O3 -flto --emit-tsd)

if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  execute_process(COMMAND "${CMAKE_COMMAND}" -E echo
    ${KOODRIVE_WASM_OPTIONS} ${KOODRIVE_MODULE_LINK_OPTIONS} ${KOODRIVE_RELEASE_LINK_OPTIONS})
endif()
