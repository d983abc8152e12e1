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
}
