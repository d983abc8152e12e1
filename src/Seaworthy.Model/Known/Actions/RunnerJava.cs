namespace Seaworthy.Model.Known.Actions;

/// <summary>The Java that a machine of GitHub starts where no step sets another up.</summary>
/// <param name="Label">What <c>runs-on</c> says.</param>
/// <param name="Version">The major version.</param>
/// <param name="IsMoving">The label names another image from time to time.</param>
public sealed record RunnerJava(string Label, string Version, bool IsMoving = false)
{
    /// <remarks>Source: actions/runner-images, "Java" of the README of each image, as of July 2026. On Ubuntu 26.04 it is 25; when <c>ubuntu-latest</c> moves there is not said.</remarks>
    private static readonly RunnerJava[] All =
    [
        new("ubuntu-22.04", "11"),
        new("ubuntu-22.04-arm", "11"),
        new("ubuntu-24.04", "17"),
        new("ubuntu-24.04-arm", "17"),
        new("ubuntu-latest", "17", IsMoving: true),
    ];

    public static RunnerJava? Find(string label) =>
        Array.Find(All, runner => string.Equals(runner.Label, label, StringComparison.OrdinalIgnoreCase));
}
