using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A router with routes that nothing mounts.</summary>
internal sealed class RouterNotMounted : Rule<Component>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/router-not-mounted",
            Title = "Unmounted router",
            Area = Area.PortsAndHealth,
            Severity = Severity.Medium,
            Rationale = "No request reaches its routes: they get 404 or the application's catch-all page.",
            Holds = "Every router with routes is mounted.",
        };

    public override IEnumerable<Component> Subjects(Deployment deployment) =>
        deployment.Components.Where(component => component.RoutesIncompleteBecause is null);

    protected override Subject Identify(Component subject) => new(subject.Name, subject.DeclaredIn.Whole);

    protected override IEnumerable<Verdict> Check(Component subject, Deployment deployment) =>
        subject
            .UnmountedRouters.Where(router => !HasMountedTwin(router, subject, deployment))
            .Select(router =>
                Warn(
                        router.Span,
                        $"Nothing in {subject.Name} mounts the router {(router.Value == "router" ? "" : $"`{router.Value}` ")}of {router.Span.File.Path}, which has routes."
                    )
                    .Remedy($"Mount it beside the other routers of {subject.Name}, or delete it.")
                    .VerifyGoneOr(
                        $"git grep -nE {$"(import|require|include|use).*{System.IO.Path.GetFileNameWithoutExtension(router.Span.File.Name)}"} -- {(subject.Root.Length == 0 ? "." : subject.Root)}"
                    )
            );

    /// <summary>Beside <c>devices.ts</c>, which is mounted, <c>devices.js</c> is what a compiler or a move left behind.</summary>
    private static bool HasMountedTwin(Fact<string> router, Component component, Deployment deployment) =>
        router.Span.File.Path is var path
        && path.EndsWith(".js", StringComparison.Ordinal)
        && path[..^".js".Length] + ".ts" is var twin
        && deployment.Tree.HasFile(twin)
        && !component.UnmountedRouters.Any(other => other.Span.File.Path == twin);
}
