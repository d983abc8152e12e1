using System.Globalization;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Kubernetes.Names;

/// <summary>Services, and ports of Services, to which Ingresses and routes lead.</summary>
internal sealed class RouteNames(Repository repository, KubernetesStack stack)
{
    public IEnumerable<NameUse> Find() =>
        stack
            .Of<Ingress>()
            .SelectMany(ingress => Uses(ingress, Backends(ingress)))
            .Concat(stack.Of<HttpRoute>().SelectMany(route => Uses(route, Backends(route.Paths))));

    private static List<IngressBackend> Backends(Ingress ingress) =>
        [
            .. ingress.DefaultBackend is { } fallback ? [fallback] : Array.Empty<IngressBackend>(),
            .. Backends(ingress.Rules.SelectMany(rule => rule.Paths)),
        ];

    // The controller of AWS takes a pseudo-port for what annotations describe.
    private static List<IngressBackend> Backends(IEnumerable<IngressPath> paths) =>
        [.. paths.Select(path => path.Backend).OfType<IngressBackend>().Where(backend => backend.Port?.Value is not "use-annotation")];

    private IEnumerable<NameUse> Uses(KubernetesObject route, List<IngressBackend> backends)
    {
        var resolves = backends.Exists(backend => Service(route, backend) is not null);
        foreach (var backend in backends)
        {
            if (Service(route, backend) is { } service)
            {
                yield return Use(route, backend, NameRole.KubernetesService) with
                {
                    Definition = service.Name?.Span ?? service.Span,
                };
                if (Port(route, backend, service) is { } port)
                {
                    yield return port;
                }
            }
            else
            {
                yield return Absent(route, backend, resolves);
            }
        }
    }

    private NameUse Absent(KubernetesObject route, IngressBackend backend, bool othersResolve)
    {
        var other = repository.Find<KubernetesService>(backend.Service.Value, route);
        var foreign = repository.Index.Named<KubernetesService>(backend.Service.Value).FirstOrDefault();
        return Use(route, backend, NameRole.KubernetesService) with
        {
            Candidates =
            [
                .. stack
                    .Of<KubernetesService>()
                    .Where(service => KubernetesStack.MayMeet(service, route))
                    .Select(service => service.Name?.Value)
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal)
                    .Take(NameUse.MostCandidates + 1),
            ],
            Related = foreign?.Name?.Span,
            UnknownBecause =
                stack.DoubtOf("Service", backend.Service)
                // Often named where a path is to be closed: the controller answers 404 or 503 by itself.
                ?? (backend.Service.Value == "default-http-backend" ? "the Ingress controller has a default backend of that name" : null)
                ?? (other is null ? null : $"{other.Span.File.Path} defines it, and may be applied as well")
                ?? (foreign is null ? repository.MadeBy(backend.Service.Value) : null)
                ?? (
                    othersResolve || stack.Index.Named<KubernetesService>(backend.Service.Value).Any()
                        ? null
                        : "no manifest defines it, and something outside the repository may install it"
                ),
        };
    }

    private NameUse? Port(KubernetesObject route, IngressBackend backend, KubernetesService service)
    {
        if (backend.Port is not { } wanted || service.Type?.Value is "ExternalName" || service.Ports.Count == 0)
        {
            return null;
        }

        var found = service.Ports.FirstOrDefault(port =>
            int.TryParse(wanted.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? port.Port?.Value == number
                : port.Name?.Value == wanted.Value
        );
        return new NameUse(NameRole.KubernetesServicePort, wanted.Value, wanted.Span, Subject(route), found?.Span)
        {
            Candidates = [.. service.Ports.Select(port => $"{port.Port?.Value}{(port.Name is { } name ? $" ({name.Value})" : "")}")],
            Related = service.Ports[0].Span,
            In = $"Service {service.Name?.Value}",
            UnknownBecause = stack.DoubtWithin,
        };
    }

    private KubernetesService? Service(KubernetesObject route, IngressBackend backend) =>
        stack.Index.Named<KubernetesService>(backend.Service.Value).FirstOrDefault(service => KubernetesStack.MayMeet(service, route));

    private static NameUse Use(KubernetesObject route, IngressBackend backend, NameRole role) =>
        new(role, backend.Service.Value, backend.Service.Span, Subject(route), null);

    private static string Subject(KubernetesObject route) => $"{route.Kind.Value} {route.Name?.Value}";
}
