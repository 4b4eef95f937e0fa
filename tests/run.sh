#!/usr/bin/env bash
# Builds everything and runs all tests. Needs the .NET 10 SDK; installs a browser when there is none.
#
#   bash tests/run.sh                                        everything
#   bash tests/run.sh --filter FullyQualifiedName~Browser    arguments go to "dotnet test"
#
#   TABLETOP_BROWSER=/path/to/chromium    the browser to use
#   TABLETOP_SCREENSHOTS=1                keep pictures of the pages in artifacts/screenshots
#
# The last line is "N passed, N failed". The exit code is 0 only if something ran and nothing failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

configuration=Release
results=artifacts/test-results
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_CLI_UI_LANGUAGE=en
export MSBUILDDISABLENODEREUSE=1

say() { printf '%s\n' "$*"; }

# Every step runs in a process group of its own, and the whole group ends with it: compilers, test hosts, servers
# under test and browsers stay behind in no case, a Ctrl-C included.
group=
end_group() {
  [ -n "$group" ] || return 0
  kill -TERM -- "-$group" 2>/dev/null && sleep 0.5 && kill -KILL -- "-$group" 2>/dev/null
  group=
}
trap end_group EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

run() {
  local code
  set -m
  "$@" </dev/null &
  group=$!
  set +m
  wait "$group"
  code=$?
  end_group
  return "$code"
}

give_up() {
  say "$*"
  say "0 passed, 0 failed"
  exit 1
}

# ---- browser ---------------------------------------------------------------------------------------------------

find_browser() {
  local candidate
  # The shell first: it draws no window of its own, and takes a quarter less processor time than the whole browser.
  for candidate in "${TABLETOP_BROWSER:-}" chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable \
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    [ -n "$candidate" ] || continue
    candidate=$(command -v "$candidate") || continue
    # Ubuntu's chromium is a stub that only tells how to install a snap, and a snap sees no other folder than its own.
    case $(readlink -f "$candidate") in */snap | */snap/*) continue ;; esac
    grep -aqs '/snap/bin/chromium' "$candidate" && [ "$(wc -c <"$candidate")" -lt 65536 ] && continue
    printf '%s\n' "$candidate"
    return 0
  done
  return 1
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else return 1
  fi
}

install_from_debian() {
  command -v apt-get >/dev/null || return 1
  grep -qsiE '^ID(_LIKE)?=.*ubuntu' /etc/os-release && return 1
  say "No browser found: installing chromium with apt-get (or set TABLETOP_BROWSER)."
  export DEBIAN_FRONTEND=noninteractive
  as_root apt-get update -qq
  as_root apt-get install -qq -y --no-install-recommends chromium-headless-shell fonts-dejavu-core ||
    as_root apt-get install -qq -y --no-install-recommends chromium fonts-dejavu-core
}

install_with_playwright() {
  local output=tests/Tabletop.Browser/bin/$configuration/net10.0/.playwright node with_deps=
  node=$(ls "$output"/node/*/node 2>/dev/null | head -n 1)
  [ -n "$node" ] || return 1
  [ "$(id -u)" = 0 ] || command -v sudo >/dev/null && with_deps=--with-deps
  say "No browser found: installing Playwright's own (or set TABLETOP_BROWSER)."
  "$node" "$output/package/cli.js" install $with_deps chromium || "$node" "$output/package/cli.js" install chromium
}

provide_browser() {
  local found
  if found=$(find_browser); then
    :
  elif install_from_debian >&2 && found=$(find_browser); then
    :
  elif install_with_playwright >&2; then
    found=    # Playwright finds its own
  else
    say "No browser could be installed: the browser tests will fail. Install Chromium, or set TABLETOP_BROWSER to its path."
  fi
  export TABLETOP_BROWSER=$found
}

# ---- counts ----------------------------------------------------------------------------------------------------

# Sum of one attribute of <Counters> over all result files.
count() {
  cat "$results"/*.trx 2>/dev/null | grep -o '<Counters [^>]*' | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' |
    awk '{ sum += $1 } END { print sum + 0 }'
}

# Names and messages of failed tests, and what a test host said when it ended before its tests.
failures() {
  cat "$results"/*.trx 2>/dev/null | awk '
    function plain(text) {
      gsub(/&#x[dD];/, "", text); gsub(/&#x[aA];/, "\n", text); gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text)
      gsub(/&quot;/, "\"", text); gsub(/&apos;/, "\047", text); gsub(/&amp;/, "\\&", text)
      return text
    }
    /<UnitTestResult /                 { name = $0; sub(/.* testName="/, "", name); sub(/".*/, "", name)
                                         failed = /outcome="(Failed|Error|Timeout|Aborted)"/
                                         if (failed) print "FAILED " plain(name) }
    /<RunInfo /                        { failed = /outcome="(Failed|Error|Aborted)"/ }
    failed && /<(Message|Text)>/       { inside = 1 }
    inside && !/\[FAIL\]|\[SKIP\]/      { text = $0; gsub(/<\/?(Message|Text)>/, "", text); sub(/^ */, "", text)
                                         if (text != "") print "    " plain(text) }
    /<\/(Message|Text)>/               { inside = 0 }
    /<\/(UnitTestResult|RunInfo)>/     { failed = 0 }'
}

# ---- run -------------------------------------------------------------------------------------------------------

command -v dotnet >/dev/null || give_up "The .NET 10 SDK is missing: https://dotnet.microsoft.com/download"
dotnet --list-sdks | grep -qE '^(1[0-9]|[2-9][0-9])\.' || give_up "The .NET SDK here is too old, version 10 is needed."

rm -rf "$results"
run dotnet build Tabletop.sln -c "$configuration" --nologo -v quiet -clp:NoSummary "-p:SharedCompilationId=tabletop-$$" ||
  give_up "The build failed."

provide_browser

# One project after the other (-m:1): two at a time leave a browser on two cores without breath.
run dotnet test Tabletop.sln -m:1 -c "$configuration" --no-build --nologo --results-directory "$results" \
  --logger "trx;LogFilePrefix=tests" --blame-hang-timeout 15m --blame-hang-dump-type none "$@"
code=$?

total=$(count total)
executed=$(count executed)
passed=$(count passed)
failed=$((executed - passed))
skipped=$((total - executed))

say
failures
if [ "$executed" -eq 0 ]; then
  say "No test ran."
  code=1
elif [ "$failed" -gt 0 ]; then
  code=1
elif [ "$code" -ne 0 ]; then
  say "No test failed, and yet the run ended with code $code: a test host crashed, see above. Counted as one failure."
  failed=1
fi

if [ "$skipped" -gt 0 ]; then
  say "$passed passed, $failed failed, $skipped skipped"
else
  say "$passed passed, $failed failed"
fi
exit "$code"
