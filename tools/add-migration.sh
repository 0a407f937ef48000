#!/usr/bin/env bash
# Adds a migration for what the model has and the schema lacks: tools/add-migration.sh NameOfTheChange
set -eu
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
dotnet restore --locked-mode >/dev/null
dotnet dotnet-ef migrations add "${1:?say what changes, as one word}" --project Infrastructure --startup-project Infrastructure --output-dir Persistence/Sqlite/Migrations
