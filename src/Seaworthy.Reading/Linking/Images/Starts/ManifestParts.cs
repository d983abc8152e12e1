using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>What a manifest names that its tool loads with it.</summary>
/// <param name="Tool">The command as a person would say it: <c>mvn package</c>.</param>
/// <param name="Directory">Where the manifest is in the image.</param>
/// <param name="Files">Relative to that directory.</param>
internal sealed record ManifestParts(string Tool, SourceFile Manifest, string Directory, IReadOnlyList<Fact<string>> Files)
{
    /// <summary>What the files are to the manifest, as the end of a sentence.</summary>
    public string Why { get; init; } = $"named by {Manifest.Path}";

    /// <summary>The command that makes the files where nobody made them yet.</summary>
    public string? MadeBy { get; init; }

    /// <summary>The tool goes on without them, to an end that nobody wants.</summary>
    public bool IsOnlyTold { get; init; }
}
