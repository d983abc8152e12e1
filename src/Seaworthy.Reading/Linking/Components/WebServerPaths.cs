using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Components;

/// <summary>A web server stands before PHP or Ruby, often in the same container, and its configuration may answer paths itself.</summary>
internal sealed class WebServerPaths(Deployment deployment)
{
    private readonly Lazy<string?> doubt = new(() => Elsewhere(deployment));

    /// <summary>Why other configurations may answer; null when none can.</summary>
    public string? Doubt => doubt.Value;

    /// <summary>The paths of every nginx location.</summary>
    public IEnumerable<ServedRoute> Routes(Component component) =>
        from file in deployment.Of<NginxFile>()
        where component.Root.Length == 0 || component.Contains(file.File.Path) || file.File.Directory.Length < component.Root.Length
        from location in file.Servers.SelectMany(server => server.Locations).Concat(file.Locations)
        where location.Path.Value.Length > 1
        from path in Paths(location)
        select AddedRoutes.Of(path, location.Span);

    private static string? Elsewhere(Deployment deployment)
    {
        var caddy = deployment.Of<CaddyFile>().FirstOrDefault(file => file.File.Text.Contains("respond", StringComparison.Ordinal));
        var written = deployment
            .Of<Dockerfile>()
            .Select(file => file.File)
            .Concat(deployment.Of<ShellScript>().Select(file => file.File))
            .FirstOrDefault(IsConfiguring);
        return caddy is not null ? $"{caddy.File.Path} serves paths itself"
            : written is not null ? $"{written.Path} writes a web server's configuration"
            : null;
    }

    private static bool IsConfiguring(SourceFile file) =>
        file.Text.Contains("location /", StringComparison.Ordinal)
        || file.Text.Contains("location =", StringComparison.Ordinal)
        || file.Text.Contains("<VirtualHost", StringComparison.Ordinal);

    // "~ ^/(fpm-status|ping)$" names two.
    private static IEnumerable<string> Paths(NginxLocation location) =>
        location.IsRegularExpression
            ? location
                .Path.Value.Split('^', '/', '(', ')', '|', '$', '\\', '.', '?', '*', '[', ']', '+')
                .Where(word => word.Length > 1)
                .Select(word => "/" + word)
            : [location.Modifier == "=" ? location.Path.Value : location.Path.Value.TrimEnd('/') + "/*"];
}
