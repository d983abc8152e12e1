using Seaworthy.Model;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Containers;

/// <summary>A command in exec form contains syntax that only a shell understands.</summary>
internal sealed class ShellWordsWithoutShell : Rule<WordList>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/shell-words-without-shell",
            Title = "Shell syntax in exec form",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The program receives `&&` or `$PORT` literally: what follows never runs, or the program fails.",
            Holds = "Commands in exec form contain no shell syntax.",
        };

    public override IEnumerable<WordList> Subjects(Deployment deployment) => WordLists.All(deployment);

    protected override Subject Identify(WordList subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(WordList subject, Deployment deployment)
    {
        if (subject.Operator is { } found)
        {
            yield return Tell(
                    subject,
                    found,
                    subject.OperatorIsFatal,
                    subject.Use == WordUse.Check
                        ? $"`{subject.Program}` gets `{found.Value}` and the rest as arguments{(subject.OperatorIsFatal ? ", so the check always fails" : "")}"
                        : $"`{subject.Program}` gets `{found.Value}` as an argument, and the rest never runs"
                )
                .Remedy(
                    subject.Use == WordUse.Check
                        ? $"Remove `{found.Value}` and what follows from {found.Span}, or write the check as one string with `CMD-SHELL`."
                        : $"Let a shell run it in {subject.Span}: `[\"sh\", \"-c\", \"…\"]`."
                );
        }
        else if (subject.Variable is { } variable)
        {
            yield return Tell(
                    subject,
                    variable,
                    subject.VariableIsFatal,
                    $"`{subject.Program}` gets the text `{variable.Value}`, not its value"
                )
                .Remedy(
                    subject is { Use: WordUse.Check, IsKubernetes: false }
                        ? $"Write the check in {subject.Span} as one string with `CMD-SHELL`, so that a shell puts the value in."
                    : subject.IsKubernetes ? $"Write `$(NAME)` in {variable.Span}, which Kubernetes expands from the container's variables."
                    : $"Let a shell run it in {subject.Span}: `[\"sh\", \"-c\", \"exec …\"]`, or write the value itself."
                );
        }
    }

    private Verdict Tell(WordList subject, Fact<string> word, bool isFatal, string what)
    {
        var message = $"The {Name(subject.Use)} of {subject.Subject} runs without a shell: {what}.";
        return (isFatal ? Fail(word.Span, message) : Warn(word.Span, message).As(Severity.Medium)).VerifyGone();
    }

    private static string Name(WordUse use) =>
        use switch
        {
            WordUse.Check => "health check",
            WordUse.Build => "RUN",
            _ => "command",
        };
}
