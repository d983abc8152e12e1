using Seaworthy.Model;
using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Claims;

/// <summary>A claim with its places found, and the model that is asked about it.</summary>
/// <param name="There">Those of its places that are in the tree.</param>
internal sealed record AskedClaim(Claim Claim, IReadOnlyList<CheckedPlace> There, Deployment Deployment)
{
    // Who reads a file is often a line or two beside the one that a tool names.
    private const int Near = 2;

    // A statement of more lines, such as a whole service, is not what a line of it says.
    private const int LongestStatement = 10;

    /// <summary>The name or value that the claim is about first.</summary>
    public string? First => Claim.Values.Count > 0 ? Claim.Values[0] : null;

    public bool Names(string? value) => value is { Length: > 0 } && Claim.Values.Contains(value, StringComparer.Ordinal);

    public bool Names(int? port) => port is { } number && Ports(number).Any();

    /// <summary>The values that name a port, alone or in an address.</summary>
    public IEnumerable<string> Ports(int number) => Claim.Values.Where(value => IsPort(value, number));

    /// <summary>A place of the claim is there, or a line or two beside it.</summary>
    public bool IsNear(SourceSpan? span) => span is not null && There.Any(place => IsAt(span, place));

    public static bool IsAt(SourceSpan span, CheckedPlace place) =>
        place.Span is { } wanted
        && span.File.Path == wanted.File.Path
        && (
            span.IsWholeFile
            || wanted.IsWholeFile
            || (
                wanted.StartLine >= span.StartLine - Near
                && wanted.StartLine <= Math.Min(span.EndLine, span.StartLine + LongestStatement) + Near
            )
        );

    // 8080, api:8080, 80:8080, http://api:8080/
    private static bool IsPort(string value, int number) =>
        value
            .Split([':', '/', ' ', '='], StringSplitOptions.RemoveEmptyEntries)
            .Any(part => int.TryParse(part, System.Globalization.NumberStyles.None, null, out var port) && port == number);
}
