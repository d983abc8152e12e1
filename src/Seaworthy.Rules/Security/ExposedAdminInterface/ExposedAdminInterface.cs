using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>A program of administration lets in whoever comes, and is published on every address of the host, or outside of the cluster.</summary>
internal sealed class ExposedAdminInterface : Rule<AdminInterface>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "security/exposed-admin-interface",
            Title = "Administration open to the world",
            Area = Area.Security,
            Severity = Severity.High,
            Rationale = "Whoever finds the host reads, changes and deletes the data in a browser, without guessing at any password.",
            Holds = "The interface asks for an account of its owner, or is reached from its own network or the host only.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<AdminInterface>(AdminInterfaces.Link)];

    public override IEnumerable<AdminInterface> Subjects(Deployment deployment) => deployment.All<AdminInterface>();

    protected override Subject Identify(AdminInterface subject) => new(subject.Workload.Name, subject.Workload.Span);

    protected override IEnumerable<Verdict> Check(AdminInterface subject, Deployment deployment)
    {
        if (subject.Entrance is not { } entrance || subject.Ports.Bindings.Count == 0)
        {
            yield break;
        }

        var (workload, ports) = (subject.Workload, subject.Ports);
        var what = $"{workload.Name} ({(subject.Command is null ? workload.ImageName : subject.Program.Name)}) is {Reach(ports)}";
        if (subject.UnknownBecause is { } why)
        {
            yield return Unknown(ports.First.Span, $"{what}, and whether just anybody gets in cannot be told: {why}.");
            yield break;
        }

        var verdict = Warn(ports.First.Span, $"{what}, and {entrance}{(subject.Opener is { } opener ? $", as {opener.Name} has it" : "")}.")
            .As(SeverityOf(subject, deployment))
            .Related(ports.Bindings.Skip(1).Select(port => port.Span))
            .Related(subject.Opener?.Span)
            .Related(ports.First.OpenedBy?.Span)
            .Related(subject.Command ?? workload.Reference?.Span)
            .Remedy(Remedy(subject, deployment));
        yield return ports.First.OpenedBy is null ? verdict.Verify(ports.Check) : verdict.Verify(TreeCheck.Gone(ports.First.OpenedBy.Span));
    }

    private static string Reach(OpenPorts ports) =>
        ports.First.OpenedBy is { } type
            ? $"opened to the outside of the cluster on {ports.Words} by a Service of type {type.Value}"
            : $"published on {ports.Words} of every address of the host";

    private static Severity SeverityOf(AdminInterface subject, Deployment deployment) =>
        subject.Ports.IsPicked || subject.Workload.Environment is TargetEnvironment.Development or TargetEnvironment.Test ? Severity.Low
        : subject.Workload.Kind == TargetKind.Compose && OpenPorts.AreAmongTheirLike(subject.Workload, deployment) ? Severity.Medium
        : Severity.High;

    private static string Remedy(AdminInterface subject, Deployment deployment)
    {
        var ports = subject.Ports;
        var closed =
            ports.First.OpenedBy is { } type ? $"Write `type: ClusterIP` in {type.Span}, and reach it by `kubectl port-forward`"
            : OpenPorts.AreOfSwarm(subject.Workload, deployment)
                ? $"Leave the {ports.Noun} out of {ports.Places}: a swarm listens on every address, whatever the entry says"
            : $"In {ports.Places} {ports.Narrowed}";
        return subject.Opener is { } opener ? $"{closed}; or take `{opener.Name}` out of {opener.Span}."
            : subject.Program.Accounts is [var first, ..] ? $"{closed}; or give it an account of your own by `{first}`."
            : $"{closed}; or put a proxy that asks for a sign-in in front.";
    }
}
