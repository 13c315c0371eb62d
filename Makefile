# Entente: everything is made with Go alone; modules are fetched as needed.

GO ?= go
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
# Packages where things happen at once. The race detector needs a C compiler.
ATONCE = ./cmd/entente/... ./desk/... ./intake/... ./lang/... ./token/...

export CGO_ENABLED = 0

.PHONY: build test browser check race bench eval demo screens generate clean

build:
	$(GO) build -trimpath -o bin/entente ./cmd/entente

# test is what must pass before anything is merged.
test: browser
	@test -z "$$(gofmt -l $$(git ls-files '*.go' 2>/dev/null || find . -name '*.go'))" || { gofmt -l .; echo 'run gofmt -w on these'; exit 1; }
	$(GO) vet ./...
	$(GO) test -timeout 9m ./...

# browser installs what the tests of the pages need, where it is missing.
browser:
	@sh .ci/chromium

# check is test and what takes longer.
check: test race
	$(GO) run $(STATICCHECK) ./...

race:
	CGO_ENABLED=1 $(GO) test -race -short -timeout 9m $(ATONCE)

bench:
	$(GO) test -run '^$$' -bench . -benchmem ./...

# eval prints the table of scores on the labelled documents, with intervals.
eval:
	$(GO) test ./internal/goldentest -run Scores -table -v -count 1

# demo fills a register from the invented dossier that comes with the source.
demo: build
	rm -f bin/demo.db*
	bin/entente demo --register bin/demo.db

# screens makes the pictures of the README anew.
screens: browser
	$(GO) test ./web -run Screens -screens $(CURDIR)/doc/screens

# generate rewrites the files that are made from others, for review.
generate:
	$(GO) test ./cmd/entente -run Manual -update
	$(GO) test ./internal/goldentest -update

clean:
	rm -rf bin
