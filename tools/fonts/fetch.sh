#!/usr/bin/env bash
# Brings the fonts (SIL OFL 1.1) from npm: Titillium Web into App/wwwroot/fonts, the weights that app.css names, Latin only;
# Noto Sans into Infrastructure/Letters/Fonts, whole, because letters also go to families who write Cyrillic or Greek.
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

noto=0.4.2
letters=Infrastructure/Letters/Fonts
npm pack --silent --pack-destination "$work" "@expo-google-fonts/noto-sans@$noto" >/dev/null
mkdir -p "$work/noto" "$letters"
tar -xzf "$work"/expo-google-fonts-noto-sans-*.tgz -C "$work/noto"
cp "$work/noto/package/400Regular/NotoSans_400Regular.ttf" "$letters/NotoSans-Regular.ttf"
cp "$work/noto/package/600SemiBold/NotoSans_600SemiBold.ttf" "$letters/NotoSans-SemiBold.ttf"
cp "$work/noto/package/LICENSE_FONT" "$letters/OFL.txt"
chmod 644 "$letters"/*
