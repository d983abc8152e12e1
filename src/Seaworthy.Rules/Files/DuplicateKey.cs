using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Files;

/// <summary>A key is defined twice in one mapping: the tool refuses the file, or silently drops the first definition.</summary>
internal sealed class DuplicateKey : Rule<ReadFile>
{
    // Two concatenated files repeat every key; more places add nothing.
    private const int MostPlaces = 10;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "files/duplicate-key",
            Title = "Duplicate key",
            Area = Area.Configuration,
            Severity = Severity.High,
            Rationale = "The tool refuses the whole file, or silently drops one of the two definitions, which may be the intended one.",
            Holds = "No key is defined twice.",
        };

    public override IEnumerable<ReadFile> Subjects(Deployment deployment) => ReadFile.In(deployment).Where(file => HasKeys(file.Artifact));

    protected override Subject Identify(ReadFile subject) => new(subject.Path, subject.Artifact.File.Whole);

    protected override IEnumerable<Verdict> Check(ReadFile subject, Deployment deployment)
    {
        // Two tools read the manifest: kustomize is strict with listed files, and uses the last definition in the kustomization itself.
        var tool = subject.Kustomization is { } kustomization ? FileTool.Of(kustomization) : subject.Tool;
        // Two stages of one name: BuildKit only warns, and uses the last.
        var isRefused = tool.Refuses.HasFlag(FileRefusal.DuplicateKey) && subject.Artifact is not (Kustomization or Dockerfile);
        // The tool stops at the first syntax error.
        var end = subject
            .Problems.Where(problem => problem.Kind == ProblemKind.Syntax)
            .Select(problem => problem.Span.Start)
            .DefaultIfEmpty(int.MaxValue)
            .Min();
        var duplicates = subject
            .Problems.Where(problem =>
                problem.Kind == ProblemKind.DuplicateKey
                && problem.Span.Start < end
                && (isRefused || !problem.IsMerge)
                && !problem.IsOneOfTwo
            )
            .ToList();
        if ((duplicates.Find(problem => !problem.IsRepetition) ?? duplicates.FirstOrDefault()) is not { } worst)
        {
            yield break;
        }

        var what =
            Sentence.Of(worst.Message)
            + duplicates.Count switch
            {
                1 => "",
                2 => ", and one more key is defined twice",
                _ => $", and {duplicates.Count - 1} more keys are defined twice",
            };
        var verdict = isRefused
            ? Fail(worst.Span, $"{what}; {tool.Name} refuses the file.").As(tool.MayTakeMore ? Certainty.Likely : Info.Certainty)
            : Warn(worst.Span, $"{what}; only the last definition counts{(worst.IsRepetition ? ", and both are equal" : "")}.")
                .As(worst.IsRepetition || subject.Artifact is EnvFile { IsTemplate: true } ? Severity.Low : Severity.Medium);
        verdict = duplicates
            .Where(problem => problem != worst)
            .Take(MostPlaces)
            .Aggregate(
                verdict.Related(worst.Related, "the first definition"),
                (all, problem) => all.Related(problem.Span, "second definition")
            )
            .Remedy(Remedy(worst, subject) + FileRemedy.Besides(duplicates, subject));
        yield return isRefused && FileCheck.Of(subject, deployment) is { } command && tool.Check is not null
            ? verdict.Verify(command)
            : verdict.VerifyOneGone();
    }

    private static string Remedy(Problem worst, ReadFile subject) =>
        subject.Problems.Any(problem => problem.Kind == ProblemKind.UnknownKey && problem.Span.Start == worst.Span.Start)
            ? $"Move each of the two to where it belongs ({worst.Related}, {worst.Span}): the tool knows no such key there."
        : worst.Remedy is { } remedy ? $"{remedy} ({worst.Related}, {worst.Span})."
        : "Keep one of the two definitions, and delete the other.";

    // What is written as instructions or as a list of lines has no keys to define.
    private static bool HasKeys(Artifact artifact) =>
        artifact
            is not (
                ShellScript
                or DockerIgnore
                or Requirements
                or Gemfile
                or GoModule
                or GoWorkspace
                or SetupScript
                or LockFile
                or RuntimeVersionFile
            );
}
