using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>The build script of a package succeeds whatever its compiler says.</summary>
internal sealed class BuildScriptHidesErrors : Rule<MaskedBuild>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "build-script-hides-errors",
            "Masked compiler errors",
            Severity.Medium,
            "Pipelines and images are built from source with errors, or without any output: users are the first to see them.",
            "A failed compiler fails the build script."
        );

    public override IReadOnlyList<Relation> Relations => [new Relation<MaskedBuild>(MaskedBuilds.Link)];

    public override IEnumerable<MaskedBuild> Subjects(Deployment deployment) => deployment.All<MaskedBuild>();

    protected override Subject Identify(MaskedBuild subject) =>
        new($"{subject.Package.File.Path}: {subject.Script.Name}", subject.Script.Span);

    protected override IEnumerable<Verdict> Check(MaskedBuild subject, Deployment deployment)
    {
        if (subject.Hidden is { } hidden)
        {
            yield return Warn(
                    subject.Script.Span,
                    $"Script `{subject.Script.Name}` of {subject.Package.File.Path} succeeds although `{hidden.Text}` fails, so its errors stop no build."
                )
                .Related(subject.RunBy, "runs it")
                .Remedy($"Let `{hidden.Text}` fail: remove what is behind it in {subject.Script.Span}, and fix the errors.")
                .VerifyGone();
        }
    }
}
