using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>What libraries make to be mounted, and that serves everything below its mount: static files, proxies, GraphQL, tRPC, sign-in.</summary>
/// <remarks>Source: the documentation of each; tRPC, "Adapters"; GraphQL Yoga, "Integrations"; Auth.js, "Express"; Inngest, "serve()".</remarks>
internal static class MountedServers
{
    private static readonly FrozenSet<string> Makers = new[]
    {
        "express.static",
        "serveStatic",
        "serve",
        "createProxyMiddleware",
        "proxy",
        "graphqlHTTP",
        "graphqlServer",
        "expressMiddleware",
        "createHandler",
        "createYoga",
        "swaggerUi.setup",
        "createExpressMiddleware",
        "createOpenApiExpressMiddleware",
        "createHTTPHandler",
        "trpcServer",
        "ExpressAuth",
        "toNodeHandler",
        "postgraphile",
        "createServerAdapter",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Under any name of the module: "trpcExpress.createExpressMiddleware(…)".
    private static readonly FrozenSet<string> MakersOfModules = new[]
    {
        "createExpressMiddleware",
        "createOpenApiExpressMiddleware",
        "createHTTPHandler",
        "expressMiddleware",
        "createYoga",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Plugins = ["@trpc/", "@fastify/", "fastify-", "@bull-board/", "mercurius"];

    /// <summary>The call that made what is mounted, there or where its name was given; null when it serves nothing that is known.</summary>
    public static CodeCall? MakerOf(CodeReading reading, TokenRange value, CodeScope? scope)
    {
        if (reading.Evaluator.DottedName(value) is { } name)
        {
            return
                reading.AssignmentOf(name, scope) is { Member: null } assignment
                && LastCall(reading, assignment.Value) is { } named
                && IsMaker(named)
                ? named
                : null;
        }

        return LastCall(reading, value) is { } made && Serves(made) ? made : null;
    }

    /// <summary>The call that an expression ends with.</summary>
    public static CodeCall? LastCall(CodeReading reading, TokenRange value) =>
        reading.Trees.IsKind(value.End - 1, TokenKind.Close) ? reading.Syntax.CallAt(reading.Trees.Partner(value.End - 1)) : null;

    /// <summary>Whether a local name is a package's plugin, which serves by itself below the prefix that it is registered with.</summary>
    public static bool IsPlugin(CodeReading reading, string local) =>
        reading.ImportOf(local.Split('.')[0]) is { } import
        && Array.Exists(Plugins, plugin => import.Module.StartsWith(plugin, StringComparison.Ordinal));

    /// <summary><c>createHTTPServer({ router, basePath: '/trpc/' })</c>: tRPC answers whatever begins with its path.</summary>
    public static void ReadStandalone(CodeReading reading, CodeCall call)
    {
        if (call.Name is not ("createHTTPServer" or "createHTTP2Handler") || !reading.Imported("@trpc/server"))
        {
            return;
        }

        var members = call.Positional(0) is { } options ? reading.Syntax.Members(options.Value) : [];
        var path = members.FirstOrDefault(member => member.Name == "basePath") is { } written
            ? reading.Value(written.Value, call.Scope)
            : new CodeValue.Literal("/", call.Span);
        reading.Routes.Add(new Route(null, "*", path, "trpc", call.Span) { IsPrefix = true });
    }

    private static bool Serves(CodeCall made) =>
        IsMaker(made) || made.Name is "static" or "getRouter" or "middleware" && made.Path.Contains("pollo", StringComparison.Ordinal);

    private static bool IsMaker(CodeCall made) => Makers.Contains(made.Path) || MakersOfModules.Contains(made.Name);
}
