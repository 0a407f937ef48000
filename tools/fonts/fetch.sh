#!/usr/bin/env bash
# Brings Titillium Web (SIL OFL 1.1) from npm into App/wwwroot/fonts: the weights that app.css names, Latin only.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=5.3.0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm pack --silent --pack-destination "$work" "@fontsource/titillium-web@$version" >/dev/null
tar -xzf "$work"/fontsource-titillium-web-*.tgz -C "$work"
mkdir -p App/wwwroot/fonts
for weight in 400 600 700; do
  for subset in latin latin-ext; do
    cp "$work/package/files/titillium-web-$subset-$weight-normal.woff2" App/wwwroot/fonts/
  done
done
cp "$work/package/LICENSE" App/wwwroot/fonts/OFL.txt
chmod 644 App/wwwroot/fonts/*
