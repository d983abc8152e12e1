using Seaworthy.Model.Declared.Bicep;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Bicep;

namespace Seaworthy.Reading.Linking.Targets.Cloud;

/// <summary>The program that a site of App Service runs: a container, or what the platform builds from source.</summary>
/// <remarks>
/// Sources: Azure resource reference, "Microsoft.Web sites", "sites/config 'appsettings'"; Azure App Service, "Configure a custom container", "Configure an app".
/// </remarks>
internal sealed class AzureSites(IReadOnlyList<BicepResource> resources)
{
    private const string Docker = "DOCKER|";
    private const string Elsewhere = "another resource sets settings of a site whose name is known only at deployment";

    private readonly List<BicepResource> settings = [.. resources.Where(IsSettings)];

    public IEnumerable<CloudContainer> Of(BicepResource site, AzdService? service)
    {
        var properties = site.Body["properties"];
        var configuration = properties?["siteConfig"];
        var version = configuration?["linuxFxVersion"];
        var image =
            version?.Resolved?.Outline is { } outline && outline.StartsWith(Docker, StringComparison.OrdinalIgnoreCase)
                ? Image(version, outline)
                : null;
        var isFunction = site.Body["kind"]?.Known?.Contains("functionapp", StringComparison.OrdinalIgnoreCase) == true;
        if (image is null && (isFunction || (service is null && version is null)))
        {
            return [];
        }

        var (variables, more) = Variables(site, configuration);
        var port = variables.LastOrDefault(variable => variable.Name is "WEBSITES_PORT" && variable.Value.Text is not null);
        int? number = int.TryParse(port?.Value.Text, out var stated) ? stated : null;
        return
        [
            new CloudContainer(service?.Name.Value ?? site.Symbol, version?.Span ?? site.Declared.Span)
            {
                Owner = site.Body["name"]?.Known ?? site.Symbol,
                Image = image,
                Script = configuration?["appCommandLine"] is { Known.Length: > 0 } line ? line : null,
                Variables = variables,
                MoreVariablesBecause = more,
                Ports =
                    number is { } sent && port is not null && image is not null
                        ? [CloudValues.Binding(sent, "WEBSITES_PORT sends requests to", port.Span)]
                        : [],
                Probes = configuration?["healthCheckPath"] is { Known: { Length: > 0 } path } check
                    ?
                    [
                        new Probe
                        {
                            Origin = "App Service health check",
                            Kind = ProbeKind.Http,
                            Span = check.Span,
                            Port = image is null ? null : number,
                            Path = path.Split('?')[0],
                        },
                    ]
                    : [],
            },
        ];
    }

    private static CloudValue.Text Image(CloudValue version, string outline)
    {
        var resolved = version.Resolved;
        return new CloudValue.Text(
            resolved is { Text: { } text, Chain: var chain }
                ? Resolved.Known(text[Docker.Length..], chain)
                : Resolved.Unknown(resolved?.UnknownBecause ?? "", resolved?.Chain ?? []) with
                {
                    Outline = outline[Docker.Length..],
                },
            version.Span
        );
    }

    private (IReadOnlyList<SuppliedVariable> Variables, string? More) Variables(BicepResource site, CloudValue? configuration)
    {
        var written = configuration?["appSettings"];
        var given = site.Body["settings"];
        var own = settings.FindAll(setting => IsOf(setting, site));
        var more =
            written?.MoreBecause
            ?? given?.MoreBecause
            ?? (configuration as CloudValue.Unknown)?.Why
            ?? own.Select(setting => setting.Body["properties"]?.MoreBecause).FirstOrDefault(why => why is not null)
            ?? (own.Count == 0 && settings.Exists(setting => NameOf(setting) is not { IsKnown: true }) ? Elsewhere : null);
        return (
            [
                .. CloudValues.Named(written),
                .. CloudValues.Keyed(given),
                .. own.SelectMany(setting => CloudValues.Keyed(setting.Body["properties"])),
            ],
            more
        );
    }

    private static bool IsSettings(BicepResource resource) =>
        resource.Kind == AzureKinds.SiteSettings
        && (resource.Body["name"]?.Resolved?.Outline?.Split('/')[^1] == "appsettings" || resource.Body["name"]?.Resolved?.Outline is null);

    /// <summary>By the site that it is written in or names as its parent, else by its name.</summary>
    private static bool IsOf(BicepResource setting, BicepResource site) =>
        (setting.Within is { } within && within.Symbol == site.Symbol && ReferenceEquals(within.Declared, site.Declared))
        || (
            NameOf(setting) is { Outline: { } name }
            && site.Body["name"]?.Resolved?.Outline is { } own
            && own.Any(char.IsLetterOrDigit)
            && name == own
        );

    /// <summary>The name of the site that it is for.</summary>
    private static Resolved? NameOf(BicepResource setting) =>
        setting.Within?.Body["name"]?.Resolved
        ?? (
            setting.Body["name"]?.Resolved is { Outline: { } outline } resolved && outline.Contains('/', StringComparison.Ordinal)
                ? resolved with
                {
                    Outline = outline[..outline.LastIndexOf('/')],
                }
                : null
        );
}
