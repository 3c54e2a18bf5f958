# The compiler warnings for every target of this project.
add_library(koodrive_warnings INTERFACE)
add_library(koodrive::warnings ALIAS koodrive_warnings)
target_compile_options(koodrive_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
  # Since Clang 22 -Wpedantic reports __COUNTER__, which the macros of Catch2 3.7.1 contain.
  $<$<AND:$<CXX_COMPILER_ID:Clang>,$<VERSION_GREATER_EQUAL:$<CXX_COMPILER_VERSION>,22>>:-Wno-c2y-extensions>)
