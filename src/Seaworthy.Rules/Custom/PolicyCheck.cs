using Seaworthy.Model;
using Seaworthy.Model.Declared.Policies;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Custom;

/// <summary>A team's own rule, checked on the model like every other.</summary>
public sealed class PolicyCheck : Rule
{
    /// <summary>The prefix of their ids.</summary>
    public const string Prefix = "custom";

    private readonly PolicyRule rule;
    private readonly PolicyVocabulary.Kind kind;

    /// <param name="rule">The parsed and validated rule.</param>
    /// <param name="area">Its area.</param>
    /// <param name="severity">Its severity.</param>
    public PolicyCheck(PolicyRule rule, Area area, Severity severity)
    {
        ArgumentNullException.ThrowIfNull(rule);
        this.rule = rule;
        kind = PolicyVocabulary.Of(rule.Subject);
        Info = new RuleInfo
        {
            Id = $"{Prefix}/{rule.Id}",
            Title = rule.Title,
            Area = area,
            Severity = severity,
            Rationale = rule.Rationale,
            Holds = $"Every {rule.Subject} follows the rule.",
        };
    }

    public override RuleInfo Info { get; }

    /// <summary>The place of the rule.</summary>
    public SourceSpan WrittenAt => rule.Span;

    public override IEnumerable<Verdict> Judge(Deployment deployment) =>
        kind.Find(deployment).Where(subject => rule.Where is null || subject.Holds(rule.Where) == true).Select(Judge);

    private Verdict Judge(PolicySubject subject)
    {
        var asked = PolicySubject.Asked(rule.Require).Distinct(StringComparer.Ordinal).Select(name => subject.Values[name]).ToList();
        return (
            subject.Holds(rule.Require) switch
            {
                true => Verdict.Of(Info, Outcome.Pass, subject.Place, Info.Holds),
                false => Verdict
                    .Of(Info, rule.IsAdvice ? Outcome.Warn : Outcome.Fail, subject.Place, Message(subject))
                    .Remedy(Fill(rule.Remedy, subject) ?? $"Change it to follow {rule.Span}, or change the rule there."),
                null => Verdict.Of(
                    Info,
                    Outcome.Unknown,
                    subject.Place,
                    $"Unknown whether {subject.Name} follows the rule: {asked.Select(value => value.UnknownBecause).FirstOrDefault(why => why is not null)}."
                ),
            }
        ).Related(asked.Select(value => value.Span).OfType<SourceSpan>()) with
        {
            Subject = subject.Name,
        };
    }

    private string Message(PolicySubject subject) =>
        Fill(rule.Message, subject) is { } said ? Ended(said) : $"{subject.Name}: {Ended(rule.Title)}";

    private static string? Fill(string? text, PolicySubject subject) =>
        text is null
            ? null
            : subject.Values.Aggregate(
                text,
                (filled, value) => filled.Replace($"{{{value.Key}}}", value.Value.ToString(), StringComparison.Ordinal)
            );

    private static string Ended(string sentence) => sentence.EndsWith('.') ? sentence : sentence + ".";
}
