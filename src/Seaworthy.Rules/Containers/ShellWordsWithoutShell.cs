using Seaworthy.Model;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Containers;

/// <summary>A list of words that no shell reads holds what only a shell understands.</summary>
internal sealed class ShellWordsWithoutShell : Rule<WordList>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/shell-words-without-shell",
            Title = "Shell syntax in a command that no shell runs",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The program gets `&&` and `$PORT` as they stand: what follows never runs, or the program ends with an error.",
            Holds = "Commands in lists hold nothing that only a shell understands.",
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
                        ? $"{subject.Program} gets `{found.Value}` and what follows as arguments{(subject.OperatorIsFatal ? ": the check fails whatever the answer is" : "")}"
                        : $"{subject.Program} gets `{found.Value}` as an argument, and what follows never runs by itself"
                )
                .Remedy(
                    subject.Use == WordUse.Check
                        ? $"Take `{found.Value}` and what follows out of {found.Span}, or write the check as one text for a shell (`CMD-SHELL`)."
                        : $"Let a shell run it in {subject.Span}: `[\"sh\", \"-c\", \"…\"]`."
                );
        }
        else if (subject.Variable is { } variable)
        {
            yield return Tell(
                    subject,
                    variable,
                    subject.VariableIsFatal,
                    $"{subject.Program} gets the letters `{variable.Value}`, not the value"
                )
                .Remedy(
                    subject.IsKubernetes
                        ? $"Write `$(NAME)` in {variable.Span}, which Kubernetes replaces by a variable of the container."
                        : $"Let a shell run it in {subject.Span}: `[\"sh\", \"-c\", \"exec …\"]`, or write the value itself."
                );
        }
    }

    private Verdict Tell(WordList subject, Fact<string> word, bool isFatal, string what)
    {
        var message = $"No shell runs the {Name(subject.Use)} of {subject.Subject}: {what}.";
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
