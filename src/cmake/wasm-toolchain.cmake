# Includes Emscripten's own CMake toolchain file from where emsdk-setup.sh found or installed it.
include("${CMAKE_CURRENT_LIST_DIR}/setup.cmake")
set(NODE_JS_EXECUTABLE "${KOODRIVE_NODE_EXECUTABLE}")
include("${KOODRIVE_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake")
