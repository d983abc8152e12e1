using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images.Names;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Pages that call another workload of their target by its published port, and the origins that this one allows.</summary>
internal static class PageOrigins
{
    private const string Setting = "cors.origins";

    // Whatever takes origins in another form beside the list.
    private static readonly string[] Wider = ["cors.allowAll", "cors.originPattern", "cors.resources"];

    public static IReadOnlyList<PageOrigin> Link(Deployment deployment, CodeModules modules)
    {
        CodeValues values = new(modules);
        return
        [
            .. from target in deployment
                .Workloads.Where(workload => workload.Kind == TargetKind.Compose)
                .GroupBy(workload => workload.TargetName)
            from called in target
            let settings = Settings(called)
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
        IReadOnlyList<OriginSetting> settings,
        CodeValues values
    )
    {
        List<Fact<string>> allowed = [];
        string? unknown = null;
        foreach (var setting in settings)
        {
            var found = setting.Name == Setting ? Values(setting, called, values) : null;
            unknown ??= found is null ? $"{setting.Declared.Span} may allow others" : null;
            allowed.AddRange(found ?? []);
        }

        return new PageOrigin(page, port, called)
        {
            Address = address,
            Allowed = allowed,
            UnknownBecause =
                unknown
                ?? (allowed.Find(origin => !IsLocal(origin.Value)) is { } other ? $"the page may be served at {other.Value}" : null)
                ?? (target.FirstOrDefault(IsInFront) is { } proxy ? $"{proxy.Name} may serve the page" : null),
        };
    }

    private static List<OriginSetting> Settings(Workload workload) =>
        [
            .. from file in workload.Components.SelectMany(component => component.Code)
            where !file.IsTest
            from setting in file.Settings
            where setting.Name == Setting || Wider.Contains(setting.Name)
            select new OriginSetting(setting.Name, setting, file),
        ];

    /// <summary>The texts of a list, at the variable that gives them or in the source; null when nobody can tell.</summary>
    private static IReadOnlyList<Fact<string>>? Values(OriginSetting setting, Workload workload, CodeValues values)
    {
        var given = setting
            .File.EnvironmentReads.Where(read => setting.Declared.Span.Holds(read.Span))
            .Select(read => workload.Supplied.LastOrDefault(supplied => supplied.Name == read.Name))
            .ToList();
        var resolved = values.Resolve(setting.Declared.Value, setting.File, name => Given(workload, name));
        return (resolved.Text, given) switch
        {
            ({ } text, _) => Split(text, given is [{ } one] ? one.Span : setting.Declared.Span),
            // The variable is split into a list, or filtered.
            (null, [{ Value.Text: { } text, Span: var span }]) => Split(text, span),
            _ => null,
        };
    }

    private static Resolved? Given(Workload workload, string name) =>
        workload.Supplied.LastOrDefault(supplied => supplied.Name == name)?.Value
        ?? (workload.SuppliesMoreBecause is { } why ? Resolved.Unknown(why) : null);

    private static List<Fact<string>> Split(string text, SourceSpan span) =>
        [
            .. text.Trim('[', ']')
                .Split(',', ';', ' ')
                .Select(part => part.Trim(' ', '"', '\''))
                .Where(part => part.Length > 0)
                .Select(part => new Fact<string>(part, span)),
        ];

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
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttp && IsLocal(url.Host) ? url.Port : null;

    private static bool IsLocal(string origin) =>
        origin.Contains("localhost", StringComparison.OrdinalIgnoreCase)
        || origin.Contains("127.0.0.1", StringComparison.Ordinal)
        // "true" takes the origin of each caller.
        || origin is "*" or "true";

    private static bool IsInFront(Workload workload) =>
        workload is { Public.Role: ImageRole.Proxy or ImageRole.WebServer, Components.Count: 0 }
        && workload.Ports.Any(port => port.Published is not null);

    private sealed record Said(string? Address, SourceSpan Span);

    private sealed record OriginSetting(string Name, FrameworkSetting Declared, CodeFile File);
}
