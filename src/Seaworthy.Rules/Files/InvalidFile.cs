using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Files;

/// <summary>The tool that reads a file refuses it, or ignores part of it.</summary>
internal sealed class InvalidFile : Rule<ReadFile>
{
    // One misplaced key can misplace every later key: the first ones are enough.
    private const int MostPerFile = 10;

    // One broken bracket can break every later line: one root cause, with the next places.
    private const int MorePlaces = 9;

    // Two unknown keys under each other may be two mistakes; three are one block in the wrong column.
    private const int FewestMoved = 3;

    private const int FewestForeign = 4;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "files/invalid-file",
            Title = "Invalid file",
            Area = Area.Configuration,
            Severity = Severity.High,
            Rationale =
                "A refused file stops everything that needs it: the stack does not start, the workflow does not run, the image is not built. A line that the tool ignores has no effect.",
            Holds = "The tool accepts the file.",
        };

    public override IEnumerable<ReadFile> Subjects(Deployment deployment) => ReadFile.In(deployment);

    protected override Subject Identify(ReadFile subject) => new(subject.Path, subject.Artifact.File.Whole);

    protected override IEnumerable<Verdict> Check(ReadFile subject, Deployment deployment)
    {
        if (IsOfAnotherReader(subject, deployment))
        {
            var keys = subject.Problems.Where(problem => problem.Kind == ProblemKind.UnknownKey).ToList();
            yield return Warn(
                    keys[0].Span,
                    $"{Sentence.Of(keys[0].Message)}, and neither are {keys.Count - 1} more: kubectl refuses the file, unless it is for another tool."
                )
                .As(Severity.Low)
                .Related(keys.Skip(1).Take(MorePlaces).Select(problem => problem.Span))
                .Remedy($"Write another `kind` in {subject.Path} if it is not for a cluster.")
                .VerifyGone();
            yield break;
        }

        foreach (var cause in Causes(subject).Take(MostPerFile))
        {
            var first = cause[0];
            if (Untold(first, subject, deployment) is { } why)
            {
                yield return Unknown(first.Span, $"{Sentence.Of(first.Message)}; {why}.");
                continue;
            }

            var verdict = (
                first.Kind == ProblemKind.Empty && first.Span.IsWholeFile
                    ? JudgeEmpty(first, subject, deployment)
                    : Judge(first, subject.Tool)
            ).Related(first.Related);
            if (verdict.Outcome == Outcome.Fail && Doubt(first, subject, deployment) is var (severity, reason))
            {
                Func<SourceSpan, string, Verdict> doubted = severity >= Severity.High ? LikelyFail : Warn;
                verdict = doubted(first.Span, $"{Sentence.Of(first.Message)}; {reason}.").As(severity);
            }

            verdict =
                verdict.Outcome == Outcome.Unknown || verdict.Remediation is not null
                    ? verdict
                    : verdict.Remedy(FileRemedy.Of(cause, subject, deployment));
            verdict = cause
                .Skip(1)
                .Take(MorePlaces)
                .Aggregate(verdict.Related(first.Followers.Take(MorePlaces)), (all, next) => all.Related(next.Span, Note(first, next)));
            verdict = verdict.On(first.KeyThere);
            yield return first.IsHandedOn && subject.Artifact is not ComposeFile ? verdict.VerifyGone()
            : first.IsHandedOn ? verdict.Verify($"{TargetCommand.ComposeOf(subject.Path, deployment)} create")
            : first is { Kind: not ProblemKind.Syntax, Related: not null } ? verdict.VerifyOneGone()
            : FileCheck.Of(subject, deployment) is { } command ? verdict.Verify(command)
            : verdict.VerifyGone();
        }
    }

    /// <summary>Why it is unknown whether the tool accepts it; null when it is known.</summary>
    private static string? Untold(Problem problem, ReadFile subject, Deployment deployment) =>
        (problem.Kind == ProblemKind.Syntax ? problem.StandsInTemplate : subject.Artifact is KubernetesManifest { IsOfYtt: true })
            ? "unknown whether this template is filled in first"
        : Terraform(problem, subject, deployment) is { } fills ? $"not checked, because Terraform fills the file in first ({fills})"
        : IsOfOldShell(problem, subject) ? "not checked, because an SCCS mark points to an old shell, which closes an open quote at the end"
        : null;

    /// <summary>Where Terraform uses the file as a template and fills in this line, and nothing reads it as it is.</summary>
    private static SourceSpan? Terraform(Problem problem, ReadFile subject, Deployment deployment) =>
        SidePlace.IsWorkflow(subject.Path) || !problem.MayBeFilledByTerraform || IsReadAsItIs(subject, deployment)
            ? null
            : deployment
                .Paths.FirstOrDefault(use =>
                    use is { Role: PathRole.TerraformFile, Tool: "templatefile" } && use.Answer.Looked == subject.Path
                )
                ?.Span;

    private static bool IsReadAsItIs(ReadFile subject, Deployment deployment) =>
        subject.Artifact is ComposeFile
            ? subject.LoadedAt(deployment) is not null
            : deployment.Paths.Any(use =>
                use is { IsAssumed: false, Tool: not "templatefile" } && use.Answer.Looked == subject.Path && UsedPaths.Uses(use)
            );

    /// <remarks>Source: Bourne shell of Unix V7, word.c: the end of the input ends a quoted word.</remarks>
    private static bool IsOfOldShell(Problem problem, ReadFile subject) =>
        subject.Artifact is TaskFile or ShellScript
        && problem.Message.EndsWith("quote is never closed", StringComparison.Ordinal)
        && SccsMark.IsIn(subject.Artifact.File);

    /// <summary>Why the tool perhaps does not refuse it, or nothing follows from that; null when nothing speaks for either.</summary>
    private static (Severity Severity, string Reason)? Doubt(Problem problem, ReadFile subject, Deployment deployment) =>
        subject switch
        {
            { Artifact: Requirements } when !deployment.Of<CodeFile>().Any(file => file.Language == Language.Python) => (
                Severity.Low,
                "pip refuses the file, unless it is only a note: the repository has no Python program"
            ),
            { Artifact: PackageJson } when problem.IsLeniency && Bun(subject, deployment) is { } locked => (
                Severity.Low,
                $"npm refuses the file, but bun ({locked}) accepts it"
            ),
            _ when IsSpare(subject) && subject.LoadedAt(deployment) is null => (
                Severity.Medium,
                $"{subject.Tool.Name} refuses the file, but nothing here names it"
            ),
            { Artifact: ComposeFile } when problem.IsHandedOn => (
                Severity.High,
                "docker compose accepts the file, but Docker refuses to create the container"
            ),
            _ when problem.IsSwitchedOff => (
                Severity.Medium,
                "GitHub Actions refuses the file, whose jobs are all commented out: every push shows a failed run"
            ),
            _ when problem.IsHandedOn => (
                Severity.High,
                "GitHub Actions accepts the file, but the runner finds no such action, and the job fails"
            ),
            { Artifact: ComposeFile { IsLegacy: true } } => (
                Severity.Medium,
                "docker compose refuses the file, and only the retired Compose 1 accepts it"
            ),
            _ when IsFilledBelow(problem, subject, deployment) => (
                Severity.Low,
                "Compose ignores it where the file is loaded over another"
            ),
            _ when subject.Artifact.File.Name.Contains("template", StringComparison.OrdinalIgnoreCase)
                    && !SidePlace.IsWorkflow(subject.Path) => (
                Severity.Medium,
                $"{subject.Tool.Name} refuses that unless the template is filled in first"
            ),
            { Artifact: KubernetesManifest } when problem.Kind == ProblemKind.UnknownKey && Flux(deployment) is { } flux => (
                Severity.Medium,
                $"kubectl refuses the file, but Flux ({flux}) silently drops the field"
            ),
            // Kustomize writes each annotation as text, whatever it read.
            { Artifact: KubernetesManifest, Kustomization: { } kustomization }
                when problem.Message.StartsWith("the annotation ", StringComparison.Ordinal) => (
                Severity.Low,
                $"kubectl refuses the file itself, but accepts the output of {kustomization.File.Path}"
            ),
            { Artifact: KubernetesManifest } when problem.Kind == ProblemKind.UnknownKey && RunsOn(subject) => (
                Severity.Medium,
                "duplicate keys show that a `---` is missing between two objects, so add it first"
            ),
            // It may be filled in, patched or only an illustration; nothing helps text that no parser accepts.
            { Artifact: KubernetesManifest { IsTemplate: false }, Kustomization: null }
                when problem.Kind is ProblemKind.UnknownKey or ProblemKind.InvalidValue && subject.LoadedAt(deployment) is null => (
                Severity.High,
                "kubectl refuses the file, but nothing here applies it as it is"
            ),
            { AreMostRefused: true } when problem.Kind == ProblemKind.Syntax => (
                Severity.Medium,
                $"{subject.Tool.Name} refuses that unless the file is filled in first, as most such files here seem to be"
            ),
            { Artifact: ShellScript { HasWindowsLineEndings: true } } => (
                Severity.Medium,
                "the shell refuses that too, once its Windows line endings are fixed"
            ),
            { Artifact: ShellScript } when IsLastWord(problem) => (
                Severity.Medium,
                "the shell runs everything above, and ends with an error"
            ),
            _ => null,
        };

    /// <remarks>Source: oven-sh/bun, pull request 10287: comments and last commas are taken.</remarks>
    private static string? Bun(ReadFile subject, Deployment deployment) =>
        deployment
            .Of<LockFile>()
            .Where(locked => locked.Tool == "bun")
            .Select(locked => locked.File)
            .FirstOrDefault(file => subject.Artifact.File.IsBelow(file.Directory))
            ?.Path;

    /// <summary>Two objects in one document: the fields of the first are judged by the kind of the second.</summary>
    private static bool RunsOn(ReadFile subject) =>
        subject.Problems.Any(problem => problem.Kind == ProblemKind.DuplicateKey && problem.Key is "apiVersion" or "kind");

    /// <remarks>Source: fluxcd/pkg, ssa/normalize, <c>UnstructuredList</c>: objects of the cluster's own kinds are read into their types, which have no other field.</remarks>
    private static SourceSpan? Flux(Deployment deployment) =>
        deployment
            .KubernetesStacks.SelectMany(stack => stack.Of<GitDelivery>())
            .FirstOrDefault(delivery => delivery.Group.EndsWith("fluxcd.io", StringComparison.Ordinal))
            ?.Span;

    /// <summary>All syntax is one cause, and so is one mistake made over and over, and a line in the wrong column that puts the keys below it in the wrong place.</summary>
    private static IEnumerable<IReadOnlyList<Problem>> Causes(ReadFile subject)
    {
        var causes = subject
            .Problems.Where(problem => problem.Kind is not (ProblemKind.DuplicateKey or ProblemKind.FoldedItem))
            .GroupBy(problem => problem.Kind == ProblemKind.Syntax ? "" : problem.Message)
            .Select(same => same.ToList())
            .ToList();
        for (var at = 0; at < causes.Count; at++)
        {
            var end = at + 1;
            while (end < causes.Count && IsBelow(causes[end - 1][0], causes[end][0]))
            {
                end++;
            }

            if (end - at < FewestMoved)
            {
                yield return causes[at];
            }
            else
            {
                yield return [.. causes[at..end].SelectMany(cause => cause)];
                at = end - 1;
            }
        }
    }

    /// <summary>It has the head of a Kubernetes object, and more keys that none has than slips of the pen would make.</summary>
    private static bool IsOfAnotherReader(ReadFile subject, Deployment deployment) =>
        subject is { Artifact: KubernetesManifest { IsTemplate: false }, Kustomization: null }
        && subject.Problems.Count(problem => problem.Kind == ProblemKind.UnknownKey) >= FewestForeign
        && subject.Problems.All(problem => problem.Kind is ProblemKind.UnknownKey or ProblemKind.InvalidValue)
        // One line in the wrong column makes all below it unknown.
        && Causes(subject).Skip(1).Any()
        && !deployment.Paths.Any(use => use.Answer.Looked == subject.Path);

    private static bool IsBelow(Problem above, Problem problem) =>
        above.Kind is ProblemKind.UnknownKey or ProblemKind.InvalidValue
        && problem.Kind == ProblemKind.UnknownKey
        && problem.Span.StartLine - above.Span.StartLine is > 0 and <= 2;

    /// <summary>A word that closes nothing, with no command after it: a shell reads and runs one command after the other.</summary>
    private static bool IsLastWord(Problem problem) =>
        (problem.Message.StartsWith("unexpected '", StringComparison.OrdinalIgnoreCase) && problem.HasNothingBehind)
        || (problem.Message.EndsWith("is never closed", StringComparison.Ordinal) && problem.IsInLastLine);

    /// <summary>A key without a value in a file that is only loaded over another: the value of the other stays.</summary>
    private static bool IsFilledBelow(Problem problem, ReadFile subject, Deployment deployment) =>
        subject.Artifact is ComposeFile file
        && problem.Message.EndsWith("but is empty", StringComparison.Ordinal)
        && deployment.ComposeStacks.Any(stack => stack.Project.Files.Skip(1).Contains(file));

    /// <summary>A list of requirements under a name that no tool looks for by itself.</summary>
    private static bool IsSpare(ReadFile subject) => subject.Artifact is Requirements && subject.Artifact.File.Name != "requirements.txt";

    private static string? Note(Problem first, Problem next) => next.Message == first.Message ? null : next.Message;

    private Verdict Judge(Problem problem, FileTool tool)
    {
        var what = Sentence.Of(problem.Message);
        return problem.Kind switch
        {
            ProblemKind.Limit => Unknown(problem.Span, $"{what}; the rest was not checked."),
            ProblemKind.ConflictMarker => Fail(problem.Span, $"{what}; {tool.Name} cannot read the file.")
                .As(Severity.Critical)
                .Remedy("Resolve the conflict, and delete the marker lines."),
            ProblemKind.Empty => Warn(problem.Span, $"{what}; it counts as absent.")
                .As(Severity.Low)
                .Remedy($"Write the value, or delete the key in {problem.Span}."),
            ProblemKind.Tolerated => Warn(problem.Span, $"{what}.").As(Severity.Low),
            ProblemKind.Placeholder => Warn(problem.Span, $"{what}; {tool.Name} refuses the file until it is filled in.")
                .As(Severity.Medium)
                .Remedy($"Make it a required variable (`${{NAME:?}}`) in {problem.Span}, so that a missing value is reported."),
            ProblemKind.Composed => Warn(
                    problem.Span,
                    $"{what} once the known variables of the recipe are filled in; the shell stops there if they have these values."
                )
                .As(Severity.Medium),
            ProblemKind.Syntax when tool.Refuses.HasFlag(FileRefusal.Syntax) => Refused(problem, what, tool),
            // What is one letter from a known key is no new one.
            ProblemKind.UnknownKey when tool.MayKnowMore && problem.Remedy is null => Warn(
                problem.Span,
                $"{what}; {tool.Name} refuses the file, unless a newer release knows the key."
            ),
            ProblemKind.UnknownKey when tool.Refuses.HasFlag(FileRefusal.UnknownKey) => Refused(problem, what, tool),
            ProblemKind.InvalidValue when tool.Refuses.HasFlag(FileRefusal.InvalidValue) => Refused(problem, what, tool),
            _ => Warn(problem.Span, $"{what}; it has no effect, or not the intended one.").As(Severity.Medium),
        };
    }

    /// <summary>A placeholder that nobody loads refuses nothing.</summary>
    private Verdict JudgeEmpty(Problem problem, ReadFile subject, Deployment deployment)
    {
        var what = Sentence.Of(problem.Message);
        return subject.Tool.Refuses.HasFlag(FileRefusal.Empty) && subject.LoadedAt(deployment) is { } place
            ? Refused(problem, what, subject.Tool).Related(place, "needed here")
            : Warn(problem.Span, $"{what}.").As(Severity.Low).Remedy($"Write it, or delete {subject.Path}.");
    }

    // A shell reads command by command: everything above has run.
    private Verdict Refused(Problem problem, string what, FileTool tool) =>
        Fail(
                problem.Span,
                tool.Name == "the shell" ? $"{what}; the shell stops there, and fails."
                    : what.EndsWith('?') ? $"{what} {Sentenced(tool.Name)} refuses the file."
                    : $"{what}; {tool.Name} refuses the file."
            )
            .As(tool.MayTakeMore || (tool.MayKnowMore && problem.Kind == ProblemKind.UnknownKey) ? Certainty.Likely : Info.Certainty)
            // Not one service of the project starts.
            .As(tool.Name == "docker compose" ? Severity.Critical : Info.Severity);

    /// <summary>At the beginning of a sentence; the name of a program that is written small stays so.</summary>
    private static string Sentenced(string tool) => tool.StartsWith("the ", StringComparison.Ordinal) ? "The " + tool[4..] : tool;
}
