# make run       builds a release and opens the demo dashboard
# make test      builds and runs every test
# Both install what is missing first, where they may.
#
# make simulate  lives through 100,000 worlds of the store, and fails each of its calls in each way
# make fuzz      sends a million damaged lines and more through the readers; with clang, guided by coverage
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
	seq 0 12500 87500 | xargs -P 2 -I FROM $(WORLDS) --from FROM --seeds 12500

stress: release
	python3 Benchmarks/store_stress all --lull $(LULL)

install: release
	install -D -m 0755 $(LULL) $(or $(PREFIX),$(HOME)/.local)/bin/lull

clean:
	rm -rf .build

prepare:
	@sh scripts/prepare
