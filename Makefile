# A list of commands, for those who like to type make. Each line can be run by
# itself. "make ci" is what a change is held to.

.PHONY: build test race lint fuzz bench site ci

build:
	go build -trimpath -ldflags='-s -w -buildid=' -o milepost ./cmd/milepost

test:
	go test ./...

race:
	go test -race ./...

lint:
	.ci/run vet format staticcheck deadcode

fuzz:
	.ci/run fuzz

# Twice or more into two files, and go tool benchstat compares them:
#   go tool -modfile=tools/go.mod benchstat old.txt new.txt
bench:
	go test -run='^$$' -bench=. -benchmem -count=6 ./...

# Our own plan, as a website in public/.
site:
	go run ./cmd/milepost build --strict

ci:
	.ci/run
