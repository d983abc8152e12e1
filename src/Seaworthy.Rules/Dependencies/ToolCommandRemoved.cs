using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Dependencies;

/// <summary>The newest release of a tool is installed, and called with a command of older releases.</summary>
internal sealed class ToolCommandRemoved : Rule<RefusedCommand>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/tool-command-removed",
            Title = "Removed tool command",
            Area = Area.Dependencies,
            Severity = Severity.Critical,
            Rationale =
                "The build fails without any change in the repository, since an unpinned installation gets the next major release, too.",
            Holds = "The installed release has the command.",
        };

    public override IEnumerable<RefusedCommand> Subjects(Deployment deployment) => deployment.All<RefusedCommand>();

    protected override Subject Identify(RefusedCommand subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(RefusedCommand subject, Deployment deployment)
    {
        if (subject.Removed is not { } removed)
        {
            yield break;
        }

        var gone = removed.Option is { } option ? $"the option `{option}`" : $"the command `{removed.Verb}`";
        yield return Fail(
                subject.Span,
                $"{subject.Subject} runs `{subject.Tool} {removed.Verb}{(removed.Option is { } shown ? " " + shown : "")}` with the newest {subject.Tool}, but {removed.Major}.0 {(removed.Plugin is { } plugin ? $"moved {gone} to {plugin}" : $"removed {gone}")}."
            )
            .Related(subject.Installed, "installs the newest release")
            .Remedy(
                removed.Plugin is null
                    ? $"Write `{removed.Instead}{Besides(subject)}` in {subject.Span}, or pin a release in {subject.Installed}: `{subject.Tool}=={removed.Major - 1}.*`."
                    : $"Install the plug-in above {subject.Span} (`{removed.Instead}`), or pin a release in {subject.Installed}: `{subject.Tool}=={removed.Major - 1}.*`."
            )
            .VerifyGone();
    }

    /// <summary>Poetry 2 also fails if the project itself cannot be installed yet; Poetry 1 only warned.</summary>
    /// <remarks>Source: Poetry changelog, 2.0.0: "poetry install" exits with an error when the root project cannot be installed.</remarks>
    private static string Besides(RefusedCommand subject) =>
        subject is { Tool: "poetry", Removed.Verb: "install", NeedsNoProject: false } ? " --no-root" : "";
}
