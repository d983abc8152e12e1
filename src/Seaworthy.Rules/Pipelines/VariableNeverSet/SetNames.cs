using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>The variables that a script sets, by what another name may have been meant for.</summary>
internal sealed class SetNames
{
    private const int FewestWordsOfFamily = 3;

    private readonly List<Fact<string>> set;
    private readonly Lazy<NearWords> near;
    private readonly Lazy<ILookup<string, Fact<string>>> families;

    public SetNames(List<Fact<string>> set)
    {
        this.set = set;
        near = new(() => new NearWords([.. set.Select(name => name.Value)]));
        families = new(() => set.Where(name => Family(name.Value).Length > 0).ToLookup(name => Family(name.Value), StringComparer.Ordinal));
    }

    /// <summary>The one most like it; the first of several.</summary>
    public Fact<string>? Near(string name) =>
        near
            .Value.To(name)
            .Where(found => !AreNumbered(name, set[found.Number].Value))
            .OrderBy(found => found.Distance)
            .ThenBy(found => found.Number)
            .Select(found => set[found.Number])
            .FirstOrDefault();

    /// <summary>The first of those that differ in the last word only, where there are several.</summary>
    public Fact<string>? OfFamily(string name) =>
        Family(name) is { Length: > 0 } family && families.Value[family].Take(2).ToList() is [var first, _] ? first : null;

    /// <summary>All but the last word of a name of at least three; empty for others.</summary>
    private static string Family(string name) =>
        name.Count(letter => letter == '_') >= FewestWordsOfFamily - 1 ? name[..(name.LastIndexOf('_') + 1)] : "";

    /// <summary><c>HOST1</c> and <c>HOST2</c>, <c>V1_TAG</c> and <c>V2_TAG</c>: two of a row.</summary>
    private static bool AreNumbered(string one, string other) =>
        string.Concat(one.Where(letter => !char.IsAsciiDigit(letter))) == string.Concat(other.Where(letter => !char.IsAsciiDigit(letter)));
}
