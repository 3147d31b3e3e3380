# make run       builds a release and opens the demo dashboard
# make test      builds and runs every test
# Both install what is missing first, where they may.
#
# make simulate  lives through 100,000 worlds of the store, fails each of its calls in each way, and reads a
#                million damaged lines
# make fuzz      sends what a fuzzer guided by coverage makes up through the reader, for FUZZ_SECONDS
# make stress    kills, starves and replicates the built program on this disk (Python 3; strace, git, rsync)

# The Swift runtime inside, and no symbols, which would double its size.
STATIC := --static-swift-stdlib -Xlinker -s
LULL   := .build/release/lull
WORLDS := .build/release/simulate-store

.PHONY: run test release install clean prepare simulate fuzz stress

run: release
	$(LULL) demo

release: prepare
	swift build -c release $(STATIC) --product lull

test: prepare
	swift build --build-tests
	swift test --skip-build

simulate: prepare
	swift build -c release $(STATIC) --product simulate-store
	$(WORLDS) --matrix
	$(WORLDS) --lines 1000000
	seq 0 12500 87500 | xargs -P 2 -I FROM $(WORLDS) --from FROM --seeds 12500

FUZZ_FLAGS := -Xswiftc -sanitize=fuzzer,address -Xcc -fsanitize=fuzzer-no-link,address
FUZZ_SECONDS ?= 60

fuzz: prepare
	LULL_FUZZ=1 swift build -c release --scratch-path .build-fuzz $(FUZZ_FLAGS) --product fuzz-journal
	mkdir -p .build-fuzz/corpus
	ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no .build-fuzz/release/fuzz-journal \
		-max_total_time=$(FUZZ_SECONDS) -max_len=4096 -print_final_stats=1 .build-fuzz/corpus Tests/Fuzz/Seeds

stress: release
	python3 Benchmarks/store_stress all --lull $(LULL)

install: release
	install -D -m 0755 $(LULL) $(or $(PREFIX),$(HOME)/.local)/bin/lull

clean:
	rm -rf .build

prepare:
	@sh scripts/prepare
