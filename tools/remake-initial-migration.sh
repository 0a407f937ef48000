#!/usr/bin/env bash
# Remakes the one migration of a schema that nobody runs yet. After the first release, add migrations instead.
set -eu
cd "$(dirname "$0")/.."
rm -rf Infrastructure/Persistence/Sqlite/Migrations
dotnet tool restore >/dev/null
dotnet dotnet-ef migrations add Initial --project Infrastructure --startup-project Infrastructure --output-dir Persistence/Sqlite/Migrations
