# The few commands of this house. Each brings what it needs first; the work is done by the scripts in .ci.
#   make run ADDR=0.0.0.0:8080 DATABASE=postgres://…     (both are optional)

ADDR ?=
DATABASE ?=
serve = $(if $(ADDR),--addr "$(ADDR)") $(if $(DATABASE),--database "$(DATABASE)")

.PHONY: help run test check fuzz bench site

help:
	@echo 'make run     build everything, fill an empty database with the demo, serve http://127.0.0.1:3000'
	@echo 'make test    everything that can be tested, as the gate does'
	@echo 'make check   format, clippy on the three shapes of app, and the rules: what to run while writing'
	@echo 'make fuzz    an hour of whatever bytes into the importer of calendars (SECONDS=…)'
	@echo 'make bench   the measurements'

run:
	@.ci/ground run
	@.ci/site
	@cargo build --release -p server
	@echo 'run: http://$(or $(ADDR),127.0.0.1:3000) (stop with Ctrl-C)'
	@exec target/release/accolade serve --demo $(serve)

test:
	@.ci/test all

check:
	@.ci/test check

fuzz:
	@.ci/test fuzz $(SECONDS)

bench:
	@.ci/ground run
	@.ci/site
	@cargo build --release -p server
	@bash server/benches/run

site:
	@.ci/ground run
	@.ci/site
