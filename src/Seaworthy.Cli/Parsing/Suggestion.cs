using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers.Settings;

namespace Seaworthy.Cli.Parsing;

/// <summary>The word that was probably meant, as the end of a sentence about one that does not exist.</summary>
internal static class Suggestion
{
    private const string Group = "/*";

    /// <summary>A full stop when no word comes near.</summary>
    public static string Of(string written, IEnumerable<string> known) => Ended(NearMiss.Of(written, known));

    /// <summary>The same for rules, of which people know the last part.</summary>
    public static string OfRule(string written, IReadOnlyList<string> known) =>
        written.EndsWith(Group, StringComparison.Ordinal)
            ? Ended(NearMiss.Of(written[..^Group.Length], known) is { } area ? area + Group : null)
            : Ended(RuleNames.Near(written, known) ?? NearEnd(written, known));

    private static string? NearEnd(string written, IReadOnlyList<string> known) =>
        NearMiss.Of(written, known.Select(End)) is { } end ? known.First(rule => End(rule) == end) : null;

    private static string Ended(string? meant) => meant is null ? "." : $"; did you mean '{meant}'?";

    private static string End(string rule) => rule[(rule.LastIndexOf('/') + 1)..];
}
