using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Platforms;

/// <summary>A service of a Blueprint gets the host name of another where its code takes a URL.</summary>
internal sealed class HostUsedAsUrl : Rule<HostUsedAsUrl.Given>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/host-used-as-url",
            Title = "Host used as URL",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Without a scheme, a client refuses the URL, and a browser takes it for a path of its own page.",
            Holds = "The code takes the host that it is given.",
        };

    public override IEnumerable<Given> Subjects(Deployment deployment) =>
        from blueprint in deployment.Of<RenderBlueprint>()
        from service in blueprint.Services
        from variable in service.EnvVars
        where variable is { Origin: PlatformVariableOrigin.Service, Property.Value: "host" or "hostport" }
        let read = Components(deployment, blueprint, service)
            .SelectMany(component => component.Code)
            .Where(file => !file.IsTest)
            .SelectMany(file => file.EnvironmentReads)
            .Where(read => read.Name == variable.Name.Value)
            .OrderByDescending(read => IsUrl(read.Default) ? 1 : 0)
            .FirstOrDefault()
        where read is not null
        select new Given(service, variable, read);

    protected override Subject Identify(Given subject) =>
        new($"{subject.Service.Name?.Value}: {subject.Variable.Name.Value}", subject.Variable.Span);

    protected override IEnumerable<Verdict> Check(Given subject, Deployment deployment)
    {
        var (service, variable, read) = (subject.Service, subject.Variable, subject.Read);
        if (read.Default is not CodeValue.Literal { Text: var fallback } || !IsUrl(read.Default) || IsCompleted(service, variable))
        {
            yield break;
        }

        var name = variable.Name.Value;
        yield return LikelyFail(
                variable.Property?.Span ?? variable.Span,
                $"{service.Name?.Value} gets {name} from `property: {variable.Property?.Value}`, a name without a scheme, but its code takes a URL such as `{fallback}`."
            )
            .Related(read.Span, "read here")
            .Remedy(
                $"Put `https://` in front of the value in {read.Span}, or write the whole URL of {variable.Reference?.Value ?? "the service"} as `value` in {variable.Span}."
            )
            .VerifyGone();
    }

    private static IEnumerable<Component> Components(Deployment deployment, RenderBlueprint blueprint, RenderService service) =>
        deployment.Workloads.FirstOrDefault(workload => workload.Kind == TargetKind.Render && workload.Span == service.Name?.Span)
            is { Components.Count: > 0 } workload
            ? workload.Components
            : deployment.Components.Where(component =>
                component.Root == RepositoryPath.Join("", service.RootDir?.Value ?? blueprint.File.Directory)
            );

    private static bool IsUrl(CodeValue? value) =>
        value is CodeValue.Literal literal && literal.Text.Contains("://", StringComparison.Ordinal);

    /// <summary>A command makes a URL of it before the program starts.</summary>
    private static bool IsCompleted(RenderService service, PlatformVariable variable) =>
        new[] { service.BuildCommand, service.StartCommand, service.DockerCommand }.Any(command =>
            command?.Span.File.PlacesOf(variable.Name.Value).Any(at => command.Span.Start <= at && at < command.Span.End) == true
        );

    /// <summary>A variable with a host name, and the read that shows best what the code takes.</summary>
    internal sealed record Given(RenderService Service, PlatformVariable Variable, EnvironmentRead Read);
}
