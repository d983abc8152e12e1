using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Security;

/// <summary>A package that counts requests by the address of the client, and how its program learns that address behind a proxy.</summary>
/// <param name="Package">As it is imported.</param>
/// <param name="By">What a file that counts by address has; null where this is what the package does by itself.</param>
/// <param name="Trusts">What a program has that takes the address from the proxy, or counts by something else.</param>
/// <param name="Remedy">The line that makes it so.</param>
internal sealed record AddressLimiter(string Package, string? By, IReadOnlyList<string> Trusts, string Remedy)
{
    // Headers that people read the address from, and what they count by instead.
    private static readonly string[] Headers = ["x-forwarded-for", "cf-connecting-ip", "x-real-ip", "true-client-ip"];

    private static readonly string[] OfExpress = ["trust proxy", "trustproxy", "trust_proxy", "trust-proxy", "keyGenerator", "request-ip"];

    private const string Express = "app.set('trust proxy', 1)";

    // Sources: express-rate-limit, wiki "Troubleshooting Proxy Issues"; NestJS documentation, "Rate Limiting", "Proxies"; @fastify/rate-limit, README, keyGenerator;
    // Flask-Limiter documentation, "Deploying an application behind a proxy"; Uvicorn documentation, "Settings", "--forwarded-allow-ips".
    public static IReadOnlyList<AddressLimiter> All { get; } =
    [
        new("express-rate-limit", null, OfExpress, Express),
        new("@nestjs/throttler", null, [.. OfExpress, "getTracker"], Express),
        new("rate-limiter-flexible", "req.ip", OfExpress, Express),
        new("@fastify/rate-limit", null, OfExpress, "Fastify({ trustProxy: true })"),
        new("flask_limiter", "get_remote_address", ["ProxyFix"], "app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1)"),
    ];

    public bool IsUsedIn(CodeFile file) =>
        !file.IsTest && file.Imports.Any(import => import.IsOf(Package)) && (By is null || file.File.Mentions(By));

    /// <summary>The file makes the program look behind the proxy.</summary>
    public bool IsToldBy(SourceFile file) => Trusts.Concat(Headers).Any(word => file.Mentions(word, StringComparison.OrdinalIgnoreCase));
}
