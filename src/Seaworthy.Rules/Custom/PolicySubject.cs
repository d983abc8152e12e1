using Seaworthy.Model.Declared.Policies;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Custom;

/// <summary>One subject of a team's rule, with its properties.</summary>
/// <param name="Name">Its name in reports.</param>
internal sealed record PolicySubject(string Name, SourceSpan Place, IReadOnlyDictionary<string, PolicyValue> Values)
{
    /// <summary>Null if unknown.</summary>
    public bool? Holds(PolicyCondition condition) =>
        condition switch
        {
            PolicyCondition.All all => All(all.Parts.Select(Holds)),
            PolicyCondition.Any any => !All(any.Parts.Select(part => !Holds(part))),
            PolicyCondition.Not not => !Holds(not.Part),
            PolicyCondition.Exists exists => Values[exists.Property] is { UnknownBecause: null } value
                ? value.Exists == exists.IsWanted
                : null,
            PolicyCondition.Matches matches => Values[matches.Property] is { UnknownBecause: null } value
                ? value.Texts.Any(text => matches.Patterns.Any(pattern => pattern.Matches(text)))
                : null,
            PolicyCondition.Within within => Values[within.Property] is { UnknownBecause: null } value
                ? IsWithin(value.Number, within)
                : null,
            _ => null,
        };

    /// <summary>Every property that a condition names.</summary>
    public static IEnumerable<string> Asked(PolicyCondition condition) =>
        condition switch
        {
            PolicyCondition.All all => all.Parts.SelectMany(Asked),
            PolicyCondition.Any any => any.Parts.SelectMany(Asked),
            PolicyCondition.Not not => Asked(not.Part),
            PolicyCondition.Exists exists => [exists.Property],
            PolicyCondition.Matches matches => [matches.Property],
            PolicyCondition.Within within => [within.Property],
            _ => [],
        };

    // One false condition decides, whatever the others are.
    private static bool? All(IEnumerable<bool?> parts)
    {
        bool? all = true;
        foreach (var part in parts)
        {
            if (part == false)
            {
                return false;
            }

            all = part is null ? null : all;
        }

        return all;
    }

    private static bool IsWithin(decimal? number, PolicyCondition.Within within) =>
        number is { } known
        && (within.From is not { } from || (within.IsOpen ? known > from : known >= from))
        && (within.To is not { } to || (within.IsOpen ? known < to : known <= to));
}
