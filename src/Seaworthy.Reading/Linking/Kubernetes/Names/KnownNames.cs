using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Kubernetes.Names;

/// <summary>The names of workloads of one kind, by what another name may have been meant for.</summary>
internal sealed class KnownNames
{
    private readonly IReadOnlyList<Named> all;
    private readonly NearWords near;
    private readonly ILookup<long, int> byWords;
    private readonly ILookup<long, int> byAllButOne;

    public KnownNames(IReadOnlyList<Named> all)
    {
        this.all = all;
        near = new NearWords([.. all.Select(one => one.Name)]);
        var numbers = Enumerable.Range(0, all.Count).ToList();
        byWords = numbers.ToLookup(number => Sum(Words(all[number].Name)));
        byAllButOne = numbers
            .SelectMany(number => AllButOne(Words(all[number].Name)), (number, sum) => new { number, sum })
            .ToLookup(pair => pair.sum, pair => pair.number);
    }

    /// <summary>A slip of the pen, or one word more or less: <c>cv-job-matching-api</c> for <c>cv-matching-api</c>.</summary>
    public IEnumerable<Named> Near(string written)
    {
        var words = Words(written);
        var alike = byWords[Sum(words)]
            .Concat(byAllButOne[Sum(words)])
            .Concat(AllButOne(words).SelectMany(sum => byWords[sum]))
            .Where(number => AreAlike(Words(all[number].Name), words));
        return near.To(written).Select(word => word.Number).Concat(alike).Distinct().Order().Select(number => all[number]);
    }

    private static bool AreAlike(HashSet<string> some, HashSet<string> others)
    {
        var (few, many) = some.Count <= others.Count ? (some, others) : (others, some);
        return few.Count > 0 && many.Count - few.Count <= 1 && few.IsSubsetOf(many);
    }

    private static HashSet<string> Words(string name) => [.. name.Split('-', StringSplitOptions.RemoveEmptyEntries)];

    // Two sets of the same words have one sum, in whatever order; comparing the words rules out other sets with that sum.
    private static long Sum(HashSet<string> words) => words.Sum(word => (long)word.GetHashCode(StringComparison.Ordinal));

    private static IEnumerable<long> AllButOne(HashSet<string> words)
    {
        var sum = Sum(words);
        return words.Select(word => sum - word.GetHashCode(StringComparison.Ordinal));
    }
}
