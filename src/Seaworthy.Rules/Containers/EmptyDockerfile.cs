using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;

namespace Seaworthy.Rules.Containers;

/// <summary>A Dockerfile holds no instruction.</summary>
internal sealed class EmptyDockerfile : Rule<Dockerfile>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/empty-dockerfile",
            Title = "Empty Dockerfile",
            Area = Area.Containers,
            Severity = Severity.Low,
            Rationale = "It looks like an image that can be built, but Docker refuses it.",
            Holds = "The Dockerfile has instructions.",
        };

    public override IEnumerable<Dockerfile> Subjects(Deployment deployment) => deployment.Of<Dockerfile>();

    protected override Subject Identify(Dockerfile subject) => new(subject.File.Path, subject.File.Whole);

    protected override IEnumerable<Verdict> Check(Dockerfile subject, Deployment deployment)
    {
        if (subject.IsEmpty)
        {
            yield return Warn(subject.File.Whole, $"{subject.File.Path} contains no instructions.")
                .Remedy($"Write the build, or delete {subject.File.Path}.")
                .Verify($"! git ls-files --error-unmatch {subject.File.Path} || git grep -nE '^\\s*FROM ' -- {subject.File.Path}");
        }
    }
}
