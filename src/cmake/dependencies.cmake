# Third-party C++ sources, pinned by hash. Nothing is downloaded when emsdk-setup.sh has installed them already.
include(FetchContent)

if(KOODRIVE_NLOHMANN_JSON_INCLUDE_DIR)
  add_library(koodrive_nlohmann_json INTERFACE)
  add_library(nlohmann_json::nlohmann_json ALIAS koodrive_nlohmann_json)
  target_include_directories(koodrive_nlohmann_json SYSTEM INTERFACE "${KOODRIVE_NLOHMANN_JSON_INCLUDE_DIR}")
else()
  FetchContent_Declare(nlohmann_json SYSTEM
    URL https://github.com/nlohmann/json/releases/download/v3.12.0/json.tar.xz
    URL_HASH SHA256=42f6e95cad6ec532fd372391373363b62a14af6d771056dbfc86160e6dfff7aa
    DOWNLOAD_EXTRACT_TIMESTAMP OFF)
  FetchContent_MakeAvailable(nlohmann_json)
endif()

# The oldest supported release, the one that Linux distributions package: tests/core tests the decoder with it too.
# It is only unpacked (SOURCE_SUBDIR names no CMake project), because its targets would clash with those of the other release.
if(KOODRIVE_BUILD_TESTS AND NOT EMSCRIPTEN AND NOT KOODRIVE_NLOHMANN_JSON_INCLUDE_DIR)
  FetchContent_Declare(oldest_nlohmann_json
    URL https://github.com/nlohmann/json/releases/download/v3.11.3/json.tar.xz
    URL_HASH SHA256=d6c65aca6b1ed68e7a182f4757257b107ae403032760ed6ef121c9d55e81757d
    SOURCE_SUBDIR none
    DOWNLOAD_EXTRACT_TIMESTAMP OFF)
  FetchContent_MakeAvailable(oldest_nlohmann_json)
  set(KOODRIVE_OLDEST_NLOHMANN_JSON_INCLUDE_DIR "${oldest_nlohmann_json_SOURCE_DIR}/include")
endif()

if(KOODRIVE_BUILD_TESTS)
  if(KOODRIVE_CATCH2_SOURCE_DIR)
    set(FETCHCONTENT_SOURCE_DIR_CATCH2 "${KOODRIVE_CATCH2_SOURCE_DIR}")
  endif()
  FetchContent_Declare(Catch2 SYSTEM
    URL https://github.com/catchorg/Catch2/archive/refs/tags/v3.7.1.tar.gz
    URL_HASH SHA256=c991b247a1a0d7bb9c39aa35faf0fe9e19764213f28ffba3109388e62ee0269c
    DOWNLOAD_EXTRACT_TIMESTAMP OFF)
  # A unity build takes 15 s of CPU time instead of 67 s (Catch2 3.7.1, g++ 12): its hundred sources include the same headers.
  set(CMAKE_UNITY_BUILD ON)
  set(CMAKE_UNITY_BUILD_BATCH_SIZE 30)
  set(CATCH_INSTALL_DOCS OFF CACHE BOOL "" FORCE)
  FetchContent_MakeAvailable(Catch2)
  # Only the code under test needs sanitizers, optimisation and debug information; the test framework does not.
  target_compile_options(Catch2 PRIVATE -O0 -g0 -fno-sanitize=all)
  set(CMAKE_UNITY_BUILD OFF)
  list(APPEND CMAKE_MODULE_PATH "${Catch2_SOURCE_DIR}/extras")
endif()
