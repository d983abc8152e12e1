using Seaworthy.Deploying.Planning;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Proxies;

namespace Seaworthy.Deploying.Verifying.Addresses;

/// <summary>The headers that protect browsers, as nginx of the project is to add them.</summary>
public static class DeclaredHeaders
{
    private static readonly HashSet<string> OfSecurity = new(StringComparer.OrdinalIgnoreCase)
    {
        "Strict-Transport-Security",
        "X-Content-Type-Options",
        "X-Frame-Options",
        "Content-Security-Policy",
        "Referrer-Policy",
        "Permissions-Policy",
        "Cross-Origin-Opener-Policy",
        "Cross-Origin-Embedder-Policy",
        "Cross-Origin-Resource-Policy",
    };

    /// <summary>Those that are due at an address; none where nobody can say which server answers it.</summary>
    /// <param name="deployment">What was read.</param>
    /// <param name="root">The directory of the repository, absolute.</param>
    /// <param name="project">The project.</param>
    /// <param name="address">What is asked.</param>
    public static IReadOnlyList<DeclaredHeader> Of(Deployment deployment, string root, ProjectDefinition project, PublicAddress address)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        ArgumentNullException.ThrowIfNull(address);
        var places = ProjectPlaces.Of(root, project);
        var servers = deployment
            .Of<NginxFile>()
            .Where(file => places.Hold(file.File.Path))
            .SelectMany(file => file.Servers)
            .Where(server => server.Return is null)
            .ToList();
        var named = servers.Where(server => server.Names.Any(name => Fits(name.Value, address.Host))).ToList();
        var candidates = named.Count > 0 ? named : servers;
        var ended = candidates.Where(server => server.Listens.Any(listen => listen.IsTls) == address.IsTls).ToList();
        return (ended.Count > 0 ? ended : candidates) is [var server]
            ? [.. Due(server, address.Uri.AbsolutePath).Where(header => OfSecurity.Contains(header.Name)).Select(Declared)]
            : [];
    }

    /// <remarks>Source: nginx documentation, "ngx_http_headers_module": a location with headers of its own inherits none.</remarks>
    private static IReadOnlyList<NginxHeader> Due(NginxServer server, string path)
    {
        if (server.Locations.Any(location => location.IsRegularExpression))
        {
            return [];
        }

        var location = server
            .Locations.Where(each =>
                each.Modifier == "="
                    ? path == each.Path.Value
                    : each.Modifier != "@" && path.StartsWith(each.Path.Value, StringComparison.Ordinal)
            )
            .OrderByDescending(each => each.Modifier == "=" ? int.MaxValue : each.Path.Value.Length)
            .FirstOrDefault();
        return location is { Headers.Count: > 0 } ? location.Headers : server.Headers;
    }

    private static bool Fits(string name, string host) =>
        name.Equals(host, StringComparison.OrdinalIgnoreCase)
        || name is ['*', '.', ..] && host.EndsWith(name[1..], StringComparison.OrdinalIgnoreCase);

    private static DeclaredHeader Declared(NginxHeader header) =>
        new(header.Name, header.Value.Contains('$', StringComparison.Ordinal) ? null : header.Value, header.Span);
}
