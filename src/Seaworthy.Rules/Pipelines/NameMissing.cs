using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A command or expression uses a name that nothing defines. One class for every role; roles differ in their words.</summary>
internal sealed class NameMissing(
    RuleInfo info,
    IReadOnlyList<NameRole> roles,
    Func<NameUse, string> message,
    Func<NameUse, CommandText> check,
    bool isCertain = true,
    bool isOnePerSubject = false,
    bool isLinted = false
) : MissingNameRule
{
    private const int MostJobs = 10;
    private const int MostNeighbours = 300;
    private static readonly SearchValues<char> LettersAndDigits = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    );

    public override RuleInfo Info => info;

    protected override IReadOnlyList<NameRole> Roles => roles;

    // A job that reads ten jobs it does not need has one mistake.
    public override IEnumerable<IReadOnlyList<NameUse>> Subjects(Deployment deployment) =>
        isOnePerSubject
            ? base.Subjects(deployment)
                .GroupBy(same => same[0].IsMissing ? same[0].Subject : same[0].Name + same[0].Subject)
                .Select(group => group.SelectMany(same => same).ToList())
            : base.Subjects(deployment);

    protected override string Message(NameUse use) => message(use) + Available(use);

    protected override string Remedy(NameUse use) => RemedyAt([use]);

    private static string Available(NameUse use) =>
        use.Candidates.Count is > 0 and <= NameUse.MostCandidates ? $" Available: {string.Join(", ", use.Candidates)}." : "";

    private static string RemedyAt(IReadOnlyList<NameUse> uses) =>
        Remedy(uses[0], PlaceList.Of(uses.Where(other => other.Name == uses[0].Name).Select(other => other.Span)));

    private static string Remedy(NameUse use, string places) =>
        Near(use) is { } near
            ? $"Write `{near}` in {places}{(use.MeantWith is { } besides ? $" with `{besides}`" : "")}, if that is meant; otherwise define {use.Name} in {use.In}."
            : $"Define {use.Name} in {use.In}, or correct {places}.";

    protected override string Remedy(IReadOnlyList<NameUse> uses) =>
        uses[0] is { Role: NameRole.WorkflowStepProperty } output
            ? $"Write `steps.{output.In}.outputs.{output.Name}` in {PlaceList.Of(uses.Where(other => other.Name == output.Name).Select(other => other.Span))}."
        : uses[0] is { Role: NameRole.WorkflowNeed, Scope: { } needs } use ? Needed(use, needs, uses)
        : uses[0] is { Role: NameRole.WorkflowJobOutput, NeededAt: { } condition }
            ? $"{RemedyAt(uses)} Before you set it, review the code under the condition in {condition}, which the value then enables."
        : uses[0] is { Role: NameRole.CommandedNamespace, Related: { } stated, Candidates: [var space, ..] } looked
            ? $"Write `-n {space}` in {PlaceList.Of(uses.Select(other => other.Span))}, or `namespace: {looked.Name}` in {stated}."
        : uses[0] is { Role: NameRole.CalledWorkflowInput, Tool: NameMissingRules.CalledSecrets }
            ? $"Add `secrets: inherit` to the job in {PlaceList.Of(uses.Select(other => other.Span))}, or declare the secrets in {uses[0].In} and pass them."
        : RemedyAt(uses);

    // The job that is read goes into the `needs` of the other, if there is one.
    private static string Needed(NameUse use, SourceSpan needs, IReadOnlyList<NameUse> uses) =>
        use.Related is null
            ? $"Correct {use.Span}: there is no other job `{use.Name}` to add to the `needs:` of {use.In} ({needs})."
            : $"Add {NameList.Of([.. uses.Where(other => other.Role == use.Role && other.Related is not null).Select(other => $"`{other.Name}`").Distinct(StringComparer.OrdinalIgnoreCase)], MostJobs)} to the `needs:` of {use.In} ({needs}): it sees only the jobs listed there.";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        isLinted ? check(use) : TreeCheck.GoneOr(use.Span, check(use));

    protected override bool IsCertain(NameUse use) => isCertain && base.IsCertain(use) && !IsOnlyShown(use);

    protected override Severity Weight(NameUse use) => IsOnlyShown(use) ? Severity.Low : base.Weight(use);

    /// <summary>The empty value goes to the log alone, or to an input that has a default for it.</summary>
    private static bool IsOnlyShown(NameUse use) =>
        use
            is {
                Role: NameRole.WorkflowStep or NameRole.WorkflowStepOutput or NameRole.WorkflowStepProperty or NameRole.WorkflowVariable,
                IsOnlyShown: true
            };

    private static string? Near(NameUse use)
    {
        var plain = Plain(use.Name);
        // Many may be missing where many are known: each looks at the first of them alone.
        return Work.Counted(use.Candidates)
            .Take(MostNeighbours)
            .FirstOrDefault(candidate =>
                string.Equals(Plain(candidate), plain, StringComparison.OrdinalIgnoreCase)
                || (
                    use.Name.Length > 3
                    && (
                        candidate.StartsWith(use.Name, StringComparison.OrdinalIgnoreCase)
                        || use.Name.StartsWith(candidate, StringComparison.OrdinalIgnoreCase)
                    )
                )
            );
    }

    private static string Plain(string name) =>
        name.AsSpan().IndexOfAnyExcept(LettersAndDigits) < 0 ? name : string.Concat(name.Where(char.IsAsciiLetterOrDigit));
}
