namespace Seaworthy.Model.Known.Actions;

/// <summary>The images of Ubuntu for which <c>actions/setup-python</c> has a Python.</summary>
/// <remarks>
/// Sources: actions/python-versions, <c>versions-manifest.json</c>; actions/setup-python, issues 962 ("The version '3.7' with architecture 'x64' was not found for Ubuntu 24.04") and 665 (3.6 upon 22.04);
/// actions/runner-images, issue 14254: 22.04 is served until April 2027.
/// </remarks>
public static class RunnerPython
{
    public const string NewestImage = "ubuntu-24.04";

    public const string OlderImage = "ubuntu-22.04";

    /// <summary>The newest of GitHub's images with that version, asked for as in <c>python-version</c>; null when none that is served has it.</summary>
    public static string? ImageFor(string version) =>
        version.Split('.') switch
        {
            ["2", ..] => null,
            ["3", var minor, ..] when int.TryParse(minor, out var number) && number < 8 => number == 7 ? OlderImage : null,
            _ => NewestImage,
        };
}
