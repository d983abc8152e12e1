using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Importing;

/// <summary>What is reported already, found by what makes another verdict the same: thousands of results of one file are joined with each other.</summary>
internal sealed class KnownVerdicts
{
    // A tool that speaks of most of a file speaks of the file.
    private const int MostLines = 30;

    // In the place of a line: everything of a file, and what speaks of most of it.
    private const int Everything = 0;
    private const int Wide = -1;

    private readonly List<Verdict> verdicts = [];
    private readonly Dictionary<Said, Indices> said = [];
    private readonly Dictionary<Vulnerability, Indices> vulnerabilities = [];
    private readonly Dictionary<GroupPlace, Indices> groups = [];
    private readonly Dictionary<string, List<EquivalentRules>> byRule = new(StringComparer.Ordinal);

    public int Count => verdicts.Count;

    public Verdict this[int index] => verdicts[index];

    /// <summary>Takes the place of a verdict that no other is the same as.</summary>
    public void Skip(Verdict verdict) => verdicts.Add(verdict);

    public void Add(Verdict verdict)
    {
        var index = verdicts.Count;
        verdicts.Add(verdict);
        Note(said, Said.Of(verdict), index);
        var span = verdict.Locations[0].Span;
        if (IsVulnerability(verdict))
        {
            Note(vulnerabilities, Vulnerability.Of(verdict), index);
        }

        foreach (var group in GroupsOf(verdict))
        {
            Note(groups, new GroupPlace(span.File.Path, group, Everything), index);
            if (group.IsOfFile)
            {
                continue;
            }

            foreach (var line in Lines(span))
            {
                Note(groups, new GroupPlace(span.File.Path, group, line), index);
            }
        }
    }

    /// <summary>All that say the same, in order.</summary>
    public IEnumerable<int> SameAs(Verdict next)
    {
        SortedSet<int> same = said.TryGetValue(Said.Of(next), out var equal) ? [.. equal.All] : [];
        foreach (var found in Alike(next))
        {
            same.UnionWith(found.All.Where(index => verdicts[index].Rule.Id != next.Rule.Id));
        }

        return same;
    }

    /// <summary>The first that says the same.</summary>
    public int? FirstSameAs(Verdict next)
    {
        int? first = said.TryGetValue(Said.Of(next), out var equal) ? equal.All[0] : null;
        foreach (var found in Alike(next))
        {
            var index = verdicts[found.All[0]].Rule.Id != next.Rule.Id ? found.All[0] : found.OfSecondRule;
            first = index < (first ?? int.MaxValue) ? index : first;
        }

        return first;
    }

    /// <summary>What says the same where it is of another rule.</summary>
    private IEnumerable<Indices> Alike(Verdict next)
    {
        // Two tools name one vulnerability of one package alike.
        if (vulnerabilities.TryGetValue(Vulnerability.Of(next), out var named))
        {
            yield return named;
        }

        var span = next.Locations[0].Span;
        foreach (var group in GroupsOf(next))
        {
            foreach (var line in group.IsOfFile || IsWide(span) ? [Everything] : Lines(span).Append(Wide))
            {
                if (groups.TryGetValue(new GroupPlace(span.File.Path, group, line), out var beside))
                {
                    yield return beside;
                }
            }
        }
    }

    private List<EquivalentRules> GroupsOf(Verdict verdict)
    {
        if (!byRule.TryGetValue(verdict.Rule.Id, out var found))
        {
            byRule[verdict.Rule.Id] = found = [.. EquivalentRules.Of(verdict.Rule.Id)];
        }

        return found;
    }

    private void Note<T>(Dictionary<T, Indices> lists, T key, int index)
        where T : class
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = new Indices();
        }

        list.All.Add(index);
        if (list.OfSecondRule is null && verdicts[list.All[0]].Rule.Id != verdicts[index].Rule.Id)
        {
            list.OfSecondRule = index;
        }
    }

    private static IEnumerable<int> Lines(SourceSpan span) =>
        IsWide(span) ? [Wide] : Enumerable.Range(span.StartLine, span.EndLine - span.StartLine + 1);

    private static bool IsWide(SourceSpan span) => span.IsWholeFile || span.EndLine - span.StartLine > MostLines;

    private static bool IsVulnerability(Verdict verdict) => RuleOf(verdict) is ['C', 'V', 'E', '-', ..] or ['G', 'H', 'S', 'A', '-', ..];

    private static string RuleOf(Verdict verdict) => verdict.Rule.Id[(verdict.Rule.Id.LastIndexOf('/') + 1)..];

    private sealed record Said(string Rule, SourceSpan Span, string Message)
    {
        public static Said Of(Verdict verdict) => new(verdict.Rule.Id, verdict.Locations[0].Span, verdict.Message);
    }

    private sealed record Vulnerability(string Path, string Rule)
    {
        public static Vulnerability Of(Verdict verdict) => new(verdict.Locations[0].Span.File.Path, RuleOf(verdict));
    }

    private sealed record GroupPlace(string Path, EquivalentRules Group, int Line);

    private sealed class Indices
    {
        public List<int> All { get; } = [];

        /// <summary>The first whose rule is another than that of the first of all.</summary>
        public int? OfSecondRule { get; set; }
    }
}
