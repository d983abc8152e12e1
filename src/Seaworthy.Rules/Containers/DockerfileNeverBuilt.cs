using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>Several Dockerfiles of a repository are built by nothing in it.</summary>
internal sealed class DockerfileNeverBuilt : Rule<IReadOnlyList<Image>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/dockerfile-never-built",
            Title = "Unused Dockerfiles",
            Area = Area.Containers,
            Severity = Severity.Low,
            Certainty = Certainty.Likely,
            Rationale = "Nothing tests these Dockerfiles, and it is unclear which ones are deployed.",
            Holds = "The repository builds its Dockerfiles.",
        };

    // Once for the repository.
    public override IEnumerable<IReadOnlyList<Image>> Subjects(Deployment deployment) =>
        OrphanDockerfiles.Judged(deployment) is { Count: > 0 } files ? [files] : [];

    protected override Subject Identify(IReadOnlyList<Image> subject) => new("Dockerfiles", subject[0].Dockerfile.File.Whole);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<Image> subject, Deployment deployment)
    {
        var orphans = OrphanDockerfiles.Of(subject, deployment);
        if (orphans.Count == 0)
        {
            yield break;
        }

        var names = string.Join(", ", orphans.Take(6).Select(image => image.Name)) + (orphans.Count > 6 ? "…" : "");
        // They may be built by hand, or from another repository.
        yield return Unknown(
                orphans[0].Dockerfile.File.Whole,
                $"No compose file, workflow or script builds {orphans.Count} of {subject.Count} Dockerfiles: {names}."
            )
            .Related(orphans.Skip(1).Select(image => image.Dockerfile.File.Whole))
            .Remedy("Build them where they are used, document who builds them, or delete them.")
            .Verify($"git grep -n 'docker build\\|dockerfile:'");
    }
}
