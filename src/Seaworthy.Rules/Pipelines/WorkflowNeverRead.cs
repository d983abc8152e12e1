using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A workflow lies where GitHub does not look.</summary>
internal sealed class WorkflowNeverRead : Rule<IReadOnlyList<UnreadWorkflow>>
{
    private static readonly Duty[] Duties =
    [
        new(StepIntent.Deploy, "deploy", Severity.High),
        new(StepIntent.Publish, "publish", Severity.High),
        new(StepIntent.PushImage, "push images", Severity.High),
        new(StepIntent.Test, "test", Severity.Medium),
        new(StepIntent.Scan, "scan", Severity.Medium),
        new(StepIntent.Build, "build", Severity.Low),
        new(StepIntent.Lint, "lint", Severity.Low),
    ];

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "workflow-never-read",
            "Workflow where GitHub does not look",
            Severity.High,
            "It never runs, at no push and at no press of a button, and nothing says so: what it is to test or deploy is not tested or deployed.",
            "The workflow is in .github/workflows at the root of the repository."
        );

    /// <summary>One directory is one cause.</summary>
    public override IEnumerable<IReadOnlyList<UnreadWorkflow>> Subjects(Deployment deployment) =>
        deployment
            .All<UnreadWorkflow>()
            .GroupBy(workflow => workflow.Declared.File.Directory, StringComparer.Ordinal)
            .Select(same =>
                same.OrderByDescending(workflow => IsCertain(workflow) ? 1 : 0)
                    .ThenByDescending(workflow => (int)Weight(workflow.Undone))
                    .ToList()
            );

    protected override Subject Identify(IReadOnlyList<UnreadWorkflow> subject) => new(subject[0].Declared.File.Path, Place(subject[0]));

    protected override IEnumerable<Verdict> Check(IReadOnlyList<UnreadWorkflow> subject, Deployment deployment)
    {
        var first = subject[0];
        var path = first.Declared.File.Path;
        var more = subject.Count > 1 ? $" and {subject.Count - 1} more in its directory never run" : " never runs";
        var message =
            $"{path}{more}: GitHub reads workflows from .github/workflows at the root of the repository, and from no directory below it{Lost(subject)}{ByPlatform(subject)}.";
        var verdict = IsCertain(first) ? Fail(Place(first), message) : Warn(Place(first), $"{message} {Doubt(first)}");
        yield return verdict
            .As(first.Namesake is null ? subject.Max(workflow => Weight(workflow.Undone)) : Severity.Low)
            .Related(first.WrittenForRootAt, "is a path from the root")
            .Related(first.Namesake?.File.Whole, "is read")
            .Related(first.Namesake is null ? first.Twin?.File.Whole : null, "is read, and has its name or its concurrency group")
            .Related(subject.Skip(1).Select(Place), "is not read either")
            .Remedy(Remedy(first))
            .VerifyGone();
    }

    private static SourceSpan Place(UnreadWorkflow workflow) => workflow.Declared.Content.Triggers[0].Span;

    /// <summary>Somebody wrote it for this repository: it lies in its .github, or names paths from its root.</summary>
    private static bool IsCertain(UnreadWorkflow workflow) =>
        workflow.Namesake is null && (workflow.Declared.Owner.Length == 0 || workflow.WrittenForRootAt is not null);

    private static Severity Weight(IReadOnlyList<StepIntent> undone) =>
        Duties.Where(duty => undone.Contains(duty.Intent)).Select(duty => duty.Severity).DefaultIfEmpty(Severity.Low).Max();

    private static string Lost(IReadOnlyList<UnreadWorkflow> subject)
    {
        var undone = Names(subject.SelectMany(workflow => workflow.Undone));
        var all = Names(subject.SelectMany(workflow => workflow.Intents));
        return undone.Length > 0 ? $". Nothing that GitHub reads does what goes undone with it: {undone}"
            : all.Length > 0 ? $". Other workflows do the like of what it is for: {all}"
            : "";
    }

    private static string ByPlatform(IReadOnlyList<UnreadWorkflow> subject) =>
        subject.Select(workflow => workflow.DeployedBy).FirstOrDefault(file => file is not null) is { } file
            ? $". It may be deployed all the same: {file.Path} is of a platform that takes what is pushed by itself"
            : "";

    private static string Names(IEnumerable<StepIntent> intents)
    {
        var found = intents.ToHashSet();
        return string.Join(", ", Duties.Where(duty => found.Contains(duty.Intent)).Select(duty => duty.Name));
    }

    private static string Doubt(UnreadWorkflow workflow) =>
        workflow.Namesake is { } read
            ? $"{read.File.Path} has its name, and is read."
            : $"Whether it is meant for this repository cannot be told: {workflow.Declared.Owner} may have come with it from a repository of its own.";

    private static string Remedy(UnreadWorkflow workflow)
    {
        var file = workflow.Declared.File;
        var owner = workflow.Declared.Owner;
        return workflow.Namesake is { } read ? $"Remove {file.Path} if {read.File.Path} does what is wanted."
            : workflow.Twin is { } twin
                ? $"{twin.File.Path} has the same name or concurrency group: take into it what {file.Path} does more, and remove this one; or move it to .github/workflows with a name and a group of its own if it is for something else."
            : owner.Length == 0 ? $"Move {file.Path} to .github/workflows/{file.Name}."
            : workflow.WrittenForRootAt is null
                ? $"Move {file.Path} to .github/workflows with a name of its own, let its commands work in {owner} (`defaults.run.working-directory: {owner}`), name from the root what its `uses:` steps take (paths below {owner}, the lock file of a `cache:` among them), and let its triggers ask for `paths: [{owner}/**]`; or remove it."
            : $"Move {file.Path} to .github/workflows/{file.Name}, or remove it if it is not wanted.";
    }

    private sealed record Duty(StepIntent Intent, string Name, Severity Severity);
}
