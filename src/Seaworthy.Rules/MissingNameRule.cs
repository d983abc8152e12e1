using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules;

/// <summary>Asks of every name: does anything define it? Rules differ in the roles they judge and in their words. A name that a file uses in many places is one subject.</summary>
internal abstract class MissingNameRule : Rule<IReadOnlyList<NameUse>>
{
    private const int MostPlaces = 10;

    protected abstract IReadOnlyList<NameRole> Roles { get; }

    /// <summary>What is wrong, with the consequence: <c>api mounts the volume data, which compose.yaml does not declare: compose refuses the file</c>.</summary>
    protected abstract string Message(NameUse use);

    /// <summary>The same for several names with one cause.</summary>
    protected virtual string Message(IReadOnlyList<NameUse> uses) => Message(uses[0]);

    protected abstract string Remedy(NameUse use);

    /// <summary>The same for all places that lack it.</summary>
    protected virtual string Remedy(IReadOnlyList<NameUse> uses) => Remedy(uses[0]);

    protected abstract CommandText Check(NameUse use, Deployment deployment);

    public override IEnumerable<IReadOnlyList<NameUse>> Subjects(Deployment deployment) =>
        deployment
            .Names.Where(use => Roles.Contains(use.Role) && IsJudged(use))
            .GroupBy(Cause)
            .Select(same =>
                same.OrderByDescending(use => use.IsMissing && IsCertain(use) ? 1 : 0)
                    .ThenByDescending(use => use.IsMissing ? 1 : 0)
                    .ThenByDescending(use => use.Definition is null ? 1 : 0)
                    .ToList()
            );

    /// <summary>Uses with one cause are one subject.</summary>
    protected virtual object Cause(NameUse use) =>
        new
        {
            use.Role,
            use.Name,
            use.In,
            use.Span.File.Path,
        };

    protected override Subject Identify(IReadOnlyList<NameUse> subject) => new(subject[0].Subject, subject[0].Span, subject[0].Name);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<NameUse> subject, Deployment deployment)
    {
        var use = subject[0];
        if (use.IsMissing)
        {
            var missing = subject.Where(other => other.IsMissing).ToList();
            var message = use.Doubt is { } doubt ? $"{Message(missing)} Likely, not certain: {doubt}." : Message(missing);
            var verdict = IsCertain(use) ? Fail(use.Span, message) : Warn(use.Span, message).As(Weight(use));
            yield return verdict
                .Related(use.NeededAt)
                .Related(use.Related)
                .Related(Places(use))
                .Related(missing.Skip(1).Take(MostPlaces).Select(other => other.Span))
                .Remedy(Remedy(missing))
                .Verify(Check(use, deployment));
        }
        else if (use is { Definition: null, UnknownBecause: { } why })
        {
            yield return Unknown(use.Span, $"Unknown whether {use.Name} is defined: {why}.");
        }
        else if (use is { IsTold: true, Definition: { } stated })
        {
            yield return Pass(use.Span, $"{use.Name} is created outside the repository ({stated}).").Related(stated);
        }
    }

    /// <summary>Nothing stands between the statement and its failure.</summary>
    protected virtual bool IsCertain(NameUse use) => !use.IsConditional && use.Doubt is null;

    /// <summary>How bad it is where it is not certain.</summary>
    protected virtual Severity Weight(NameUse use) => Severity.Medium;

    /// <summary>What helps to understand it besides.</summary>
    protected virtual IEnumerable<SourceSpan> Places(NameUse use) => [];

    protected virtual bool IsJudged(NameUse use) => true;

    /// <summary>What there is instead: <c> Available: api, db.</c></summary>
    protected static string KnownThere(NameUse use) =>
        use.Candidates.Count is > 0 and <= NameUse.MostCandidates ? $" Available: {string.Join(", ", use.Candidates)}." : "";
}
