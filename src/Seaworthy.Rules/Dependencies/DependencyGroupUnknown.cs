using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Dependencies;

/// <summary>An installation names a group of dependencies that the manifest does not have.</summary>
internal sealed class DependencyGroupUnknown : Rule<RefusedCommand>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/dependency-group-unknown",
            Title = "Group of dependencies that does not exist",
            Area = Area.Dependencies,
            Severity = Severity.Critical,
            Rationale = "Poetry stops with `Group(s) not found` before it installs anything, and the build with it.",
            Holds = "The manifest declares the groups that are named.",
        };

    public override IEnumerable<RefusedCommand> Subjects(Deployment deployment) =>
        deployment.All<RefusedCommand>().Where(command => command.Groups.Count > 0);

    protected override Subject Identify(RefusedCommand subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(RefusedCommand subject, Deployment deployment)
    {
        if (subject.Groups.FirstOrDefault(group => !group.IsDeclared) is not { } unknown)
        {
            yield break;
        }

        var path = unknown.Manifest.Path;
        yield return Fail(
                subject.Span,
                $"{subject.Subject} runs `{subject.Tool} {subject.Words[0].Literal} {unknown.Option} {unknown.Name.Value}`, and {path} declares no group {unknown.Name.Value}: the newest {subject.Tool} stops with \"Group(s) not found\"."
            )
            .Related(subject.Installed, "installs the newest release")
            .Remedy(
                unknown.Option == "--without"
                    ? $"Leave `{unknown.Option} {unknown.Name.Value}` out in {subject.Span}: there is nothing to leave out."
                    : $"Declare `[tool.poetry.group.{unknown.Name.Value}.dependencies]` in {path}, or correct the name in {subject.Span}."
            )
            .VerifyGone();
    }
}
