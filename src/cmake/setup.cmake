# Reads the paths of the tools that emsdk-setup.sh found or installed; the script lists the variables.
# The native core builds without this file: FetchContent then downloads its libraries.
set(KOODRIVE_SETUP_FILE "${CMAKE_CURRENT_LIST_DIR}/../../.emsdk/setup.cmake")
if(EXISTS "${KOODRIVE_SETUP_FILE}")
  include("${KOODRIVE_SETUP_FILE}")
elseif(EMSCRIPTEN OR KOODRIVE_TEST_ALL OR CMAKE_TOOLCHAIN_FILE)
  message(FATAL_ERROR "The tools are not set up yet. Run ./emsdk-setup.sh in the project's folder, then try again.")
endif()
