using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Kubernetes.Names;

/// <summary>Gateways, subsets and middlewares that routes of Istio, of Traefik and of the Gateway API name.</summary>
internal sealed class MeshNames(Repository repository, KubernetesStack stack)
{
    private const string OfAnnotation = "traefik.ingress.kubernetes.io/router.middlewares";
    private const string Provider = "@kubernetescrd";

    public IEnumerable<NameUse> Find() =>
        stack
            .Of<TrafficRoute>()
            .SelectMany(route => Gateways(route).Concat(Subsets(route)).Concat(Middlewares(route)))
            .Concat(stack.Of<HttpRoute>().SelectMany(Gateways))
            .Concat(stack.Of<Ingress>().SelectMany(Annotated));

    /// <remarks>Istio reference, VirtualService: <c>mesh</c> stands for all sidecars.</remarks>
    private IEnumerable<NameUse> Gateways(TrafficRoute route) =>
        from written in route.Gateways
        where written.Value.Length > 0 && written.Value != "mesh" && !written.Value.Contains('.', StringComparison.Ordinal)
        let slash = written.Value.IndexOf('/', StringComparison.Ordinal)
        let space = slash > 0 && written.Value[..slash] != route.Namespace?.Value ? written.Value[..slash] : null
        select Gateway(route, new Fact<string>(written.Value[(slash + 1)..], written.Span), space, isOfIstio: true);

    private IEnumerable<NameUse> Gateways(HttpRoute route)
    {
        foreach (var parent in route.Gateways)
        {
            var space = parent.Namespace is { } other && other.Value != route.Namespace?.Value ? other.Value : null;
            yield return Gateway(route, parent.Name, space, isOfIstio: false);
            if (parent.Listener is { } listener && space is null && Find(route, parent.Name.Value, isOfIstio: false) is { } gateway)
            {
                yield return new NameUse(
                    NameRole.KubernetesGatewayListener,
                    listener.Value,
                    listener.Span,
                    Subject(route),
                    gateway.Listeners.FirstOrDefault(known => known.Value == listener.Value)?.Span
                )
                {
                    In = $"Gateway {parent.Name.Value}",
                    Candidates = [.. gateway.Listeners.Select(known => known.Value)],
                    Related = gateway.Name?.Span,
                    UnknownBecause = stack.DoubtWithin,
                };
            }
        }
    }

    /// <summary>Many a gateway is one of the cluster: of it nothing is said, unless the stack has one that no route names, or of nearly that name.</summary>
    private NameUse Gateway(KubernetesObject route, Fact<string> name, string? space, bool isOfIstio)
    {
        var others = stack.Of<MeshGateway>().Where(known => known.IsOfIstio == isOfIstio && KubernetesStack.MayMeet(known, route)).ToList();
        var anywhere = repository.Index.Named<MeshGateway>(name.Value).FirstOrDefault(known => known.IsOfIstio == isOfIstio);
        var meant = others.Find(known => known.Name is { } own && (IsSpare(own.Value, isOfIstio) || IsNear(own.Value, name.Value)));
        return new NameUse(
            NameRole.KubernetesGateway,
            name.Value,
            name.Span,
            Subject(route),
            Find(route, name.Value, isOfIstio)?.Name?.Span ?? anywhere?.Name?.Span
        )
        {
            Candidates = [.. others.Select(known => known.Name?.Value).OfType<string>().Distinct().Take(NameUse.MostCandidates + 1)],
            Related = meant?.Name?.Span,
            UnknownBecause =
                // What else is applied matters little where the files of both stand side by side.
                (
                    meant?.Span.File.Directory == route.Span.File.Directory && !KubernetesStack.IsValue(name.Span)
                        ? null
                        : stack.DoubtOf("Gateway", name)
                )
                ?? (space is null ? null : $"it is in namespace {space}")
                ?? repository.MadeBy(name.Value)
                ?? (meant is null ? "it may be a gateway of the cluster" : null),
        };
    }

    private MeshGateway? Find(KubernetesObject route, string name, bool isOfIstio) =>
        stack.Index.Named<MeshGateway>(name).FirstOrDefault(known => known.IsOfIstio == isOfIstio && KubernetesStack.MayMeet(known, route));

    /// <summary>No route of the repository names it.</summary>
    private bool IsSpare(string gateway, bool isOfIstio) =>
        !repository.Objects.Any(found =>
            found switch
            {
                TrafficRoute route => isOfIstio
                    && route.Gateways.Any(used => used.Value[(used.Value.IndexOf('/', StringComparison.Ordinal) + 1)..] == gateway),
                HttpRoute route => !isOfIstio && route.Gateways.Any(used => used.Name.Value == gateway),
                _ => false,
            }
        );

    /// <summary>Of a host that some rule divides.</summary>
    private IEnumerable<NameUse> Subsets(TrafficRoute route)
    {
        foreach (var used in route.Subsets)
        {
            var rules = repository
                .Objects.OfType<DestinationRule>()
                .Where(rule => rule.Host is { } host && IsSameHost(host.Value, used.Host.Value))
                .ToList();
            var here = rules.FindAll(rule => stack.Objects.Contains(rule));
            yield return new NameUse(
                NameRole.KubernetesSubset,
                used.Subset.Value,
                used.Subset.Span,
                Subject(route),
                rules.SelectMany(rule => rule.Subsets).FirstOrDefault(known => known.Value == used.Subset.Value)?.Span
            )
            {
                In = $"host {used.Host.Value}",
                Candidates =
                [
                    .. here.SelectMany(rule => rule.Subsets).Select(known => known.Value).Distinct().Take(NameUse.MostCandidates + 1),
                ],
                Related = here.FirstOrDefault()?.Name?.Span,
                UnknownBecause =
                    stack.DoubtOf("DestinationRule", used.Subset)
                    ?? stack.DoubtWithin
                    ?? (here.Count == 0 ? "its DestinationRule may be applied from elsewhere" : null),
            };
        }
    }

    // "*.local" and the like stand for several hosts.
    private static bool IsSameHost(string one, string other) =>
        one == other || one.Contains('*', StringComparison.Ordinal) || one.Split('.')[0] == other.Split('.')[0];

    /// <remarks>A name with <c>@</c> says which provider defines it.</remarks>
    private IEnumerable<NameUse> Middlewares(TrafficRoute route) =>
        from used in route.Middlewares
        where used.Name.Value.Length > 0 && !used.Name.Value.Contains('@', StringComparison.Ordinal)
        let space = used.Namespace?.Value is { } other && other != route.Namespace?.Value ? other : null
        let anywhere = repository.Index.Named<Middleware>(used.Name.Value).FirstOrDefault()
        select Middleware(route, used.Name, anywhere?.Name?.Span) with
        {
            UnknownBecause =
                stack.DoubtOf("Middleware", used.Name)
                ?? (space is null ? null : $"it is in namespace {space}")
                ?? repository.MadeBy(used.Name.Value)
                ?? (HasOthers(route) ? null : "no manifest defines a middleware, and something outside the repository may"),
        };

    /// <summary><c>NAMESPACE-NAME@kubernetescrd</c>, several behind commas.</summary>
    private IEnumerable<NameUse> Annotated(Ingress ingress) =>
        from pair in ingress.Annotations
        where pair.Key == OfAnnotation && pair.Value is not null
        from written in (pair.Value?.Value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        where written.EndsWith(Provider, StringComparison.Ordinal)
        let name = new Fact<string>(written[..^Provider.Length], pair.Value?.Span ?? pair.Span)
        select Middleware(ingress, name, Qualified(name.Value)) with
        {
            UnknownBecause =
                stack.DoubtOf("Middleware", name)
                ?? stack.DoubtWithin
                ?? (HasOthers(ingress) ? null : "no manifest defines a middleware, and something outside the repository may"),
        };

    /// <summary>A middleware whose namespace is not written may be in any.</summary>
    private SourceSpan? Qualified(string written) =>
        repository
            .Objects.OfType<Middleware>()
            .FirstOrDefault(known =>
                known.Name is { } name
                && (
                    known.Namespace is { } space
                        ? written == $"{space.Value}-{name.Value}"
                        : written.EndsWith("-" + name.Value, StringComparison.Ordinal)
                )
            )
            ?.Name?.Span;

    private bool HasOthers(KubernetesObject user) => stack.Of<Middleware>().Any(known => KubernetesStack.MayMeet(known, user));

    private NameUse Middleware(KubernetesObject user, Fact<string> name, SourceSpan? definition) =>
        new(NameRole.KubernetesMiddleware, name.Value, name.Span, Subject(user), definition)
        {
            Candidates =
            [
                .. stack
                    .Of<Middleware>()
                    .Where(known => KubernetesStack.MayMeet(known, user))
                    .Select(known =>
                        user is Ingress && known.Namespace is { } space ? $"{space.Value}-{known.Name?.Value}" : known.Name?.Value
                    )
                    .OfType<string>()
                    .Distinct()
                    .Take(NameUse.MostCandidates + 1),
            ],
        };

    private static bool IsNear(string known, string written) => NearMiss.Of(written, [known]) is not null;

    private static string Subject(KubernetesObject route) => $"{route.Kind.Value} {route.Name?.Value}";
}
