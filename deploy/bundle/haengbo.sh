#!/bin/sh
# Starts haengbo from this folder; installs it here the first time, without a network.
# 이 폴더에서 행보를 연다. 처음에는 망 없이 여기에 설치한다.
set -eu
cd "$(dirname "$0")"
unset PYTHONPATH PYTHONHOME # modules of other work are none of ours
export PYTHONUTF8=1 HAENGBO_LEDGER="${HAENGBO_LEDGER:-$PWD/haengbo.db}"
PYTHON=""
for candidate in ${HAENGBO_PYTHON:-python@PYTHON@ python3 python}; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info[:2] != (@MAJOR@, @MINOR@))' 2>/dev/null; then
        PYTHON="$candidate"
        break
    fi
done
if [ -z "$PYTHON" ]; then
    echo "haengbo: Python @PYTHON@ is needed and was not found / 파이썬 @PYTHON@ 이 필요하다" >&2
    exit 2
fi
if [ ! -f .venv/installed-@VERSION@ ]; then
    [ -x .venv/bin/python ] || "$PYTHON" -m venv .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-index --find-links wheels \
        "haengbo[@EXTRAS@]==@VERSION@"
    : > .venv/installed-@VERSION@
fi
if [ $# -eq 0 ]; then
    exec .venv/bin/haengbo serve
fi
exec .venv/bin/haengbo "$@"
