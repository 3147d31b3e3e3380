// Where libFuzzer enters: it brings its own main, so that a Swift executable cannot be the target.
#include <stddef.h>
#include <stdint.h>

extern int32_t lull_fuzz_journal(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) { return lull_fuzz_journal(data, size); }
