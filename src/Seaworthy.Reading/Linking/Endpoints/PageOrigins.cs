using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images.Names;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Pages that call another workload of their target by its published port, and the origins that this one allows.</summary>
internal static class PageOrigins
{
    public static IReadOnlyList<PageOrigin> Link(Deployment deployment, CodeModules modules)
    {
        CodeValues values = new(modules);
        return
        [
            .. from target in deployment
                .Workloads.Where(workload => workload.Kind == TargetKind.Compose)
                .GroupBy(workload => workload.TargetName)
            from called in target
            let settings = OriginList.Of(called.Components)
            where settings.Count > 0
            from page in target
            where page != called && page.Components.Count > 0
            let address = Address(page, called)
            where address is not null
            from port in page.Ports.Where(port => port.IsPublished).Take(1)
            select Of(page, port, called, address, [.. target], settings, values),
        ];
    }

    private static PageOrigin Of(
        Workload page,
        PortBinding port,
        Workload called,
        SourceSpan address,
        IReadOnlyList<Workload> target,
        IReadOnlyList<OriginList> settings,
        CodeValues values
    )
    {
        List<Fact<string>> allowed = [];
        string? unknown = null;
        foreach (var setting in settings)
        {
            var found = setting.In(called, values);
            unknown ??= found is null ? $"{setting.Declared.Span} may allow others" : null;
            allowed.AddRange(found ?? []);
        }

        return new PageOrigin(page, port, called)
        {
            Address = address,
            Allowed = allowed,
            UnknownBecause =
                unknown
                ?? (
                    allowed.Find(origin => origin.Value is not ("*" or "true") && !OriginList.IsLocal(origin.Value)) is { } other
                        ? $"the page may be served at {other.Value}"
                        : null
                )
                ?? (target.FirstOrDefault(IsInFront) is { } proxy ? $"{proxy.Name} may serve the page" : null),
        };
    }

    /// <summary>Where the page gets the published port of the other.</summary>
    private static SourceSpan? Address(Workload page, Workload called)
    {
        var ports = called.Ports.Where(port => port.IsPublished).Select(port => port.Published).ToHashSet();
        var supplied = page
            .Supplied.Where(variable => PublicVariables.IsPublic(variable.Name))
            .Select(variable => new Said(variable.Value.Text, variable.Span));
        var built = (page.Image?.Build.Arguments ?? [])
            .Where(argument => PublicVariables.IsPublic(argument.Name))
            .Select(argument => new Said(argument.Value?.Text, argument.Span));
        var calledInCode = page
            .Components.SelectMany(component => component.Code)
            .Where(file => !file.IsTest)
            .SelectMany(file => file.Calls)
            .Select(call => new Said(call.Url.Head, call.Span));
        return supplied
            .Concat(built)
            .Concat(calledInCode)
            .FirstOrDefault(said => Port(said.Address) is { } port && ports.Contains(port))
            ?.Span;
    }

    /// <summary>The port of an address of this machine.</summary>
    private static int? Port(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttp && OriginList.IsLocal(url.Host)
            ? url.Port
            : null;

    private static bool IsInFront(Workload workload) =>
        workload is { Public.Role: ImageRole.Proxy or ImageRole.WebServer, Components.Count: 0 }
        && workload.Ports.Any(port => port.Published is not null);

    private sealed record Said(string? Address, SourceSpan Span);
}
