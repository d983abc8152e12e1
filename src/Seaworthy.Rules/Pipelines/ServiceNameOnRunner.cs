using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Rules.Ports;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step that runs on the runner itself is given the name of a container as a host.</summary>
internal sealed class ServiceNameOnRunner : Rule<ServiceNameOnRunner.Given>
{
    // Somebody gives the name to the runner, or the step runs in the network of the containers.
    private static readonly string[] OtherWays =
    [
        "/etc/hosts",
        "--network",
        "docker exec",
        "docker run",
        "compose run",
        "compose exec",
        "act ",
        "act_runner",
    ];

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "service-name-on-runner",
            "Container name on runner",
            Severity.High,
            "Names of containers resolve in their network alone. The runner is not in it: the connection fails with `Name or service not known`.",
            "Steps on the runner reach containers at localhost."
        );

    public override IEnumerable<Given> Subjects(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        where job is { Container: null, RunsOn.IsHosted: true } && !workflow.TextOf(job).HasAny(OtherWays)
        let names = Names(deployment, workflow, job).ToHashSet(StringComparer.Ordinal)
        where names.Count > 0
        from step in job.Steps
        where
            step.Run is { Commands.Count: > 0 } run
            && run.Commands.All(command => command.Program is not ("docker" or "docker-compose" or "make"))
        let hosts = step.Environment.Select(Host).OfType<Fact<string>>().ToList()
        where hosts.Count > 0
        select new Given($"{workflow.File.Name}: {job.Id}", step, hosts, [.. hosts.Where(host => names.Contains(host.Value))]);

    protected override Subject Identify(Given subject) => new(subject.Name, subject.Hosts[0].Span);

    protected override IEnumerable<Verdict> Check(Given subject, Deployment deployment)
    {
        if (subject.OfContainers is not [var first, ..])
        {
            yield break;
        }

        yield return Fail(
                first.Span,
                $"{subject.Name} runs a step on the runner, where `{first.Value}` is the name of no host: it is that of a container."
            )
            .Related(subject.OfContainers.Skip(1).Select(host => host.Span), "the same")
            .Remedy(
                $"Write `localhost` in place of `{first.Value}` in {string.Join(", ", subject.OfContainers.Select(host => host.Span.ToString()))}, with the port that the container publishes."
            )
            .VerifyGone();
    }

    /// <summary>The service containers of the job, and the services that it starts with Compose.</summary>
    private static IEnumerable<string> Names(Deployment deployment, Workflow workflow, WorkflowJob job) =>
        job
            .Services.Select(service => service.Name)
            .Concat(
                deployment
                    .ComposeCalls.Where(call =>
                        call is { Project: not null, Verb: "up" or "start" }
                        && call.Site.Span.File == workflow.File
                        && job.Steps.Any(step => step.Run?.Span.Holds(call.Site.Span) is true)
                    )
                    .SelectMany(call => call.Project?.Services ?? [])
                    .Select(service => service.Name.Value)
            );

    /// <summary>The name in <c>redis://:secret@redis:6379/0</c>, and in <c>REDIS_HOST: redis</c>.</summary>
    private static Fact<string>? Host(NamedTemplate variable)
    {
        var text = variable.Value.Raw.Trim('"', '\'', ' ');
        var isAddress =
            text.Contains("://", StringComparison.Ordinal) || variable.Name.EndsWith("HOST", StringComparison.OrdinalIgnoreCase);
        var host = isAddress ? Address.Of(text) : "";
        return host.Length > 0 ? new Fact<string>(host, variable.Value.Span) : null;
    }

    /// <summary>A step, the hosts that its variables name, and those of them that are names of containers.</summary>
    internal sealed record Given(
        string Name,
        WorkflowStep Step,
        IReadOnlyList<Fact<string>> Hosts,
        IReadOnlyList<Fact<string>> OfContainers
    );
}
