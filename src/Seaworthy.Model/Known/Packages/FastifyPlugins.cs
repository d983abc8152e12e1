namespace Seaworthy.Model.Known.Packages;

/// <summary>Which release of a plugin registers with which Fastify.</summary>
/// <remarks>
/// Source: the option <c>fastify</c> that each release gives to fastify-plugin in its source, github.com/fastify/fastify-*; the tables "Compatibility" of their READMEs. Plugins for which a release says
/// nothing (@fastify/autoload) or "this or later" are left out.
/// </remarks>
public static class FastifyPlugins
{
    public const string Host = "fastify";

    public static IReadOnlyList<FastifyPlugin> All { get; } =
    [
        new("@fastify/cookie", 7, 9, 4),
        new("@fastify/cookie", 10, 11, 5),
        new("@fastify/cors", 8, 9, 4),
        new("@fastify/cors", 10, 11, 5),
        new("@fastify/formbody", 7, 7, 4),
        new("@fastify/formbody", 8, 8, 5),
        new("@fastify/helmet", 9, 11, 4),
        new("@fastify/helmet", 12, 13, 5),
        new("@fastify/jwt", 8, 8, 4),
        new("@fastify/jwt", 9, 10, 5),
        new("@fastify/multipart", 7, 8, 4),
        new("@fastify/multipart", 9, 10, 5),
        new("@fastify/rate-limit", 7, 9, 4),
        new("@fastify/rate-limit", 10, 11, 5),
        new("@fastify/redis", 6, 6, 4),
        new("@fastify/redis", 7, 9, 5),
        new("@fastify/sensible", 5, 5, 4),
        new("@fastify/sensible", 6, 6, 5),
        new("@fastify/session", 10, 10, 4),
        new("@fastify/session", 11, 11, 5),
        new("@fastify/static", 7, 7, 4),
        new("@fastify/static", 8, 10, 5),
        new("@fastify/swagger", 7, 8, 4),
        new("@fastify/swagger", 9, 9, 5),
        new("@fastify/swagger-ui", 1, 4, 4),
        new("@fastify/swagger-ui", 5, 6, 5),
        new("@fastify/websocket", 8, 10, 4),
        new("@fastify/websocket", 11, 11, 5),
    ];

    /// <summary>The packages.</summary>
    public static IReadOnlySet<string> Names { get; } = All.Select(row => row.Package).ToHashSet(StringComparer.Ordinal);

    /// <summary>The row of a major release; null for one that is not known.</summary>
    public static FastifyPlugin? Of(string package, int major) =>
        All.FirstOrDefault(row => row.Package == package && row.First <= major && major <= row.Last);

    /// <summary>The row for a major release of Fastify.</summary>
    public static FastifyPlugin? For(string package, int fastify) =>
        All.FirstOrDefault(row => row.Package == package && row.Fastify == fastify);
}
