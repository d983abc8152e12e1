using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>A Compose file, alone: before interpolation, overrides, <c>extends</c> and <c>include</c>. See <see cref="ComposeProject"/> for what they make together.</summary>
/// <remarks>Source: the Compose specification.</remarks>
public sealed record ComposeFile(SourceFile File) : Artifact(File)
{
    /// <summary>The project's name (<c>name:</c>).</summary>
    public Template? Name { get; init; }

    /// <summary>The obsolete <c>version:</c>, which today's Compose ignores.</summary>
    public Fact<string>? Version { get; init; }

    /// <summary>Services at the top level, as files had it before <c>services:</c> existed (format 1). Today's Compose refuses it.</summary>
    public bool IsLegacy { get; init; }

    public IReadOnlyList<ComposeInclude> Includes { get; init; } = [];

    /// <summary>Files under <c>include</c> that are commented out.</summary>
    public IReadOnlyList<Fact<string>> CommentedIncludes { get; init; } = [];

    public IReadOnlyList<ComposeService> Services { get; init; } = [];

    public IReadOnlyList<ComposeNetwork> Networks { get; init; } = [];

    public IReadOnlyList<ComposeVolume> Volumes { get; init; } = [];

    public IReadOnlyList<ComposeSecret> Secrets { get; init; } = [];

    public IReadOnlyList<ComposeConfig> Configs { get; init; } = [];

    /// <summary>Names of language models (<c>models:</c>).</summary>
    public IReadOnlyList<Fact<string>> Models { get; init; } = [];

    /// <summary>Every <c>x-</c> key at the top level.</summary>
    public IReadOnlyList<Fact<string>> Extensions { get; init; } = [];

    /// <summary>Every <c>!reset</c> and <c>!override</c>: what this file takes away from the files before it.</summary>
    public IReadOnlyList<ComposeMergeMark> MergeMarks { get; init; } = [];

    /// <summary>The variables of every <c>${NAME:?}</c>: Compose starts nothing without them.</summary>
    public IReadOnlyList<Fact<string>> Demands { get; init; } = [];

    /// <summary>A label of Rancher's agents is in it.</summary>
    /// <remarks>Source: Rancher 1.6 documentation, "Rancher Compose", "Labels".</remarks>
    public bool NamesRancher => File.Text.Contains("io.rancher.", StringComparison.Ordinal);

    public ComposeService? FindService(string name) => Services.FirstOrDefault(service => service.Name.Value == name);
}
