# Sets the paths of the tools that emsdk-setup.sh found or installed; the script lists the variables.
# The native core needs none of them: without the file, its libraries are downloaded by FetchContent.
set(KOODRIVE_SETUP_FILE "${CMAKE_CURRENT_LIST_DIR}/../../.emsdk/setup.cmake")
if(EXISTS "${KOODRIVE_SETUP_FILE}")
  include("${KOODRIVE_SETUP_FILE}")
elseif(EMSCRIPTEN OR KOODRIVE_TEST_ALL OR CMAKE_TOOLCHAIN_FILE)
  message(FATAL_ERROR "The tools are not set up yet. Run ./emsdk-setup.sh in the project's folder, then try again.")
endif()
