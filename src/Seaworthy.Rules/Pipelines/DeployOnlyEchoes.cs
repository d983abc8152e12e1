using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job is named a deployment, but only prints messages.</summary>
internal sealed class DeployOnlyEchoes : Rule<NamedJob>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/deploy-only-echoes",
            Title = "Placeholder deploy job",
            Area = Area.Pipelines,
            Severity = Severity.Medium,
            Rationale = "The pipeline reports a deployment that never happens.",
            Holds = "The deploy job does more than print messages.",
        };

    private static readonly HashSet<string> Messages = new(StringComparer.Ordinal)
    {
        "echo",
        "printf",
        "sleep",
        "true",
        ":",
        "exit",
        "set",
        "date",
        "cat",
    };

    public override IEnumerable<NamedJob> Subjects(Deployment deployment) =>
        NamedJob
            .All(deployment)
            .Where(job =>
                job.Pipeline.Declared is not ShellScript && SaysDeploy(job.Job) && job.Job.Steps.Any(step => step.Commands.Count > 0)
            );

    protected override Subject Identify(NamedJob subject) => new(subject.Name, subject.Job.Span);

    protected override IEnumerable<Verdict> Check(NamedJob subject, Deployment deployment)
    {
        var running = subject.Job.Steps.Where(step => step.Commands.Count > 0).ToList();
        var isAllSaid = running.TrueForAll(step => step.Commands.All(command => OnlyWrites(command) && command.Redirects.Count == 0));
        var isAllElseHarmless = subject
            .Job.Steps.Where(step => step.Commands.Count == 0)
            .All(step => step.Intents.Count > 0 && step.Intents.All(IsHarmless));
        if (isAllSaid && isAllElseHarmless)
        {
            yield return Warn(subject.Job.Span, $"{subject.Name} is named a deployment, but its commands only print messages.")
                .Related(running[0].Commands[0].Span)
                .Remedy($"Deploy in {running[0].Span}, or remove the job until it does.")
                .Verify(TreeCheck.OneGone([subject.Job.Span, running[0].Commands[0].Span]));
        }
    }

    private static bool SaysDeploy(PipelineJob job) =>
        job.Id.Contains("deploy", StringComparison.OrdinalIgnoreCase)
        && !job.Id.Contains("notify", StringComparison.OrdinalIgnoreCase)
        && !job.Id.Contains("check", StringComparison.OrdinalIgnoreCase)
        && !job.Id.Contains("verif", StringComparison.OrdinalIgnoreCase)
        && !job.Id.Contains("validat", StringComparison.OrdinalIgnoreCase)
        && !job.Id.StartsWith("post", StringComparison.OrdinalIgnoreCase);

    // What a variable holds may be any program.
    private static bool OnlyWrites(ShellCommand command) => command.Words.Count == 0 || Messages.Contains(command.Program);

    private static bool IsHarmless(StepIntent intent) =>
        intent is StepIntent.Checkout or StepIntent.SetUp or StepIntent.Notify or StepIntent.Install;
}
