# What emsdk-setup.sh found or installed: paths only, see the script for their names.
set(KOODRIVE_SETUP_FILE "${CMAKE_CURRENT_LIST_DIR}/../../.emsdk/setup.cmake")
if(NOT EXISTS "${KOODRIVE_SETUP_FILE}")
  message(FATAL_ERROR "The tools are not set up yet. Run ./emsdk-setup.sh in the project's folder, then try again.")
endif()
include("${KOODRIVE_SETUP_FILE}")
