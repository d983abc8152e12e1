namespace Seaworthy.Reading.Code.Ruby;

/// <summary>A block of Rails' routes and what it puts in front of those in it.</summary>
/// <param name="Paths">What it adds, one of several; null when that is computed.</param>
/// <param name="Kind">What it is a block of.</param>
internal sealed record RailsScope(int Start, int End, RailsScope? Outer, IReadOnlyList<string>? Paths, RailsScopeKind Kind)
{
    private const int MostPaths = 8;
    private const int Deepest = 24;

    public int Depth { get; } = (Outer?.Depth ?? 0) + 1;

    public bool IsTooDeep => Depth > Deepest;

    /// <summary>Whether routes in it belong to another application than the one that is started.</summary>
    public bool IsForeign => Kind == RailsScopeKind.Foreign || Outer is { IsForeign: true };

    /// <summary>What is in front of a route in it; null when that is computed.</summary>
    /// <param name="ofCollection">It is a route of the whole collection, not of what hangs below one of its members.</param>
    public IReadOnlyList<string>? Whole(bool ofCollection)
    {
        var above = Outer is null ? [""] : Outer.Whole(Kind == RailsScopeKind.Collection);
        if (above is null || Paths is null)
        {
            return null;
        }

        var member = Kind == RailsScopeKind.Resources && !ofCollection ? "/{p}" : "";
        return [.. above.SelectMany(start => Paths.Select(path => RailsPaths.Join(start, path) + member)).Distinct().Take(MostPaths)];
    }
}
