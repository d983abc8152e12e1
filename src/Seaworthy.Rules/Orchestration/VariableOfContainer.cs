using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A health check or command names a variable of its container, and Compose replaces it before.</summary>
/// <remarks>Source: Docker documentation, "Interpolation", "$$ to escape"; "env_file" gives variables to the container alone.</remarks>
internal sealed class VariableOfContainer : Rule<VariableOfContainer.Use>
{
    // Each container has its own; the shell of the host has it as well, and does not pass it on.
    private const string HostName = "HOSTNAME";

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

    protected override Subject Identify(Use subject) => new(subject.Workload.Name, subject.Variable.Span, subject.Variable.Value);

    protected override IEnumerable<Verdict> Check(Use subject, Deployment deployment)
    {
        var (workload, variable, part, given) = subject;
        var message = given is null
            ? $"{part} of {workload.Name} uses `${{{variable.Value}}}`, which Compose replaces by the name of the host or by nothing, not by that of the container."
            : $"{part} of {workload.Name} uses `${{{variable.Value}}}`, which Compose replaces by an empty text: it is set for the container alone.";
        yield return Fail(variable.Span, message)
            .Related(given, "set for the container")
            .Remedy($"Write `$${{{variable.Value}}}` in {variable.Span}, in a command that a shell runs (`CMD-SHELL`, `sh -c`).")
            .VerifyGone();
    }

    private static IEnumerable<Use> Find(Deployment deployment)
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
            let given = workload.Supplied.FirstOrDefault(supplied => supplied.Name == variable.Value)?.Span
            where variable.Value == HostName || (given is not null && !given.Holds(variable.Span) && !known.Contains(variable.Value))
            select new Use(workload, variable, part, given);
    }

    private static string? Part(ComposeService service, SourceSpan place) =>
        service.Healthcheck?.Test?.Span.Holds(place) is true ? "The health check"
        : service.Command?.Span.Holds(place) is true ? "The command"
        : service.Entrypoint?.Span.Holds(place) is true ? "The entry point"
        : null;

    /// <summary>A variable in a command of a service, and where the container is given it.</summary>
    internal sealed record Use(Workload Workload, Fact<string> Variable, string Part, SourceSpan? Given);
}
