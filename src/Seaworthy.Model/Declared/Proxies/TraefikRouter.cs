using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Proxies;

/// <summary>A router: a rule on requests, and the service they go to.</summary>
public sealed record TraefikRouter(Fact<string> Name)
{
    public Fact<string>? Rule { get; init; }

    /// <summary>The hosts of <c>Host(`…`)</c> in the rule.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The paths of <c>Path(`…`)</c> and <c>PathPrefix(`…`)</c>.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    public Fact<string>? Service { get; init; }
}
