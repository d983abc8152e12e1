using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Nginx;

namespace Seaworthy.Reading.Readers.Proxies;

/// <summary>Questions about a whole configuration: whether it is nginx's, and what stands anywhere in it.</summary>
internal static class NginxContent
{
    /// <summary>Blocks that only nginx has, or a file that says it is nginx's and holds directives of it, or nothing but directives of it.</summary>
    public static bool IsNginx(IReadOnlyList<NginxDirective> directives, string name, bool isWellFormed)
    {
        if (directives.Any(IsOfRadius))
        {
            return false;
        }

        var isNamed = name.Contains("nginx", StringComparison.OrdinalIgnoreCase);
        var known = directives.Count(directive =>
            NginxDirectives.IsKnown(directive.Name.Value) && (directive.Block is not null || directive.Arguments.Count > 0)
        );
        return directives.Any(directive =>
                directive is { Name.Value: "server" or "http" or "events" or "location" or "upstream" or "stream", Block: { } block }
                && LooksLikeDirectives(block)
            )
            || (isNamed && known > 0)
            // Other configuration files begin lines with the same words, without the semicolons: users of Redis, options of PostgreSQL.
            || (isWellFormed && known > 0 && known == directives.Count);
    }

    /// <summary>Every directive at every depth, in order.</summary>
    public static IReadOnlyList<NginxDirective> Flatten(IReadOnlyList<NginxDirective> directives)
    {
        List<NginxDirective> all = [];
        Add(directives, all);
        return all;
    }

    /// <summary>The zone that a limit declares (<c>zone=api:10m</c>) or uses (<c>zone=api</c>, or for <c>limit_conn</c> its first argument).</summary>
    public static Fact<string>? Zone(NginxDirective directive)
    {
        var argument =
            directive.Arguments.FirstOrDefault(word => word.Value.StartsWith("zone=", StringComparison.Ordinal))
            ?? (directive.Name.Value == "limit_conn" ? directive.First : null);
        if (argument is null)
        {
            return null;
        }

        var value = argument.Value.StartsWith("zone=", StringComparison.Ordinal) ? argument.Value["zone=".Length..] : argument.Value;
        return argument with { Value = value.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? value[..colon] : value };
    }

    /// <summary>A virtual server of FreeRADIUS, which has <c>sites-enabled</c> too: it has a name, and listens in a block.</summary>
    /// <remarks>Source: FreeRADIUS, raddb/sites-available/default.</remarks>
    private static bool IsOfRadius(NginxDirective directive) =>
        directive is { Name.Value: "server", Arguments.Count: > 0, Block: { } block }
        && block.Any(below => below is { Name.Value: "listen" or "authorize" or "authenticate" or "accounting", Block: not null });

    private static bool LooksLikeDirectives(IReadOnlyList<NginxDirective> block) =>
        block.Count == 0 || block.Any(directive => NginxDirectives.IsKnown(directive.Name.Value));

    private static void Add(IReadOnlyList<NginxDirective> directives, List<NginxDirective> all)
    {
        foreach (var directive in directives)
        {
            all.Add(directive);
            if (
                directive.Block is { } block
                && !(NginxDirectives.HasFreeContent(directive.Name.Value) && directive.Name.Value is not ("stream" or "rtmp"))
            )
            {
                Add(block, all);
            }
        }
    }
}
