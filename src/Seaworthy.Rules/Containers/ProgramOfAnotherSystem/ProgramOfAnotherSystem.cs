using Seaworthy.Model;

namespace Seaworthy.Rules.Containers;

/// <summary>A program that was linked to one C library runs in an image with another, or with none.</summary>
internal sealed class ProgramOfAnotherSystem : Rule<CopiedProgram>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/program-of-another-system",
            Title = "C library mismatch",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale =
                "The image lacks the loader that the program needs: the container exits at once with `no such file or directory`, although the file exists.",
            Holds = "The program finds the C library that it was linked to, or needs none.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<CopiedProgram>(CopiedPrograms.Link)];

    public override IEnumerable<CopiedProgram> Subjects(Deployment deployment) => deployment.All<CopiedProgram>();

    protected override Subject Identify(CopiedProgram subject) => new(subject.Subject, subject.Copy);

    protected override IEnumerable<Verdict> Check(CopiedProgram subject, Deployment deployment)
    {
        if (!subject.CannotStart)
        {
            if (subject is { Needs: CLibrary.Glibc, Newer: { } newer })
            {
                yield return OfNewer(subject, newer, deployment);
            }

            yield break;
        }

        yield return Fail(
                subject.Copy,
                $"{subject.Subject} links {subject.Path} to {subject.Needs?.ToString().ToLowerInvariant()} in `{subject.BuiltOn}` ({subject.Because}), but runs it in `{subject.RunsOn}`, which {(subject.Has is { } has ? $"has {has.ToString().ToLowerInvariant()}" : "has no C library")}."
            )
            .Related(subject.Build, "it is linked here")
            .Remedy($"{char.ToUpperInvariant(subject.Remedy[0])}{subject.Remedy[1..]} in {subject.Build}.")
            .Verify($"docker run --rm --entrypoint {subject.Path} {BuiltImage.Built(subject.Subject, deployment)} --help");
    }

    private Verdict OfNewer(CopiedProgram subject, NewerRelease newer, Deployment deployment)
    {
        var message =
            $"{subject.Subject} links {subject.Path} in `{subject.BuiltOn}` (Debian {newer.Build}), but runs it in `{subject.RunsOn}` (Debian {newer.Run}), whose glibc is older";
        return (
            newer.IsAlwaysFelt
                ? Fail(subject.Copy, $"{message}: it exits with `version `{newer.Symbol}' not found`.")
                : Warn(subject.Copy, $"{message}: with C code in it, it exits with `version `{newer.Symbol}' not found`.").As(Severity.High)
        )
            .Related(subject.Build, "it is linked here")
            .Remedy($"Build and run it on one release of Debian: change the base image of one of the two stages.")
            .Verify($"docker run --rm --entrypoint {subject.Path} {BuiltImage.Built(subject.Subject, deployment)} --help");
    }
}
