using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Settings;

/// <summary>A host that exists outside. A star in its name stands for any letters.</summary>
/// <param name="Span">The place of the statement.</param>
public sealed record OutsideHost(string Name, SourceSpan Span)
{
    // Names of hosts hold no slash: a star crosses the dots.
    private readonly WildPattern? pattern = WildPattern.Parse(Name.ToUpperInvariant());

    public bool Matches(string host) => host is not null && pattern?.Matches(host.ToUpperInvariant()) is true;
}
