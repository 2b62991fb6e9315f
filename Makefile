# Two commands for a fresh machine: `make demo` and `make test`. Everything else is for developers.
.PHONY: demo test browser setup build lint format fuzz wasm bench generate clean

demo:
	scripts/demo

test:
	scripts/test

browser:
	scripts/browser-tests

setup:
	scripts/setup

build: setup
	swift build -c release --scratch-path .build-release --product lurescreen

lint:
	scripts/lint

format:
	swift format --in-place --parallel --recursive Package.swift Sources Tests Benchmarks

fuzz:
	scripts/fuzz

wasm:
	scripts/wasm

bench:
	Benchmarks/run

generate:
	scripts/generate

clean:
	rm -rf .build .build-*
