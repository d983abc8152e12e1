using Seaworthy.Model;

namespace Seaworthy.Rules.Containers;

/// <summary>A Python package takes a library, a program or a compiler of the system, and its image has none.</summary>
internal sealed class SystemLibraryMissing : Rule<SystemNeed>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/system-library-missing",
            Title = "Missing system library",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The package brings only its Python part. Slim and Alpine images hold neither compilers nor most shared libraries.",
            Holds = "The image holds what the package takes of the system.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<SystemNeed>(SystemNeeds.Link)];

    public override IEnumerable<SystemNeed> Subjects(Deployment deployment) => deployment.All<SystemNeed>();

    protected override Subject Identify(SystemNeed subject) => new($"{subject.Image.Name}: {subject.Package.Name}", subject.At);

    protected override IEnumerable<Verdict> Check(SystemNeed subject, Deployment deployment)
    {
        if (!subject.IsMissing)
        {
            yield break;
        }

        var (package, dockerfile) = (subject.Package, subject.Image.Dockerfile.File.Path);
        var system = subject.Stage.Base.Text ?? "";
        if (subject.UnknownBecause is { } why)
        {
            yield return Unknown(subject.At, $"Unknown whether {dockerfile} has {package.Needs} for {package.Name}: {why}.");
            yield break;
        }

        var found = package.Use switch
        {
            NativeUse.Build => LikelyFail(
                subject.At,
                $"pip compiles `{package.Name}`, but `{system}` has no {package.Needs} and {dockerfile} installs none: the build fails."
            ),
            NativeUse.Import => LikelyFail(
                subject.At,
                $"`{package.Name}` needs {package.Needs} at its import, but `{system}` has none and {dockerfile} installs none."
            ),
            _ => LikelyFail(
                    subject.At,
                    $"`{package.Name}` starts `{package.Needs}`, but `{system}` has none and {dockerfile} installs none."
                )
                .As(Severity.High),
        };
        yield return found
            .Related(subject.Declared)
            .Related(subject.Stage.Declared.Base.Span)
            .Remedy(
                $"Add `{subject.Install}` to {dockerfile}{(package.Instead is { } other ? $", or use `{other}` in {subject.Declared}" : "")}."
            )
            .Verify(
                package.Use switch
                {
                    NativeUse.Build => BuiltImage.Build(dockerfile, deployment),
                    NativeUse.Import =>
                        $"docker run --rm --entrypoint python {BuiltImage.Built(dockerfile, deployment)} -c 'import {package.Module}'",
                    _ => (CommandText)$"docker run --rm --entrypoint which {BuiltImage.Built(dockerfile, deployment)} {package.Needs}",
                }
            );
    }
}
