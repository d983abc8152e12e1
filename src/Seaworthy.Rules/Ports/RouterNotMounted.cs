using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A router with routes that nothing mounts.</summary>
internal sealed class RouterNotMounted : Rule<Component>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/router-not-mounted",
            Title = "Router that nothing mounts",
            Area = Area.PortsAndHealth,
            Severity = Severity.Medium,
            Rationale =
                "No request reaches its routes: they are answered with 404, or with what the application answers to every other path.",
            Holds = "Every router with routes is mounted.",
        };

    public override IEnumerable<Component> Subjects(Deployment deployment) =>
        deployment.Components.Where(component => component.RoutesIncompleteBecause is null);

    protected override Subject Identify(Component subject) => new(subject.Name, subject.DeclaredIn.Whole);

    protected override IEnumerable<Verdict> Check(Component subject, Deployment deployment) =>
        subject.UnmountedRouters.Select(router =>
            Warn(
                    router.Span,
                    $"The router {(router.Value == "router" ? "" : $"{router.Value} ")}of {router.Span.File.Path} has routes, and nothing in {subject.Name} mounts it."
                )
                .Remedy($"Mount it where the other routers of {subject.Name} are mounted, or delete it.")
                .VerifyGoneOr(
                    $"git grep -nE {$"(import|require|include|use).*{System.IO.Path.GetFileNameWithoutExtension(router.Span.File.Name)}"} -- {(subject.Root.Length == 0 ? "." : subject.Root)}"
                )
        );
}
