using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Claims;

/// <summary>A place of a claim, looked for in the tree.</summary>
/// <param name="Span">The line; null where it is not there.</param>
public sealed record CheckedPlace(ClaimPlace Place, PlaceState State, SourceSpan? Span)
{
    /// <summary>The file in the tree; as the claim names it where there is none.</summary>
    public string Path => Span?.File.Path ?? Place.Path;

    public bool IsThere => State is PlaceState.Holds or PlaceState.Moved;
}
