using Seaworthy.Model;

namespace Seaworthy.Rules.Containers;

/// <summary>An image copies the modules of Python packages from another stage, but not the program that it starts.</summary>
internal sealed class ConsoleScriptLeftBehind : Rule<LeftConsoleScript>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/console-script-left-behind",
            Title = "Missing Python console script",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The image builds, but its container exits at once with `executable file not found in $PATH`.",
            Holds = "The image has the program of the package as well as its modules.",
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
                $"{subject.Subject} starts `{subject.Program}`, but the image has only its modules: no COPY takes the program from `/usr/local/bin` of the other stage."
            )
            .Related(subject.Packages)
            .Remedy(
                $"Start it as a module (`python -m {subject.Program}`), or add `COPY --from=… /usr/local/bin /usr/local/bin` after {subject.Packages}."
            )
            .Verify(
                $"docker run --rm {BuiltImage.Built(subject.Subject, deployment)}   # must not say that {subject.Program} is not found"
            );
    }
}
