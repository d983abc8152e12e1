using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>One ecosystem that Dependabot keeps up to date, and where its manifests are.</summary>
public sealed record DependabotUpdate(Fact<string> Ecosystem, IReadOnlyList<Fact<string>> Directories, Fact<string>? Interval)
{
    /// <summary>What its commits and pull requests begin with: <c>commit-message.prefix</c>.</summary>
    public Fact<string>? Prefix { get; init; }
}
