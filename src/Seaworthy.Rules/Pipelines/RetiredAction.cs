using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known.Actions;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step uses a switched-off version of an action, or an unmaintained action.</summary>
internal sealed class RetiredAction : Rule<IReadOnlyList<ActionReference>>
{
    private const int MostPlaces = 5;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/retired-action",
            Title = "Retired action",
            Area = Area.Pipelines,
            Severity = Severity.High,
            Rationale = "Steps with a switched-off version fail; an unsupported or archived action gets no fixes, not even for security.",
            Holds = "The action and its version are supported.",
        };

    public override IEnumerable<IReadOnlyList<ActionReference>> Subjects(Deployment deployment) =>
        NamedJob
            .Uses(deployment)
            .Where(use => KnownActions.Find(use.Uses.Name) is { State: not ActionState.Absent })
            .GroupBy(use => new { use.Uses.Name, use.Uses.Major }, use => use.Uses)
            .Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<ActionReference> subject) => new(subject[0].Raw, subject[0].Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<ActionReference> subject, Deployment deployment)
    {
        var action = subject[0];
        if (KnownActions.Find(action.Name) is not { } known)
        {
            yield break;
        }

        var places = subject.Skip(1).Select(other => other.Span);
        if (known.RetiredThrough > 0 && action.Major is { } major && major <= known.RetiredThrough)
        {
            yield return Fail(
                    action.Span,
                    $"`{action.Raw}` is switched off{Since(known, major == known.RetiredThrough)}: every step that uses it fails."
                )
                .Related(places)
                .Remedy(
                    MadeWorkflow.Remedy(
                        action.Span.File,
                        known.Replacement is { } other
                            ? $"Use {other} in {action.Span}."
                            : $"Write `{action.Name}@v{known.LatestMajor}` in {action.Span}{Besides(subject, deployment)}{ForHiddenPaths(subject, deployment)}{ForMatrix(subject, deployment)}."
                    )
                )
                .Verify(Left(action));
        }
        else if (known.UnsupportedThrough > 0 && action.Major is { } old && old <= known.UnsupportedThrough)
        {
            yield return Warn(
                    action.Span,
                    $"`{action.Raw}` is out of support{Since(known, old == known.UnsupportedThrough)} and gets no updates."
                )
                .As(Severity.Medium)
                .Related(places)
                .Remedy(
                    MadeWorkflow.Remedy(
                        action.Span.File,
                        Together(action, known, deployment) is { Count: > 1 } moved
                            ? $"Write `v{known.LatestMajor}` in {NameList.Of(moved, MostPlaces)}: in one job, steps of {action.Owner}/{action.Repository} refuse files of another version."
                            : $"Write `{action.Name}@v{known.LatestMajor}` in {action.Span}."
                    )
                )
                .Verify(Left(action));
        }
        else if (known.State is ActionState.Archived or ActionState.Deprecated)
        {
            yield return Warn(
                    action.Span,
                    $"`{action.Name}` is {(known.State == ActionState.Archived ? "archived" : "deprecated")} and gets no fixes."
                )
                .As(Severity.Low)
                .Related(places)
                .Remedy(
                    MadeWorkflow.Remedy(
                        action.Span.File,
                        known.Replacement is { } next ? $"Use {next} in {action.Span}." : $"Replace the step at {action.Span}."
                    )
                )
                .Verify(Left(action));
        }
    }

    /// <summary>What still uses the version: nothing, once it is replaced.</summary>
    private static CommandText Left(ActionReference action) => $"git grep -nF \"uses: {action.Raw}\"   # must find nothing";

    /// <summary>Its place, and those of the same repository's other old actions in the same job.</summary>
    private static List<string> Together(ActionReference action, KnownAction known, Deployment deployment) =>
        [
            action.Span.ToString(),
            .. deployment
                .Of<Workflow>()
                .SelectMany(workflow => workflow.Jobs)
                .Select(job => job.Steps.Select(step => step.Uses).OfType<ActionReference>().ToList())
                .Where(uses => uses.Exists(other => other.Span == action.Span))
                .SelectMany(uses => uses)
                .Where(other => other.Span != action.Span && other.Owner == action.Owner && other.Repository == action.Repository)
                .Where(other => other.Major <= known.UnsupportedThrough)
                .Select(other => other.Span.ToString()),
        ];

    /// <remarks>Source: actions/download-artifact, README of v2: what version 1 put into a directory of the artifact's name lands in the workspace itself.</remarks>
    private static string Besides(IReadOnlyList<ActionReference> subject, Deployment deployment) =>
        subject[0].Name == "actions/download-artifact"
        && subject[0].Major == 1
        && NamedJob.Uses(deployment).Any(use => subject.Contains(use.Uses) && use.Step.Input("path") is null)
            ? ", with the artifact's name as its `path`, which version 1 used by default"
            : "";

    /// <remarks>Source: actions/upload-artifact, README: "Hidden files are defined as any file beginning with . or files within folders beginning with ."; left out since 4.4.</remarks>
    private static string ForHiddenPaths(IReadOnlyList<ActionReference> subject, Deployment deployment) =>
        subject[0].Name == "actions/upload-artifact"
        && NamedJob
            .Uses(deployment)
            .Where(use => subject.Contains(use.Uses) && use.Step.Input("include-hidden-files") is null)
            .Select(use => use.Step.Input("path"))
            .OfType<ExpressionTemplate>()
            .Where(path => path.Lines.Any(IsHidden))
            .Select(path => path.Span.ToString())
            .ToList()
            is { Count: > 0 } hidden
            ? $", and add `include-hidden-files: true` for the path in {NameList.Of(hidden, MostPlaces)}: since 4.4 the action skips hidden files"
            : "";

    /// <remarks>Source: actions/upload-artifact, docs/MIGRATION.md, "Multiple uploads to the same named Artifact": since version 4 the second one fails.</remarks>
    private static string ForMatrix(IReadOnlyList<ActionReference> subject, Deployment deployment) =>
        subject[0].Name == "actions/upload-artifact"
        && deployment
            .Of<Workflow>()
            .SelectMany(workflow => workflow.Jobs)
            .Where(job => job.Matrix is not null)
            .SelectMany(job => job.Steps)
            .Where(step =>
                step.Uses is { } uses
                && subject.Contains(uses)
                && step.Input("name")?.Raw.Contains("${{", StringComparison.Ordinal) is not true
            )
            // The artifact's name, not the step's; where it is left out, the step that gets one.
            .Select(step => (step.Input("name")?.Span ?? step.Span).ToString())
            .ToList()
            is { Count: > 0 } same
            ? $", and give each job of the matrix its own artifact name (`name: …-${{{{ matrix.… }}}}`) in {NameList.Of(same, MostPlaces)}: since version 4 a second upload under one name fails"
            : "";

    private static bool IsHidden(string path) => !path.StartsWith('!') && path.Split('/').Any(part => part is ['.', not '.', ..]);

    // v3, v3.1, 3.1.2; a commit or a branch says nothing.
    /// <summary>The day is that of the last of the retired majors; those before it went earlier.</summary>
    private static string Since(KnownAction known, bool isLast) =>
        known.RetiredSince is { } since ? $" (since {since:yyyy-MM-dd}{(isLast ? "" : " at the latest")})" : "";
}
