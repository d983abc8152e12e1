using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>A workload is given a variable that nothing reads, while its code reads nearly the same name, which nothing sets. One slip in many targets is one verdict.</summary>
internal sealed class VariableUnderAnotherName : Rule<IReadOnlyList<VariableUse>>
{
    private const int MostPlaces = 4;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/variable-under-another-name",
            Title = "Variable supplied under another name than the one that is read",
            Area = Area.Configuration,
            Severity = Severity.High,
            Rationale = "The value that somebody set has no effect, without a word: the program runs with its default or with nothing.",
            Holds = "The variable is supplied under the name that is read.",
        };

    public override IEnumerable<IReadOnlyList<VariableUse>> Subjects(Deployment deployment) =>
        deployment
            .Variables.SelectMany(variables => variables.Uses)
            .Where(use => use.Supply is not null || use.Near is not null)
            // Settings that all carry one prefix lack it together.
            .GroupBy(use =>
                Prefix(use) is { } prefix
                    ? new Cause(use.Workload.Name, prefix, null)
                    : new Cause(use.Workload.Name, use.Name, use.Near?.Name)
            )
            .Select(same => same.OrderByDescending(use => IsNeeded(use) ? 1 : 0).ToList());

    protected override Subject Identify(IReadOnlyList<VariableUse> subject) =>
        new(subject[0].Workload.Name, subject[0].Near?.Span ?? subject[0].Strongest.Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<VariableUse> subject, Deployment deployment)
    {
        var use = subject[0];
        if (use is not { Supply: null, Near: { } near })
        {
            yield break;
        }

        var names = subject.Select(other => other.Near?.Name).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var message =
            names.Count > 1
                ? $"{use.Workload.Name} is given {VariableWords.List(names)}, which nothing reads; its code reads them with the prefix {Prefix(use)}, under which {use.Workload.TargetName} does not set them"
                : $"{use.Workload.Name} is given {near.Name}, which nothing reads; its code reads {use.Name}, which {use.Workload.TargetName} does not set";
        var verdict = IsNeeded(use)
            ? Fail(near.Span, $"{message}.")
            : Warn(near.Span, $"{message}{(use.Strongest.Default is null ? "" : ", and falls back to its default")}.").As(Severity.Medium);
        yield return verdict
            .Related(use.Reads.Take(MostPlaces).Select(read => read.Span), "read here")
            .Related(subject.Skip(1).Select(other => other.Near?.Span).OfType<Seaworthy.Model.Source.SourceSpan>(), "the same elsewhere")
            .Remedy($"Write `{use.Name}` instead of `{near.Name}` in {near.Span}.")
            .Verify($"git grep -n -e {use.Name} -e {near.Name}");
    }

    private sealed record Cause(string Workload, string Name, string? Near);

    /// <summary>What is read is what is supplied, behind a prefix; null when they differ otherwise.</summary>
    private static string? Prefix(VariableUse use) =>
        use is { Supply: null, Near: { } near } && use.Name.EndsWith("_" + near.Name, StringComparison.Ordinal)
            ? use.Name[..^near.Name.Length]
            : null;

    private static bool IsNeeded(VariableUse use) => use is { Demand: not Demand.Optional, UndecidedBecause: null };
}
