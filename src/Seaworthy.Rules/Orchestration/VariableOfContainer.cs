using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A health check, command or value names a variable of its container, and Compose replaces it before.</summary>
/// <remarks>Source: Docker documentation, "Interpolation", "$$ to escape"; "env_file" gives variables to the container alone.</remarks>
internal sealed class VariableOfContainer : Rule<VariableOfContainer.Use>
{
    // Each container has its own; the shell of the host has it as well, and does not pass it on.
    private const string HostName = "HOSTNAME";

    private const string Environment = "The environment";

    private static readonly PerDeployment<IReadOnlyList<Use>> Uses = new(deployment => [.. Find(deployment)]);

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/variable-of-container",
            Title = "Unescaped container variable",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Rationale =
                "Compose replaces `${NAME}` by what its own shell or `.env` has, which is nothing here: the container runs the command with an empty word.",
            Holds = "Variables of the container are escaped: `$${NAME}`.",
        };

    /// <summary>Places at which a variable of the container is meant: elsewhere it is not looked for.</summary>
    public static IReadOnlySet<SourceSpan> Places(Deployment deployment) =>
        Uses.Of(deployment).Select(use => use.Variable.Span).ToHashSet();

    public override IEnumerable<Use> Subjects(Deployment deployment) => Uses.Of(deployment).DistinctBy(use => use.Variable.Span);

    protected override Subject Identify(Use subject) => new(subject.Service, subject.Variable.Span, subject.Variable.Value);

    protected override IEnumerable<Verdict> Check(Use subject, Deployment deployment)
    {
        var (service, variable, part, given) = subject;
        var message = given is null
            ? $"{part} of {service} uses `${{{variable.Value}}}`, which Compose replaces by the name of the host or by nothing, not by that of the container."
            : $"{part} of {service} uses `${{{variable.Value}}}`, which Compose replaces by an empty text: it is set for the container alone.";
        yield return Fail(variable.Span, message)
            .Related(given, "set for the container")
            .Remedy(
                part == Environment
                    ? $"Delete {variable.Span}: the value of {given} reaches the container without it."
                    : $"Write `$${{{variable.Value}}}` in {variable.Span}, in a command that a shell runs (`CMD-SHELL`, `sh -c`)."
            )
            .VerifyGone();
    }

    private static IEnumerable<Use> Find(Deployment deployment) => OfServices(deployment).Concat(OfEnvFiles(deployment));

    /// <summary>Variables that only the service itself sets.</summary>
    private static IEnumerable<Use> OfServices(Deployment deployment)
    {
        var known = NamedVariables.Of(deployment);
        return from target in deployment.Targets
            where target.Kind == TargetKind.Compose && target.PartialBecause is null
            from workload in target.Workloads
            from variable in workload.UnsetVariables
            let service = deployment
                .At<ComposeFile>(variable.Span.File.Path)
                ?.Services.FirstOrDefault(service => service.Span.Holds(variable.Span))
            let part = service is null ? null : Part(service, variable.Span)
            where part is not null
            // `USER: ${USER}` beside it says that Compose has one.
            let given = workload.Supplied.FirstOrDefault(supplied => supplied.Name == variable.Value && !supplied.TakesVariable)?.Span
            where variable.Value == HostName || (given is not null && !given.Holds(variable.Span) && !known.Contains(variable.Value))
            select new Use(workload.Name, variable, part, given);
    }

    /// <summary>Variables that only an environment file of the service sets.</summary>
    private static IEnumerable<Use> OfEnvFiles(Deployment deployment)
    {
        var known = NamedVariables.OutsideContainers(deployment);
        return from stack in deployment.ComposeStacks
            where stack.PartialBecause is null
            from service in stack.Project.Services
            from entry in Given(stack, service, deployment)
            where !known.Contains(entry.Name.Value) && !stack.EnvFiles.Any(file => file.Find(entry.Name.Value) is not null)
            from template in Templates(service)
            where template.Variables.Any(part => part.Variable == entry.Name.Value && part.Operator is null)
            let part = Part(service, template.Span) ?? Environment
            select new Use(service.Name.Value, new Fact<string>(entry.Name.Value, template.Span), part, entry.Span);
    }

    private static IEnumerable<EnvEntry> Given(ComposeStack stack, ComposeService service, Deployment deployment) =>
        from file in service.EnvFiles
        let path = file.Path.Literal is { } written ? RepositoryPath.Join(stack.Project.Directory, written) : null
        let found = path is null ? null : deployment.At<EnvFile>(path)
        where found is not null
        from entry in found.Entries
        where entry.Value is { Raw.Length: > 0 }
        select entry;

    private static IEnumerable<Template> Templates(ComposeService service) =>
        service
            .Environment.Select(variable => variable.Value)
            .Concat(service.Command?.Words ?? [])
            .Concat(service.Entrypoint?.Words ?? [])
            .Concat(service.Healthcheck?.Test?.Words ?? [])
            .OfType<Template>();

    private static string? Part(ComposeService service, SourceSpan place) =>
        service.Healthcheck?.Test?.Span.Holds(place) is true ? "The health check"
        : service.Command?.Span.Holds(place) is true ? "The command"
        : service.Entrypoint?.Span.Holds(place) is true ? "The entry point"
        : null;

    /// <summary>A variable in a command or value of a service, and where the container is given it.</summary>
    internal sealed record Use(string Service, Fact<string> Variable, string Part, SourceSpan? Given);
}
