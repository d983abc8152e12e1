using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known.Actions;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job asks for a runner label that GitHub has retired.</summary>
internal sealed class RetiredRunner : Rule<IReadOnlyList<RetiredRunner.HostedJob>>
{
    private const int MostPlaces = 10;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/retired-runner",
            Title = "Retired runner",
            Area = Area.Pipelines,
            Severity = Severity.High,
            Rationale = "No runner takes the job: it waits until GitHub cancels it, and so do the jobs that need it.",
            Holds = "GitHub still serves the runner label.",
        };

    // A retired label is replaced everywhere at once.
    public override IEnumerable<IReadOnlyList<HostedJob>> Subjects(Deployment deployment) =>
        Jobs(deployment)
            .GroupBy(asked => RetiredRunners.Find(asked.Label.Value) is null ? (object)asked : asked.Label.Value)
            .Select(same => same.ToList());

    private static IEnumerable<HostedJob> Jobs(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        where job.RunsOn is { Group: null, Labels.Count: 1 }
        from label in RunnerLabels.Of(job.RunsOn, job.Matrix) ?? []
        where RunnerSelection.IsHostedLabel(label.Value)
        select new HostedJob(workflow, job, label);

    protected override Subject Identify(IReadOnlyList<HostedJob> subject) => new(subject[0].Name, subject[0].Job.Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<HostedJob> subject, Deployment deployment)
    {
        var (workflow, job, label) = subject[0];
        if (RetiredRunners.Find(label.Value) is not { } retired)
        {
            yield break;
        }

        // A condition on the label silently changes its result with another one.
        var conditions = subject
            .Select(other => other.Workflow)
            .DistinctBy(other => other.File)
            .SelectMany(other => other.ComparisonsWith(label.Value))
            .ToList();
        var others = subject.Skip(1).Select(other => other.Name).Distinct().Count(name => name != subject[0].Name);
        yield return Fail(
                label.Span,
                $"{subject[0].Name} {(others == 0 ? "runs" : $"and {others} more {(others == 1 ? "job" : "jobs")} run")} on `{label.Value}`, which GitHub retired on {retired.Since:yyyy-MM-dd}."
            )
            .Related(job.RunsOn?.Span)
            .Related(subject.Skip(1).Take(MostPlaces).Select(other => other.Label.Span))
            .Related(conditions.Take(MostPlaces), "compares with the label")
            .Remedy(
                MadeWorkflow.Remedy(
                    label.Span.File,
                    subject.FirstOrDefault(RunsMachines) is { } machines
                        ? $"Give jobs that start virtual machines, such as {machines.Name}, a label that supports them: macOS images no longer have Vagrant and VirtualBox, Ubuntu has KVM. Write `{Successor(subject[0])}` for the others."
                        : $"Write `{Successor(subject[0])}` in {PlaceList.Of(subject.Select(other => other.Label.Span))}{Besides(conditions)}, and check that what the job installs or builds supports it.{ComposeOfRunner.Besides(subject.Select(other => other.Job))}{ForPython(subject)}"
                )
            )
            .VerifyAllGone();
    }

    /// <remarks>Source: actions/runner-images, issues 8465 and 9158.</remarks>
    private static bool RunsMachines(HostedJob hosted) =>
        hosted.Label.Value.StartsWith("macos-", StringComparison.Ordinal)
        && hosted.Job.Steps.SelectMany(step => step.Run?.Commands ?? []).Any(command => command.Program == "vagrant");

    private static string Besides(List<SourceSpan> conditions) =>
        conditions.Count == 0
            ? ""
            : $", and in the conditions that compare with it ({NameList.Of([.. conditions.Select(place => place.ToString())], MostPlaces)}), which would otherwise change their result";

    // A name that moves would break it again with the next release.
    private static string Successor(HostedJob hosted) =>
        Pythons(hosted).Any(version => RunnerPython.ImageFor(version.Value) == RunnerPython.OlderImage) ? RunnerPython.OlderImage
        : hosted.Label.Value.StartsWith("ubuntu-", StringComparison.Ordinal) ? RunnerPython.NewestImage
        : hosted.Label.Value[..(hosted.Label.Value.IndexOf('-', StringComparison.Ordinal) + 1)] + "latest";

    /// <summary>The versions that setup-python does not have for the newest image: without them the job stays red.</summary>
    private static string ForPython(IReadOnlyList<HostedJob> subject)
    {
        var versions = subject.SelectMany(Pythons).Distinct().ToLookup(version => RunnerPython.ImageFor(version.Value));
        var older = versions[RunnerPython.OlderImage].Select(version => version.ToString()).ToList();
        var gone = versions[null].Select(version => version.ToString()).ToList();
        return (
                older.Count == 0
                    ? ""
                    : $" Python {NameList.Of(older, MostPlaces)} needs `{RunnerPython.OlderImage}`, served until April 2027: setup-python has it for no newer image."
            )
            + (
                gone.Count == 0
                    ? ""
                    : $" setup-python has Python {NameList.Of(gone, MostPlaces)} for no current image: run it in a container (`container: python:…`), or drop it."
            );
    }

    private static IEnumerable<Fact<string>> Pythons(HostedJob hosted) =>
        hosted.Label.Value.StartsWith("ubuntu-", StringComparison.Ordinal)
            ? hosted
                .Job.Steps.Where(step => step.Uses?.Name == "actions/setup-python")
                .Select(step => step.Input("python-version"))
                .OfType<ExpressionTemplate>()
                .SelectMany(asked => RunnerLabels.Values(asked, hosted.Job.Matrix) ?? [])
            : [];

    /// <summary>A job with one of the labels that its runs ask for.</summary>
    internal sealed record HostedJob(Workflow Workflow, WorkflowJob Job, Fact<string> Label)
    {
        public string Name => $"{Workflow.File.Name}: {Job.Id}";
    }
}
