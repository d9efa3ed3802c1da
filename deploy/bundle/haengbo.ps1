# Starts haengbo from this folder; installs it here the first time, without a network.
# 이 폴더에서 행보를 연다. 처음에는 망 없이 여기에 설치한다.
$ErrorActionPreference = 'Stop'
$here = Split-Path -Parent $MyInvocation.MyCommand.Path
$env:PYTHONUTF8 = '1'
$env:PYTHONPATH = $null; $env:PYTHONHOME = $null # modules of other work are none of ours
[Console]::OutputEncoding = [System.Text.Encoding]::UTF8
if (-not $env:HAENGBO_LEDGER) { $env:HAENGBO_LEDGER = Join-Path $here 'haengbo.db' }
$venv = Join-Path $here '.venv'
$python = Join-Path $venv 'Scripts\python.exe'
$stamp = Join-Path $venv 'installed-@VERSION@'
if (-not (Test-Path $stamp)) {
    if (-not (Test-Path $python)) {
        if (Get-Command py -ErrorAction SilentlyContinue) {
            & py '-@PYTHON@' -m venv $venv
        } elseif (Get-Command python -ErrorAction SilentlyContinue) {
            & python -c 'import sys; sys.exit(sys.version_info[:2] != (@MAJOR@, @MINOR@))'
            if ($LASTEXITCODE -ne 0) { throw 'haengbo: Python @PYTHON@ is needed / 파이썬 @PYTHON@ 이 필요하다' }
            & python -m venv $venv
        }
        if (-not (Test-Path $python)) { throw 'haengbo: Python @PYTHON@ is needed / 파이썬 @PYTHON@ 이 필요하다' }
    }
    & $python -m pip install --quiet --disable-pip-version-check --no-index --find-links (Join-Path $here 'wheels') 'haengbo[@EXTRAS@]==@VERSION@'
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
    New-Item -ItemType File -Path $stamp -Force | Out-Null
}
$haengbo = Join-Path $venv 'Scripts\haengbo.exe'
if ($args.Count -eq 0) { & $haengbo serve } else { & $haengbo @args }
exit $LASTEXITCODE
