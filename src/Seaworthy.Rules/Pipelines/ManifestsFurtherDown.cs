using Seaworthy.Model;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary><c>kubectl apply -f</c> names a directory that has manifests only in subdirectories.</summary>
internal sealed class ManifestsFurtherDown : Rule<AppliedDirectory>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/manifests-further-down",
            Title = "kubectl apply without --recursive",
            Area = Area.Pipelines,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Without -R, kubectl reads only the directory itself, finds no manifest and applies nothing.",
            Holds = "The directory has manifests, or kubectl searches its subdirectories.",
        };

    public override IEnumerable<AppliedDirectory> Subjects(Deployment deployment) => AppliedDirectory.All(deployment);

    protected override Subject Identify(AppliedDirectory subject) => new(subject.Subject, subject.Word.Span);

    protected override IEnumerable<Verdict> Check(AppliedDirectory subject, Deployment deployment)
    {
        if (subject.IsRecursive || deployment.Tree.FilesIn(subject.Path).Any(IsManifest))
        {
            yield break;
        }

        if (deployment.Tree.FilesUnder(subject.Path).FirstOrDefault(IsManifest) is not { } below)
        {
            yield break;
        }

        var message =
            $"`{subject.Command.Span.Quote}` applies nothing: {subject.Path} has manifests only in subdirectories, such as {below.Path}.";
        yield return (subject.IsCertain ? Fail(subject.Word.Span, message) : Warn(subject.Word.Span, message).As(Severity.Medium))
            .Remedy($"Add `-R` in {subject.Word.Span}, or name each directory that has manifests.")
            .VerifyGone();
    }

    private static bool IsManifest(RepositoryFile file) =>
        file.Path.EndsWith(".yaml", StringComparison.Ordinal)
        || file.Path.EndsWith(".yml", StringComparison.Ordinal)
        || file.Path.EndsWith(".json", StringComparison.Ordinal);
}
