using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A workflow is outside the directory that GitHub reads.</summary>
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
            "Workflow outside .github/workflows",
            Severity.High,
            "GitHub ignores the file without a message, so its tests and deployments never run.",
            "The workflow is in .github/workflows at the repository root."
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
        var more = subject.Count > 1 ? $" and {subject.Count - 1} more in that directory never run" : " never runs";
        var reads = first.Declared.LacksEnding ? "files that end with `.yml` or `.yaml`" : ".github/workflows at the repository root";
        var message = $"{path}{more}: GitHub reads only {reads}.{Lost(subject)}{ByPlatform(subject)}";
        var verdict = IsCertain(first) ? Fail(Place(first), message) : Warn(Place(first), $"{message} {Doubt(first)}");
        yield return verdict
            .As(
                first.Namesake is null
                    ? subject.Max(workflow => Weight(workflow.Declared.LacksEnding ? workflow.Intents : workflow.Undone))
                    : Severity.Low
            )
            .Related(first.WrittenForRootAt, "is a path from the root")
            .Related(first.Namesake?.File.Whole, "is read")
            .Related(first.Namesake is null ? first.Twin?.File.Whole : null, "is read, and has its name or its concurrency group")
            .Related(subject.Skip(1).Select(Place), "is not read either")
            .Remedy(Remedy(first))
            .VerifyGone();
    }

    private static SourceSpan Place(UnreadWorkflow workflow) => workflow.Declared.Content.Triggers[0].Span;

    /// <summary>It was written for this repository: it is in its .github, or names paths from its root.</summary>
    private static bool IsCertain(UnreadWorkflow workflow) =>
        workflow.Namesake is null && (workflow.Declared.Owner.Length == 0 || workflow.WrittenForRootAt is not null);

    private static Severity Weight(IReadOnlyList<StepIntent> undone) =>
        Duties.Where(duty => undone.Contains(duty.Intent)).Select(duty => duty.Severity).DefaultIfEmpty(Severity.Low).Max();

    private static string Lost(IReadOnlyList<UnreadWorkflow> subject)
    {
        var undone = Names(subject.SelectMany(workflow => workflow.Undone));
        var all = Names(subject.SelectMany(workflow => workflow.Intents));
        return undone.Length > 0 ? $" Nothing else does its work: {undone}."
            : all.Length > 0 ? $" Other workflows do similar work: {all}."
            : "";
    }

    private static string ByPlatform(IReadOnlyList<UnreadWorkflow> subject) =>
        subject.Select(workflow => workflow.DeployedBy).FirstOrDefault(file => file is not null) is { } file
            ? $" A platform may still deploy each push ({file.Path})."
            : "";

    private static string Names(IEnumerable<StepIntent> intents)
    {
        var found = intents.ToHashSet();
        return string.Join(", ", Duties.Where(duty => found.Contains(duty.Intent)).Select(duty => duty.Name));
    }

    private static string Doubt(UnreadWorkflow workflow) =>
        workflow.Namesake is { } read
            ? $"GitHub reads {read.File.Path}, which has the same name."
            : $"It may belong to another repository, from which {workflow.Declared.Owner} was copied.";

    private static string Remedy(UnreadWorkflow workflow)
    {
        var file = workflow.Declared.File;
        var owner = workflow.Declared.Owner;
        return workflow.Declared.LacksEnding ? $"Rename {file.Path} to `{WithEnding(file.Name)}`."
            : workflow.Namesake is { } read ? $"Remove {file.Path} if {read.File.Path} replaces it."
            : workflow.Twin is { } twin
                ? $"{twin.File.Path} has the same name or concurrency group: add to it what only {file.Path} does, and remove {file.Path}; or, if it serves another purpose, move it to .github/workflows with its own name and group."
            : owner.Length == 0 ? $"Move {file.Path} to .github/workflows/{file.Name}."
            : workflow.WrittenForRootAt is null
                ? $"Move {file.Path} to .github/workflows under its own name, set `defaults.run.working-directory: {owner}`, write the paths of its `uses:` steps from the root (below {owner}, also the lock file of a `cache:`), and limit its triggers to `paths: [{owner}/**]`; or remove it."
            : $"Move {file.Path} to .github/workflows/{file.Name}, or remove it if it is not needed.";
    }

    /// <summary><c>deploy-yml</c> was meant for <c>deploy.yml</c>.</summary>
    private static string WithEnding(string name) =>
        (
            name.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? name[..dot]
            : name.EndsWith("-yml", StringComparison.Ordinal) || name.EndsWith("_yml", StringComparison.Ordinal) ? name[..^4]
            : name.EndsWith("-yaml", StringComparison.Ordinal) || name.EndsWith("_yaml", StringComparison.Ordinal) ? name[..^5]
            : name
        ) + ".yml";

    private sealed record Duty(StepIntent Intent, string Name, Severity Severity);
}
