using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Dependencies;

/// <summary>A tool is installed in its newest release, and called in a way that only older ones know.</summary>
internal sealed class ToolCommandRemoved : Rule<RefusedCommand>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/tool-command-removed",
            Title = "Command that the newest release of its tool refuses",
            Area = Area.Dependencies,
            Severity = Severity.Critical,
            Rationale =
                "Nothing in the repository changed, and the build stops: whoever installs a tool without a release gets the next major one, too.",
            Holds = "The release that is installed knows the command, as far as is known.",
        };

    public override IEnumerable<RefusedCommand> Subjects(Deployment deployment) => deployment.All<RefusedCommand>();

    protected override Subject Identify(RefusedCommand subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(RefusedCommand subject, Deployment deployment)
    {
        if (subject.Removed is not { } removed)
        {
            yield break;
        }

        var gone = removed.Option is { } option ? $"the option {option}" : $"the command {removed.Verb}";
        yield return Fail(
                subject.Span,
                $"{subject.Subject} runs `{subject.Tool} {removed.Verb}{(removed.Option is { } shown ? " " + shown : "")}` with the newest {subject.Tool}, which does not know {gone} since {removed.Major}.0{(removed.Plugin is { } plugin ? $" without {plugin}" : "")}: the command fails, and what follows with it."
            )
            .Related(subject.Installed, "installs the newest release")
            .Remedy(
                removed.Plugin is null
                    ? $"Write `{removed.Instead}{Besides(subject)}` in {subject.Span}, or name a release in {subject.Installed}: `{subject.Tool}=={removed.Major - 1}.*`."
                    : $"Install the plug-in above {subject.Span} (`{removed.Instead}`), or name a release in {subject.Installed}: `{subject.Tool}=={removed.Major - 1}.*`."
            )
            .VerifyGone();
    }

    /// <summary>Poetry 2 also ends where the project itself is to be installed and is not there yet, of which Poetry 1 only warned.</summary>
    /// <remarks>Source: Poetry changelog, 2.0.0: "poetry install" exits with an error when the root project cannot be installed.</remarks>
    private static string Besides(RefusedCommand subject) =>
        subject is { Tool: "poetry", Removed.Verb: "install", NeedsNoProject: false } ? " --no-root" : "";
}
