# make run    builds a release and opens the demo dashboard
# make test   builds and runs every test
# Both install what is missing first, where they may.

# The Swift runtime inside, and no symbols, which would double its size.
STATIC := --static-swift-stdlib -Xlinker -s
LULL   := .build/release/lull

.PHONY: run test release install clean prepare

run: release
	$(LULL) demo

release: prepare
	swift build -c release $(STATIC) --product lull

test: prepare
	swift build --build-tests
	swift test --skip-build

install: release
	install -D -m 0755 $(LULL) $(or $(PREFIX),$(HOME)/.local)/bin/lull

clean:
	rm -rf .build

prepare:
	@sh scripts/prepare
