using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>go.work: the modules that are built together.</summary>
public sealed record GoWorkspace(SourceFile File) : Artifact(File)
{
    /// <summary>Directories of modules, as written.</summary>
    public IReadOnlyList<Fact<string>> Uses { get; init; } = [];

    public IReadOnlyList<GoReplacement> Replacements { get; init; } = [];
}
