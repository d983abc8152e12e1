using Seaworthy.Model;
using Seaworthy.Model.Declared.Policies;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Custom;

/// <summary>The subjects of teams' rules and their properties: names that never change.</summary>
public static class PolicyVocabulary
{
    private static readonly IReadOnlyDictionary<string, Kind> Kinds = new Kind[]
    {
        Kind.Of(
            "workload",
            deployment => deployment.Workloads,
            workload => (workload.Name, workload.Span),
            new("name", "its name", workload => PolicyValue.Of(workload.Name)),
            new("target", "the target: docker-compose.yml, k8s/prod", workload => PolicyValue.Of(workload.TargetName)),
            new(
                "kind",
                "compose, kubernetes, fly, render, heroku…",
                workload => PolicyValue.Of(workload.Kind.ToString().ToLowerInvariant())
            ),
            new("environment", "development, test, staging, production or unstated", workload => Environment(workload.Environment)),
            new("image", "the image that it pulls, after interpolation", Image),
            new("built", "true if its image is built from this repository", workload => PolicyValue.Of(workload.Image is not null)),
            new(
                "memory-limit",
                "memory limit, in MiB",
                workload => PolicyValue.Of(workload.Resources.MemoryLimit?.Value, workload.Resources.MemoryLimit?.Span)
            )
            {
                IsNumber = true,
            },
            new(
                "cpu-limit",
                "CPU limit",
                workload => PolicyValue.Of(workload.Resources.ProcessorLimit?.Value, workload.Resources.ProcessorLimit?.Span)
            )
            {
                IsNumber = true,
            },
            new("replicas", "number of replicas", workload => PolicyValue.Of(workload.Replicas?.Value, workload.Replicas?.Span))
            {
                IsNumber = true,
            },
            new(
                "restart",
                "always, unless-stopped, on-failure, no",
                workload => PolicyValue.Of(workload.Restart?.Value, workload.Restart?.Span)
            ),
            new(
                "user",
                "the user it runs as, if the target sets one",
                workload => PolicyValue.Of(workload.User?.Value, workload.User?.Span)
            ),
            new("health-check", "its health checks", workload => PolicyValue.Of(workload.Probes.Select(probe => probe.Origin))),
            new(
                "published",
                "the host ports that it publishes",
                workload => PolicyValue.Of(workload.Ports.Select(port => port.Published).OfType<int>().Select(Text))
            ),
            new("variable", "the names of its variables", workload => PolicyValue.Of(workload.Supplied.Select(variable => variable.Name))),
            new("network", "its networks", workload => PolicyValue.Of(workload.Networks.Select(network => network.Value))),
            new(
                "host-network",
                "true if it uses the host network",
                workload => PolicyValue.Of(workload.UsesHostNetwork, workload.HostNetwork)
            ),
            new("one-shot", "true if it runs once and ends", workload => PolicyValue.Of(workload.IsOneShot))
        ),
        Kind.Of(
            "image",
            deployment => deployment.ImageUses.Where(image => !image.IsBuildStage),
            image => (image.Subject, image.Span),
            new("name", "as written, after substitution", image => PolicyValue.Of(image.Text)),
            new("registry", "docker.io if none is written", image => PolicyValue.Of(image.Reference.Registry)),
            new("repository", "without registry, tag and digest", image => PolicyValue.Of(image.Reference.Repository)),
            new("full-name", "registry/repository", image => PolicyValue.Of($"{image.Reference.Registry}/{image.Reference.Repository}")),
            new("tag", "latest if neither tag nor digest is written", image => PolicyValue.Of(image.Reference.EffectiveTag)),
            new("digest", "the digest that pins it", image => PolicyValue.Of(image.Reference.Digest)),
            new("base", "true for a base image of a Dockerfile", image => PolicyValue.Of(image.IsBase)),
            new("development", "true if only for tests or development", image => PolicyValue.Of(image.IsForDevelopment))
        ),
        Kind.Of(
            "port",
            deployment =>
                deployment.Workloads.SelectMany(workload =>
                    workload.Ports.Where(port => !port.IsInformational).Select(port => new { Workload = workload, Port = port })
                ),
            port => (port.Workload.Name, port.Port.Span),
            new("workload", "the workload of the port", port => PolicyValue.Of(port.Workload.Name)),
            new("target", "the target", port => PolicyValue.Of(port.Workload.TargetName)),
            new("environment", "of the target", port => Environment(port.Workload.Environment)),
            new("published", "the published port", port => PolicyValue.Of(port.Port.Published)) { IsNumber = true },
            new("container", "the container port", port => PolicyValue.Of(port.Port.Container)) { IsNumber = true },
            new("address", "the host address, if bound to one", port => PolicyValue.Of(port.Port.HostAddress))
        ),
        Kind.Of(
            "variable",
            deployment => deployment.Variables.SelectMany(variables => variables.Uses),
            use => (use.Name, use.Strongest.Span),
            new("name", "as the code reads it", use => PolicyValue.Of(use.Name)),
            new("workload", "the workload that reads it", use => PolicyValue.Of(use.Workload.Name)),
            new("target", "the target of the workload", use => PolicyValue.Of(use.Workload.TargetName)),
            new("environment", "of the target", use => Environment(use.Workload.Environment)),
            new("given", "the file that sets it for the workload", Given),
            new(
                "default",
                "exists if the code has one",
                use => PolicyValue.Of(use.Reads.Any(read => read.Default is not null) ? "in code" : null)
            ),
            new(
                "documented",
                "the environment files and templates that contain it",
                use => PolicyValue.Of(use.Documented.Select(place => place.File.Path))
            )
        ),
        Kind.Of(
            "job",
            deployment =>
                deployment.Of<Workflow>().SelectMany(workflow => workflow.Jobs.Select(job => new { Workflow = workflow, Job = job })),
            job => ($"{job.Workflow.File.Name}: {job.Job.Id}", job.Job.Span),
            new("name", "its id", job => PolicyValue.Of(job.Job.Id)),
            new("workflow", "the file", job => PolicyValue.Of(job.Workflow.File.Path)),
            new("timeout-minutes", "minutes until it is stopped", job => Minutes(job.Job.TimeoutMinutes)) { IsNumber = true },
            new("runner", "the labels of its machine", job => PolicyValue.Of(job.Job.RunsOn?.Labels.Select(label => label.Raw) ?? [])),
            new("calls", "the workflow that it calls instead of steps", job => PolicyValue.Of(job.Job.Uses?.Raw, job.Job.Uses?.Span)),
            new(
                "permissions",
                "exists if the job or its workflow restricts them",
                job => PolicyValue.Of((job.Job.Permissions ?? job.Workflow.Permissions) is null ? null : "declared")
            )
        ),
        Kind.Of(
            "step",
            deployment =>
                deployment
                    .Of<Workflow>()
                    .SelectMany(workflow =>
                        workflow.Jobs.SelectMany(job =>
                            job.Steps.Select(step => new
                            {
                                Workflow = workflow,
                                Job = job,
                                Step = step,
                            })
                        )
                    ),
            step => ($"{step.Workflow.File.Name}: {step.Job.Id}", step.Step.Span),
            new("name", "its name", step => PolicyValue.Of(step.Step.Name?.Raw)),
            new("job", "the id of its job", step => PolicyValue.Of(step.Job.Id)),
            new("workflow", "the file", step => PolicyValue.Of(step.Workflow.File.Path)),
            new("uses", "the action, as written", step => PolicyValue.Of(step.Step.Uses?.Raw, step.Step.Uses?.Span)),
            new(
                "pinned",
                "true if pinned to a full commit",
                step => step.Step.Uses is { } uses ? PolicyValue.Of(uses.IsPinned, uses.Span) : PolicyValue.None
            ),
            new("run", "its script", step => PolicyValue.Of(step.Step.Run?.Text.Raw)),
            new("timeout-minutes", "minutes until it is stopped", step => Minutes(step.Step.TimeoutMinutes)) { IsNumber = true }
        ),
    }.ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    /// <summary>All names, to validate rule files.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<PolicyProperty>> Subjects { get; } =
        Kinds.ToDictionary(kind => kind.Key, kind => kind.Value.Properties, StringComparer.Ordinal);

    internal static Kind Of(string subject) => Kinds[subject];

    private static PolicyValue Environment(TargetEnvironment environment) => PolicyValue.Of(environment.ToString().ToLowerInvariant());

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static PolicyValue Image(Workload workload) =>
        workload.Reference is not { } reference ? PolicyValue.None
        : reference.Value.Text is { } text ? PolicyValue.Of(text, reference.Span)
        : PolicyValue.Unknown(reference.Value.UnknownBecause ?? "its image depends on a variable", reference.Span);

    private static PolicyValue Given(VariableUse use) =>
        use.Supply is { } supply ? PolicyValue.Of(supply.Span.File.Path, supply.Span)
        : use.UndecidedBecause is { } why ? PolicyValue.Unknown(why)
        : PolicyValue.None;

    private static PolicyValue Minutes(ExpressionTemplate? written) =>
        written is null ? PolicyValue.None
        : decimal.TryParse(written.Literal, System.Globalization.CultureInfo.InvariantCulture, out var minutes)
            ? PolicyValue.Of(minutes, written.Span)
        : PolicyValue.Unknown("it is an expression", written.Span);

    /// <summary>One kind of subject.</summary>
    internal sealed record Kind(string Name, IReadOnlyList<PolicyProperty> Properties, Func<Deployment, IEnumerable<PolicySubject>> Find)
    {
        public static Kind Of<T>(
            string name,
            Func<Deployment, IEnumerable<T>> find,
            Func<T, (string Name, Model.Source.SourceSpan Place)> identify,
            params IReadOnlyList<Property<T>> properties
        ) =>
            new(
                name,
                [.. properties.Select(property => new PolicyProperty(property.Name, property.IsNumber, property.Description))],
                deployment =>
                    find(deployment)
                        .Select(item =>
                        {
                            var (title, place) = identify(item);
                            return new PolicySubject(
                                title,
                                place,
                                properties.ToDictionary(property => property.Name, property => property.Read(item), StringComparer.Ordinal)
                            );
                        })
            );
    }

    /// <summary>One property.</summary>
    internal sealed record Property<T>(string Name, string Description, Func<T, PolicyValue> Read)
    {
        public bool IsNumber { get; init; }
    }
}
