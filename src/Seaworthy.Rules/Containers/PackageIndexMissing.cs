using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A stage installs packages before anything has fetched the index of the repositories.</summary>
/// <remarks>Source: Docker documentation, "Building best practices", "apt-get": official images come without package lists.</remarks>
internal sealed class PackageIndexMissing : Rule<IReadOnlyList<SystemPackage>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/package-index-missing",
            Title = "Missing apt-get update",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "Official images contain no package lists: apt says `Unable to locate package`, and the build stops.",
            Holds = "The stage runs `apt-get update` before it installs packages.",
        };

    public override IEnumerable<IReadOnlyList<SystemPackage>> Subjects(Deployment deployment) =>
        deployment
            .All<SystemPackage>()
            .Where(package => package.Archive is null && !package.Releases[0].StartsWith("CentOS", StringComparison.Ordinal))
            .GroupBy(package => package.Base.Span)
            .Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<SystemPackage> subject) => new(subject[0].Subject, subject[0].Package.Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<SystemPackage> subject, Deployment deployment)
    {
        var unlisted = subject.Where(package => package.IsUnlisted).ToList();
        if (unlisted is not [var first, ..])
        {
            yield break;
        }

        var message =
            $"{first.Subject} installs {first.Package.Value} without `apt-get update` before it, and `{first.Base.Value}` contains no package lists.";
        yield return (first.IsForDevelopment ? Fail(first.Package.Span, message).As(Severity.High) : Fail(first.Package.Span, message))
            .Related(first.Base.Span)
            .Remedy($"Write `apt-get update && ` before the installation at {first.Package.Span}, in the same RUN.")
            .Verify(BuiltImage.Build(first.Subject, deployment));
    }
}
