using Seaworthy.Model.Known;
using Seaworthy.Model.Known.Tags;

namespace Seaworthy.Reading.Linking.Images.Releases;

/// <summary>The name of an image after a move: its tag with the new release, in the same variant, upon a system that is supported too.</summary>
internal static class ReleaseTags
{
    private const string DotNet = "mcr.microsoft.com/dotnet/";

    /// <summary>Null when no such image is known to be published.</summary>
    /// <param name="isOfSystem">The release is one of the system below; the image's own may stay.</param>
    public static string? Of(ImageReference old, EndOfLife to, bool isOfSystem) =>
        to.Product == "dotnet" ? OfDotNet(old, to)
        : old.IsOfficial && OfficialTags.Of(old.Repository) is { } published
            ? Candidates(old.EffectiveTag.Split('-'), to, isOfSystem)
                .Where(tag => published.Had(tag) is true)
                .Select(tag => $"{old.Repository}:{tag}")
                .FirstOrDefault()
        : null;

    /// <summary>The nearest first: the same parts, a shorter number, and no part for the system: such a tag is made anew, upon the newest system, as long as its number is not one of a single day.</summary>
    private static IEnumerable<string> Candidates(string[] parts, EndOfLife to, bool isOfSystem)
    {
        string[] moved = [.. parts.Select(part => Supported(part, to))];
        string[] plain = [.. parts[1..].Select(WithoutSystem).Where(part => part.Length > 0)];
        IReadOnlyList<string> numbers = isOfSystem ? [.. Shorter(moved[0])] : [to.Version];
        return numbers
            .Select(number => string.Join('-', [number, .. moved[1..]]))
            .Concat(
                numbers.Where(number => number.Count(letter => letter == '.') < 2).Select(number => string.Join('-', [number, .. plain]))
            );
    }

    /// <summary><c>buster</c> is <c>trixie</c> after a move, <c>alpine3.14</c> is <c>alpine3.23</c>; where the move is one of the system, what that leads to.</summary>
    private static string Supported(string part, EndOfLife to) =>
        EndOfLifeDates.OfSystem(part) is { } system
        && system.Date < EndOfLifeDates.AsOf
        && (system.Product == to.Product ? to : EndOfLifeDates.Supported(system).FirstOrDefault()) is { } next
            ? part.Replace(system.Version, next.Version, StringComparison.Ordinal)
            : part;

    private static string WithoutSystem(string part) =>
        EndOfLifeDates.OfSystem(part) is null ? part
        : part.StartsWith("alpine", StringComparison.Ordinal) ? "alpine"
        : "";

    private static IEnumerable<string> Shorter(string number)
    {
        for (var at = number; at.Length > 0; at = at.LastIndexOf('.') is > 0 and var dot ? at[..dot] : "")
        {
            yield return at;
        }
    }

    /// <remarks>Source: Microsoft Artifact Registry, dotnet/aspnet, dotnet/sdk, dotnet/runtime: the repositories below <c>dotnet/core</c> ended with release 3.1.</remarks>
    private static string OfDotNet(ImageReference old, EndOfLife to) =>
        $"{DotNet}{old.Name}:{to.Version}{(old.EffectiveTag.Contains("-alpine", StringComparison.Ordinal) ? "-alpine" : "")}";
}
