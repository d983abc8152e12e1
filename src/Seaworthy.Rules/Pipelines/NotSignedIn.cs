using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known.Actions;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job on a fresh machine pushes or deploys without a login.</summary>
internal sealed class NotSignedIn : Rule<NotSignedIn.Demand>
{
    // They install tools and fetch files, and log in nowhere.
    private static readonly HashSet<string> SetUps = new(
        [
            .. PipelineRule.ToolSetUps,
            "actions/checkout",
            "actions/cache",
            "actions/upload-artifact",
            "actions/download-artifact",
            "docker/metadata-action",
            "docker/build-push-action",
            "docker/login-action",
            "azure/setup-kubectl",
            "azure/setup-helm",
            "imranismail/setup-kustomize",
            "codecov/codecov-action",
            "gradle/actions/setup-gradle",
            "ruby/setup-ruby",
            "shivammathur/setup-php",
            "subosito/flutter-action",
            "superfly/flyctl-actions/setup-flyctl",
            "dorny/paths-filter",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    // They log in to a cloud, not to its registry: docker takes the password of neither.
    // Sources: google-github-actions/auth, "Usage"; Google Cloud, "Set up authentication for Docker"; Azure CLI, "az acr login".
    private static readonly HashSet<string> CloudLogins = new(StringComparer.OrdinalIgnoreCase)
    {
        "google-github-actions/auth",
        "google-github-actions/setup-gcloud",
        "google-github-actions/deploy-cloudrun",
        "azure/login",
        "azure/container-apps-deploy-action",
        "azure/webapps-deploy",
        "aws-actions/configure-aws-credentials",
        "aws-actions/amazon-ecs-render-task-definition",
        "aws-actions/amazon-ecs-deploy-task-definition",
        "appleboy/ssh-action",
        "appleboy/scp-action",
    };

    // What they run is not read here.
    private static readonly HashSet<string> Runners = new(StringComparer.Ordinal)
    {
        "bash",
        "sh",
        "source",
        ".",
        "make",
        "just",
        "task",
        "eval",
        "python",
        "python3",
        "node",
        "pwsh",
        "ansible-playbook",
    };

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "not-signed-in",
            "Push or deployment without login",
            Severity.High,
            "Each job starts on a fresh machine without credentials, so the step fails on every run.",
            "The job logs in before it pushes or deploys."
        );

    public override IEnumerable<Demand> Subjects(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        where job is { RunsOn.IsHosted: true, Container: null, ContinueOnError: null }
        from demand in Of(workflow, job)
        select demand;

    protected override Subject Identify(Demand subject) => new(subject.Job, subject.Span);

    protected override IEnumerable<Verdict> Check(Demand subject, Deployment deployment)
    {
        if (!subject.IsGiven)
        {
            yield return Fail(
                    subject.Span,
                    $"{subject.Job} {subject.What}, but no step, variable or option of the job logs in: {subject.SignIn.Failure}."
                )
                .Remedy($"{subject.SignIn.Remedy} ({subject.Span}).")
                .Verify(
                    $"git grep -niE 'login|token|credentials|kubeconfig' -- {subject.Span.File.Path}   # must find it before {subject.Span.Quote}"
                );
        }
    }

    private static IEnumerable<Demand> Of(Workflow workflow, WorkflowJob job)
    {
        var name = $"{workflow.File.Name}: {job.Id}";
        Lazy<JobText> text = new(() => workflow.TextOf(job));
        // The first demand of a tool speaks for all: the job's text is searched once for each tool.
        HashSet<string> tools = new(StringComparer.Ordinal);
        var isInCloud = false;
        foreach (var step in job.Steps)
        {
            if (step.Uses is { } uses && !IsSetUp(uses))
            {
                if (!CloudLogins.Contains(uses.Name))
                {
                    yield break;
                }

                isInCloud = true;
            }

            if (
                step is { ContinueOnError: null, Uses.Name: "docker/build-push-action" }
                && Pushes(step)
                && !Exports(step)
                && tools.Add(SignIns.Registry.Tool)
            )
            {
                yield return new Demand(name, step.Span, "pushes an image", SignIns.Registry, SignIns.Registry.MayBeGivenBy(text.Value));
            }

            foreach (var command in step.Run?.Commands ?? [])
            {
                if (
                    Runners.Contains(command.Program)
                    || command.Words is [{ Raw: var called }, ..] && called.Contains('/', StringComparison.Ordinal)
                )
                {
                    yield break;
                }

                if (
                    IsCertain(step, command)
                    && SignIns.DemandedBy(command) is { } demanded
                    && (!isInCloud || demanded == SignIns.Registry)
                    && tools.Add(demanded.Tool)
                )
                {
                    yield return new Demand(name, command.Span, $"runs `{command.Text}`", demanded, demanded.MayBeGivenBy(text.Value));
                }
            }
        }
    }

    private static bool IsCertain(WorkflowStep step, ShellCommand command) =>
        step.ContinueOnError is null && command is { MayFailUnnoticed: false, Function: null, IsInSubstitution: false };

    private static bool Pushes(WorkflowStep step) => step.Input("push")?.Literal?.Trim() == "true";

    private static bool Exports(WorkflowStep step) => step.Input("outputs") is not null;

    private static bool IsSetUp(ActionReference uses) =>
        uses.Kind == ActionReferenceKind.Repository
        && (SetUps.Contains(uses.Name) || uses.Name.StartsWith("actions/setup-", StringComparison.Ordinal));

    /// <summary>A step that talks to a registry, a cluster or an account.</summary>
    /// <param name="What">What it does, as part of a sentence.</param>
    internal sealed record Demand(string Job, SourceSpan Span, string What, SignIn SignIn, bool IsGiven);
}
