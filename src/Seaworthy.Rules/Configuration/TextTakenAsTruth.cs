using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>A variable says no, and the program takes its text for true.</summary>
/// <remarks>Source: <see cref="TextTruth"/>.</remarks>
internal sealed class TextTakenAsTruth : Rule<TextTakenAsTruth.TrueText>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/text-taken-as-truth",
            Title = "String used as boolean",
            Area = Area.Configuration,
            Severity = Severity.High,
            Rationale = "Every text that is not empty is true, so the setting cannot be switched off.",
            Holds = "The program looks at the text of variables that say no.",
        };

    public override IEnumerable<TrueText> Subjects(Deployment deployment) =>
        deployment
            .Variables.SelectMany(variables => variables.Uses)
            .SelectMany(use => use.Reads.Where(read => read.Truth is not null).Select(read => Of(use, read)))
            .OfType<TrueText>()
            .GroupBy(text => text.Read.Span)
            .Select(same => same.OrderByDescending(text => text.Deceives).ThenByDescending(text => text.Given is not null).First());

    protected override Subject Identify(TrueText subject) => new(subject.Use.Name, subject.Read.Span);

    protected override IEnumerable<Verdict> Check(TrueText subject, Deployment deployment)
    {
        if (!subject.Deceives)
        {
            yield break;
        }

        var (use, read) = (subject.Use, subject.Read);
        var message = subject.Given is null
            ? $"{read.Span} falls back to the text `{subject.Text}` for {use.Name}, and takes it for true."
            : $"{subject.Giver} sets {use.Name} to `{subject.Text}`, but {read.Span} takes any text for true.";
        var isCertain =
            read.Truth is { IsCertain: true } && use.IsLoaded && read.Span.File == use.Strongest.Span.File && !subject.IsTemplate;
        yield return (isCertain ? Fail(read.Span, message) : LikelyFail(read.Span, message))
            .As(subject.IsTemplate ? Severity.Medium : Severity.High)
            .Related(subject.Given, "says no")
            .Remedy(
                subject.Given is { } given
                    ? $"Compare the text with `true` in {read.Span}, or leave {use.Name} out in {given}."
                    : $"Compare the text with `true` in {read.Span}."
            )
            .VerifyOneGone();
    }

    private static TrueText? Of(VariableUse use, EnvironmentRead read) =>
        use.Supply is { } supply
            ? supply.Value.Text is { Length: > 0 } text
                ? new TrueText(use, read, text, supply.Span)
                : null
            : read.Truth is { Fallback: { } fallback }
                ? new TrueText(use, read, fallback, null)
                : use.Promised is { Value.Raw: { Length: > 0 } promised } entry
                    ? new TrueText(use, read, promised, entry.Span) { IsTemplate = true }
                    : null;

    /// <summary>A text that a program takes for true.</summary>
    /// <param name="Given">Where it is set; null where the program falls back to it.</param>
    internal sealed record TrueText(VariableUse Use, EnvironmentRead Read, string Text, SourceSpan? Given)
    {
        /// <summary>A template sets it, which people copy.</summary>
        public bool IsTemplate { get; init; }

        public string Giver => IsTemplate && Given is { } given ? given.File.Path : Use.Workload.Name;

        /// <summary>Words that another place looks at may mean something else than no.</summary>
        public bool Deceives =>
            Read.Truth is { } truth
            && truth.IsDeceivedBy(Text)
            && (Text.Trim().Equals("false", StringComparison.OrdinalIgnoreCase) || Use.Reads.All(read => read.Truth is not null));
    }
}
