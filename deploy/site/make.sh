#!/usr/bin/env bash
# Makes the folder of the static site from the page that a build has made: with the address of the API, and headers that let it call there.
#   make.sh PUBLISHED/static-site https://the-app.azurewebsites.net FOLDER
set -euo pipefail
[ $# -eq 3 ] || { sed -n '2,3s/^# *//p' "$0"; exit 2; }
page=$1 app=${2%/} site=$3
[[ "$app" =~ ^https://[A-Za-z0-9.-]+$ ]] || { echo "'$app' should be the app's address, such as https://the-app.azurewebsites.net"; exit 2; }
[ -f "$page/index.html" ] || { echo "'$page' holds no page; name the static-site folder of what dotnet publish made"; exit 2; }
mkdir -p "$site"
cp -R "$page/." "$site/"
printf 'window.VOICEBOT_API_BASE = "%s";\n' "$app" > "$site/config.js"
sed "s|APP_URL|$app|" "$(dirname "$0")/staticwebapp.config.json" > "$site/staticwebapp.config.json"
