using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Model.Topology;

/// <summary>A compose command of a script or pipeline, with the files that it loads.</summary>
/// <param name="Verb"><c>up</c>, <c>build</c>, <c>exec</c>…; empty when it is computed or absent.</param>
/// <param name="Files">From the repository's root, in order: those of <c>-f</c>, else the default ones. Empty when unknown.</param>
public sealed record ComposeCall(CommandSite Site, string Verb, IReadOnlyList<ComposeCallFile> Files)
{
    /// <summary>It only ends or clears away what runs: files that never run together may be named in one such call.</summary>
    public bool OnlyEnds => Verb is "down" or "stop" or "kill" or "rm" or "pause";

    /// <summary>The merged files; null when one of them is missing or unknown.</summary>
    public ComposeProject? Project { get; init; }

    /// <summary>Named by <c>-f</c>, and not found by their usual names.</summary>
    public bool NamesFiles { get; init; }

    /// <summary>The words that name services.</summary>
    public IReadOnlyList<ShellWord> Services { get; init; } = [];

    /// <summary>Profiles it enables; null when one of them is computed.</summary>
    public IReadOnlyList<string>? Profiles { get; init; } = [];

    /// <summary>Why its files are unknown; null when they are known.</summary>
    public string? UnknownBecause { get; init; }

    /// <summary>As a person would name what it starts: <c>docker-compose.yml + docker-compose.prod.yml</c>.</summary>
    public string Name => string.Join(" + ", Files.Select(file => file.Path));
}
