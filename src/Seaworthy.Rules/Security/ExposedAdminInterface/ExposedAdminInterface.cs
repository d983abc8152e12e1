using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>An admin program requires no login and is published on all host addresses, outside the cluster, or by a proxy.</summary>
internal sealed class ExposedAdminInterface : Rule<AdminInterface>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "security/exposed-admin-interface",
            Title = "Exposed admin interface",
            Area = Area.Security,
            Severity = Severity.High,
            Rationale = "Anyone who finds the address gets to the data and controls in a browser, without a password.",
            Holds = "The interface requires an account of its owner, or is reachable only from its own network or the host.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<AdminInterface>(AdminInterfaces.Link)];

    public override IEnumerable<AdminInterface> Subjects(Deployment deployment) => deployment.All<AdminInterface>();

    protected override Subject Identify(AdminInterface subject) => new(subject.Workload.Name, subject.Workload.Span);

    protected override IEnumerable<Verdict> Check(AdminInterface subject, Deployment deployment)
    {
        if (subject.Entrance is not { } entrance)
        {
            yield break;
        }

        if (subject.Ports.Bindings.Count == 0)
        {
            if (subject.Routes.Count > 0)
            {
                yield return OfRoutes(subject, entrance);
            }

            yield break;
        }

        var (workload, ports) = (subject.Workload, subject.Ports);
        var what = $"{workload.Name} ({(subject.Command is null ? workload.ImageName : subject.Program.Name)}) is {Reach(ports)}";
        if (subject.UnknownBecause is { } why)
        {
            yield return Unknown(ports.First.Span, $"{what}; unknown whether it requires a login: {why}.");
            yield break;
        }

        var verdict = Warn(ports.First.Span, $"{what} and {entrance}{(subject.Opener is { } opener ? $" because of {opener.Name}" : "")}.")
            .As(SeverityOf(subject, deployment))
            .Related(ports.Bindings.Skip(1).Select(port => port.Span))
            .Related(subject.Opener?.Span)
            .Related(ports.First.OpenedBy?.Span)
            .Related(subject.Command ?? workload.Reference?.Span)
            .Related(subject.Routes.Select(route => route.Span), "leads to it, too")
            .Remedy(Remedy(subject, deployment));
        yield return ports.First.OpenedBy is null ? verdict.Verify(ports.Check) : verdict.Verify(TreeCheck.Gone(ports.First.OpenedBy.Span));
    }

    /// <summary>Only a proxy, a router or an Ingress leads to it.</summary>
    private Verdict OfRoutes(AdminInterface subject, string entrance)
    {
        var (workload, route) = (subject.Workload, subject.Routes[0]);
        var name = workload.ImageName is { } image ? $"{workload.Name} ({image})" : workload.Name;
        if (subject.UnknownBecause is { } why)
        {
            return Unknown(route.Span, $"{route.By} leads to {name}; unknown whether it requires a login: {why}.");
        }

        var because = subject.Opener is { } opener ? $" because of {opener.Name}" : "";
        return Warn(route.Span, $"{route.By} leads to {name}, which {entrance}{because}.")
            .As(
                workload.Environment is TargetEnvironment.Development or TargetEnvironment.Test ? Severity.Low
                : IsOnlyWatched(subject) ? Severity.Medium
                : Severity.High
            )
            .Related(subject.Opener?.Span)
            .Related(subject.Command ?? workload.Reference?.Span)
            .Related(subject.Routes.Skip(1).Select(other => other.Span))
            .Remedy(RouteGuard.Remedy(subject))
            .Verify(RouteGuard.Check(subject));
    }

    private static bool IsOnlyWatched(AdminInterface subject) => subject is { Program.IsForWatching: true, Opener: null };

    private static string Reach(OpenPorts ports) =>
        ports.First.OpenedBy is { } type
            ? $"reachable from outside the cluster on {ports.Words} through a {type.Value} Service"
            : $"published on {ports.Words} of all host addresses";

    private static Severity SeverityOf(AdminInterface subject, Deployment deployment) =>
        subject.Ports.IsPicked || subject.Workload.Environment is TargetEnvironment.Development or TargetEnvironment.Test ? Severity.Low
        : IsOnlyWatched(subject) ? Severity.Medium
        : subject.Workload.Kind == TargetKind.Compose && OpenPorts.AreAmongTheirLike(subject.Workload, deployment) ? Severity.Medium
        : Severity.High;

    private static string Remedy(AdminInterface subject, Deployment deployment)
    {
        var ports = subject.Ports;
        var closed =
            ports.First.OpenedBy is { } type ? $"Write `type: ClusterIP` in {type.Span}, and use `kubectl port-forward`"
            : OpenPorts.AreOfSwarm(subject.Workload, deployment)
                ? $"Remove the {ports.Noun} in {ports.Places}: a swarm always listens on all addresses"
            : $"In {ports.Places}, {ports.Narrowed}";
        return subject.Opener is { } opener ? $"{closed}, or remove `{opener.Name}` from {opener.Span}."
            : subject.Program.Accounts is [var first, ..] ? $"{closed}, or set your own account with `{first}`."
            : $"{closed}, or put a proxy with a login in front.";
    }
}
