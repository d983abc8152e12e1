using Seaworthy.Model;

namespace Seaworthy.Rules.Containers;

/// <summary>A program that was linked to one C library runs in an image with another, or with none.</summary>
internal sealed class ProgramOfAnotherSystem : Rule<CopiedProgram>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/program-of-another-system",
            Title = "Program that was linked for another system",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale =
                "The program names the loader of the system it was built on. Where there is none, the kernel answers `no such file or directory`, though the file is there, and the container ends at once.",
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
                $"{subject.Subject} runs {subject.Path} in {subject.RunsOn}, which {(subject.Has is { } has ? $"has {has.ToString().ToLowerInvariant()}" : "has no C library")}; {subject.BuiltOn} linked it to {subject.Needs?.ToString().ToLowerInvariant()} ({subject.Because}): `exec {subject.Path}: no such file or directory`."
            )
            .Related(subject.Build, "it is linked here")
            .Remedy($"{char.ToUpperInvariant(subject.Remedy[0])}{subject.Remedy[1..]} in {subject.Build}.")
            .Verify($"docker run --rm --entrypoint {subject.Path} {BuiltImage.Built(subject.Subject, deployment)} --help");
    }
}
