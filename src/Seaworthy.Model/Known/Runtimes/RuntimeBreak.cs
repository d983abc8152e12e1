namespace Seaworthy.Model.Known.Runtimes;

/// <summary>Releases of a package that fail with newer releases of their runtime.</summary>
/// <param name="Runtime">As <see cref="ImageRuntime.Runtime"/> has it.</param>
/// <param name="Package">As manifests name it.</param>
/// <param name="Releases">Those that fail, as a range.</param>
/// <param name="Since">The first release of the runtime with which they fail.</param>
/// <param name="Moment">When.</param>
/// <param name="Symptom">What is seen, as the end of a sentence.</param>
/// <param name="Source">Who says so.</param>
public sealed record RuntimeBreak(
    string Runtime,
    string Package,
    string Releases,
    string Since,
    BreakMoment Moment,
    string Symptom,
    string Source
)
{
    private readonly VersionRange? releases = VersionRange.Parse(Releases, Runtime);

    private readonly long first = VersionLine.Parse(Since)?.First ?? long.MaxValue;

    /// <summary>The release to move to.</summary>
    public required string Fixed { get; init; }

    /// <summary>The last release of the runtime with which they work.</summary>
    public required string Last { get; init; }

    /// <summary>A word that changes the outcome where an image or a script holds it: an option of the runtime.</summary>
    public string? Unless { get; init; }

    /// <summary>One locked release fails with every version that a tag stands for.</summary>
    public bool Fails(string release, VersionLine runtime) =>
        VersionLine.Parse(release) is { } locked && releases?.Accepts(locked) is true && runtime.First >= first;
}
