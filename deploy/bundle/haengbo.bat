@echo off
rem Starts haengbo from this folder; installs it here the first time, without a network.
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0haengbo.ps1" %*
exit /b %ERRORLEVEL%
