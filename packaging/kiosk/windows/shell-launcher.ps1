# The kiosk as the only thing that one Windows user gets to see (Shell Launcher). Run once, as
# administrator, on Windows Enterprise, Education or IoT Enterprise. Not tried: see ../README.md.
param(
    [string] $User = "quiz",
    [string] $Program = '"C:\Program Files\quiz\quiz.exe" kiosk'
)
$ErrorActionPreference = "Stop"
Enable-WindowsOptionalFeature -Online -FeatureName Client-EmbeddedShellLauncher -All -NoRestart | Out-Null
$sid = (Get-LocalUser $User).SID.Value
$launcher = [wmiclass] "\\localhost\root\standardcimv2\embedded:WESL_UserSetting"
# What happens when the program ends: 0 starts it again, 3 does nothing. Staff who leave the kiosk end
# it with 0; then a black screen is left, and Ctrl+Alt+Del signs out.
$launcher.SetCustomShell($sid, $Program, @(0), @(3), 0) | Out-Null
# Everybody else keeps the desktop.
$launcher.SetDefaultShell("explorer.exe", 0) | Out-Null
$launcher.SetEnabled($true) | Out-Null
"The user $User gets $Program and nothing else from the next sign-in on."
