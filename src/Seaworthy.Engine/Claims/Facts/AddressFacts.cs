using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Claims.Facts;

/// <summary>Who answers at an address: to the host, at the port, for the path.</summary>
internal static class AddressFacts
{
    public static ClaimFact? Of(AskedClaim asked) =>
        asked.Claim.Kind == ClaimKinds.HostUnresolved ? Host(asked)
        : asked.Claim.Kind == ClaimKinds.PortNotListened ? Called(asked) ?? Bound(asked)
        : asked.Claim.Kind == ClaimKinds.RouteNotServed ? Route(asked)
        : null;

    private static ClaimFact? Host(AskedClaim asked)
    {
        var uses = Endpoints(asked)
            .Where(use => asked.Claim.Values.Any(value => value.Contains(use.Host, StringComparison.Ordinal)))
            .ToList();
        return uses.Find(use => use.Answer is HostAnswer.Nobody or HostAnswer.OtherNetwork && !use.IsUnread) is { } lost
                ? ClaimFact.Confirmed($"Nothing in {Target(lost)} answers to {lost.Host}.", lost.Span)
            : uses.Find(use => use.Answer == HostAnswer.Workload && use.Callee is not null) is { Callee: { } callee } reached
                ? ClaimFact.Refuted(
                    $"{callee.Span} answers to {reached.Host}.",
                    callee.Span,
                    [.. asked.Claim.Values.Where(value => value.Contains(reached.Host, StringComparison.Ordinal))]
                )
            : null;
    }

    private static string Target(EndpointUse use) => use.Caller?.TargetName ?? "the repository";

    private static ClaimFact? Called(AskedClaim asked) =>
        Endpoints(asked).FirstOrDefault(use => use is { Answer: HostAnswer.Workload, Callee: not null } && asked.Names(use.Port))
            is { Callee: { } callee, Port: { } port }
            ? Listens(asked, callee, port)
            : null;

    private static ClaimFact? Bound(AskedClaim asked) =>
        asked
            .Deployment.Workloads.SelectMany(workload =>
                workload
                    .Ports.Where(binding => asked.IsNear(binding.Span) && asked.Names(binding.Container))
                    .Select(binding => Listens(asked, workload, binding.Container))
            )
            .FirstOrDefault(fact => fact is not null);

    private static ClaimFact? Listens(AskedClaim asked, Workload workload, int port) =>
        workload.Listens.Ports.FirstOrDefault(listening => listening.Port == port) is { } open
            ? open.IsLoopback
                ? ClaimFact.Confirmed($"{workload.Name} listens on {port} of {open.Host} alone.", open.Chain.FirstOrDefault())
                : open.IsInferred
                    ? ClaimFact.Open($"{workload.Name} listens on {port} by default.", open.Chain.FirstOrDefault())
                    : ClaimFact.Refuted(
                        $"{workload.Name} listens on {port}.",
                        open.Chain.FirstOrDefault(),
                        [.. asked.Ports(port), workload.Name]
                    )
            : workload.Listens is { IsComplete: true, Ports: [var other, ..] }
                ? ClaimFact.Confirmed($"{workload.Name} listens on {other.Port}, not on {port}.", other.Chain.FirstOrDefault())
                : workload.Listens.IncompleteBecause is { } why
                    ? ClaimFact.Open($"Ports of {workload.Name}: {why}.", workload.Span)
                    : null;

    private static ClaimFact? Route(AskedClaim asked)
    {
        var calls = asked
            .Deployment.All<RouteCall>()
            .Where(call => asked.IsNear(call.Span) && asked.Claim.Values.Any(value => IsPath(value, call.Path)))
            .ToList();
        return calls.Find(call => !call.IsServed && call is { UncertainBecause: null, IsGuess: false }) is { } lost
                ? ClaimFact.Confirmed($"{lost.Callee.Title} serves no {lost.Method} {lost.Path}.", lost.Near?.Span ?? lost.Span)
            : calls.Find(call => call.IsServed) is { } served
                ? ClaimFact.Refuted(
                    $"{served.Routes[0].Span} serves {served.Path}.",
                    served.Routes[0].Span,
                    [.. asked.Claim.Values.Where(value => value is ['/', ..])]
                )
            : Probed(asked);
    }

    private static ClaimFact? Probed(AskedClaim asked)
    {
        foreach (var workload in asked.Deployment.Workloads.Where(workload => workload.Components.Count == 1))
        {
            var path = workload
                .Probes.FirstOrDefault(probe =>
                    probe.Path is { } asks && asked.IsNear(probe.Span) && asked.Claim.Values.Any(value => IsPath(value, asks))
                )
                ?.Path;
            if (path is not null && workload.Components[0].Routes.FirstOrDefault(route => route.Path.Matches(path)) is { } route)
            {
                return ClaimFact.Refuted(
                    $"{route.Span} serves {path}.",
                    route.Span,
                    [.. asked.Claim.Values.Where(value => value is ['/', ..])]
                );
            }
        }

        return null;
    }

    private static bool IsPath(string value, string path) =>
        path.Trim('/') is { Length: > 0 } plain && value.TrimEnd('/').EndsWith("/" + plain, StringComparison.Ordinal);

    private static IEnumerable<EndpointUse> Endpoints(AskedClaim asked) => asked.Deployment.Endpoints.Where(use => asked.IsNear(use.Span));
}
