using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary><c>kubectl apply -f</c> names a directory whose manifests all lie in directories below it.</summary>
internal sealed class ManifestsFurtherDown : Rule<AppliedDirectory>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/manifests-further-down",
            Title = "Directory that kubectl does not look below",
            Area = Area.Pipelines,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "kubectl reads the files of the directory itself, finds none that it knows, and applies nothing.",
            Holds = "The directory itself holds manifests, or kubectl is told to look below it.",
        };

    public override IEnumerable<AppliedDirectory> Subjects(Deployment deployment) =>
        deployment
            .Commands.SelectMany(site => AppliedDirectory.Of(site, deployment.Tree))
            .Concat(deployment.Of<Document>().SelectMany(document => AppliedDirectory.Of(document, deployment.Tree)))
            .DistinctBy(applied => applied.Word.Span);

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
            $"`{subject.Command.Span.Quote}` applies nothing: {subject.Path} itself holds no manifest, {below.Path} lies further down, and kubectl looks below only with -R.";
        yield return (subject.IsCertain ? Fail(subject.Word.Span, message) : Warn(subject.Word.Span, message).As(Severity.Medium))
            .Remedy($"Add -R to {subject.Word.Span}, or name each directory that holds manifests.")
            .VerifyGone();
    }

    private static bool IsManifest(RepositoryFile file) =>
        file.Path.EndsWith(".yaml", StringComparison.Ordinal)
        || file.Path.EndsWith(".yml", StringComparison.Ordinal)
        || file.Path.EndsWith(".json", StringComparison.Ordinal);
}
