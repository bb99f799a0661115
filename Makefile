# davit: build, run, test, install.

PREFIX ?= /usr/local
ARGS ?=

# Warnings are errors in the targets of this package, in every build that make starts.
export DAVIT_STRICT := 1

binary := .build/davit
# Colours in messages are a compiler flag: with them, a build on a terminal and one in a pipe undo each other.
# Nothing loads symbols from the program: not offering them lets the linker leave out what nobody uses.
# Nothing debugs the stripped program either: making no debug information is a part of the build's time.
# The libraries of C and C++ are put into it as well (scripts/static-libraries): it runs where only a C library is.
optimised := scripts/static-libraries && PKG_CONFIG_PATH="$(CURDIR)/.build/static" swift build \
  --no-color-diagnostics -c release -Xswiftc -gnone --static-swift-stdlib -Xlinker --no-export-dynamic -Xlinker -L.build/static -Xswiftc -Xclang-linker \
  -Xswiftc -static-libgcc --product
share := $(DESTDIR)$(PREFIX)/share

.PHONY: run test check bench release install uninstall format docs clean

# Installs what is missing, builds, opens the dashboard: make run ARGS="--demo"
run:
	@scripts/setup run
	@$(MAKE) --no-print-directory release
	@scripts/run $(binary) $(ARGS)

# Installs what is missing and runs all tests on a dockerd of their own.
test:
	@scripts/setup test
	@scripts/test

# Format, warnings, architecture, fresh pages.
check:
	@scripts/setup run
	@scripts/check

# Measures davit on a dockerd of its own and prints a table: make bench ARGS="--quick"
bench: release
	@scripts/setup test
	$(optimised) DavitBench
	@scripts/private-engine run .build/release/DavitBench --davit $(binary) $(ARGS)

# The stripped binary, with the Swift runtime in it.
release:
	$(optimised) davit
	@strip -o $(binary) .build/release/davit
	@size=$$(stat -c %s $(binary)); test $$size -lt 41943040 \
	  || { echo "release: $$size bytes are more than 40 MiB: is Foundation linked?" >&2; exit 1; }

# Binary, manual page, completions and themes: make install PREFIX=/usr DESTDIR=/tmp/package
install:
	@test -x $(binary) || $(MAKE) --no-print-directory release
	install -Dm755 $(binary) $(DESTDIR)$(PREFIX)/bin/davit
	install -Dm644 docs/davit.1 $(share)/man/man1/davit.1
	install -d $(share)/bash-completion/completions $(share)/zsh/site-functions $(share)/fish/vendor_completions.d
	$(binary) --generate-completion-script bash > $(share)/bash-completion/completions/davit
	$(binary) --generate-completion-script zsh > $(share)/zsh/site-functions/_davit
	$(binary) --generate-completion-script fish > $(share)/fish/vendor_completions.d/davit.fish
	install -d $(share)/davit/themes
	install -m644 themes/*.yaml $(share)/davit/themes/

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/davit $(share)/man/man1/davit.1 $(share)/bash-completion/completions/davit \
	  $(share)/zsh/site-functions/_davit $(share)/fish/vendor_completions.d/davit.fish
	rm -rf $(share)/davit

format:
	swift format -i --parallel -r Package.swift Sources Tests Benchmarks themes

# Writes the generated pages.
docs:
	DAVIT_WRITE_DOCS=1 swift test --filter 'DocumentationTests|PicturePageTests'

clean:
	rm -rf .build
