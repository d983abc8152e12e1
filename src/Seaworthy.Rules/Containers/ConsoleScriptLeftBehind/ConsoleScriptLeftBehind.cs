using Seaworthy.Model;

namespace Seaworthy.Rules.Containers;

/// <summary>An image takes the modules of Python packages from another stage, and not the program with which it starts.</summary>
internal sealed class ConsoleScriptLeftBehind : Rule<LeftConsoleScript>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/console-script-left-behind",
            Title = "Start with a program that stays in another stage",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The image builds, and its container ends as soon as it starts: the program is not found.",
            Holds = "The program of the package comes along with its modules.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<LeftConsoleScript>(LeftConsoleScripts.Link)];

    public override IEnumerable<LeftConsoleScript> Subjects(Deployment deployment) => deployment.All<LeftConsoleScript>();

    protected override Subject Identify(LeftConsoleScript subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(LeftConsoleScript subject, Deployment deployment)
    {
        if (subject.IsThere)
        {
            yield break;
        }

        yield return Fail(
                subject.Span,
                $"{subject.Subject} starts {subject.Program}, of which the image has the modules, but not the program: pip wrote that to /usr/local/bin of the other stage, and nothing copies it. The container ends with `\"{subject.Program}\": executable file not found in $PATH`."
            )
            .Related(subject.Packages)
            .Remedy(
                $"Start it as a module (`python -m {subject.Program}`), or add `COPY --from=… /usr/local/bin /usr/local/bin` behind {subject.Packages}."
            )
            .Verify(
                $"docker run --rm {BuiltImage.Built(subject.Subject, deployment)}   # must not say that {subject.Program} is not found"
            );
    }
}
