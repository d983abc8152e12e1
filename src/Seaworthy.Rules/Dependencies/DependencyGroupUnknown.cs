using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Dependencies;

/// <summary>An installation names a dependency group that the manifest does not have.</summary>
internal sealed class DependencyGroupUnknown : Rule<RefusedCommand>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/dependency-group-unknown",
            Title = "Unknown dependency group",
            Area = Area.Dependencies,
            Severity = Severity.Critical,
            Rationale = "Poetry fails with `Group(s) not found` before it installs anything, and so does the build.",
            Holds = "The manifest declares the named groups.",
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
                $"{subject.Subject} runs `{subject.Tool} {subject.Words[0].Literal} {unknown.Option} {unknown.Name.Value}`, but {path} declares no group `{unknown.Name.Value}`."
            )
            .Related(subject.Installed, "installs the newest release")
            .Remedy(
                unknown.Option == "--without"
                    ? $"Remove `{unknown.Option} {unknown.Name.Value}` in {subject.Span}: there is no such group."
                    : $"Declare `[tool.poetry.group.{unknown.Name.Value}.dependencies]` in {path}, or fix the name in {subject.Span}."
            )
            .VerifyGone();
    }
}
