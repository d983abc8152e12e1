using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Nginx;

/// <summary>What nginx refuses although it parses: wrong numbers of arguments, blocks where none belong, directives in the wrong block.</summary>
internal static class NginxCheck
{
    public static IReadOnlyList<Problem> Check(IReadOnlyList<NginxDirective> directives)
    {
        List<Problem> problems = [];
        Check(directives, parent: null, problems);
        problems.AddRange(NginxUpstreamPorts.Check(directives));
        return problems;
    }

    private static void Check(IReadOnlyList<NginxDirective> directives, NginxDirective? parent, List<Problem> problems)
    {
        foreach (var directive in directives)
        {
            CheckDirective(directive, parent, problems);
            if (directive.Block is { } block && !NginxDirectives.HasFreeContent(directive.Name.Value))
            {
                problems.AddRange(NginxValueCheck.CheckLocations(directive));
                Check(block, directive, problems);
            }
        }
    }

    private static void CheckDirective(NginxDirective directive, NginxDirective? parent, List<Problem> problems)
    {
        var name = directive.Name.Value;
        if (NginxDirectives.Find(name, parent?.Name.Value) is not { } rule)
        {
            problems.AddRange(NginxValues.Check(directive) is { } other ? [other] : []);
            return;
        }

        if (Swallowed(directive) is { } next)
        {
            problems.Add(
                new Problem(
                    ProblemKind.Syntax,
                    $"directive '{name}' is not terminated by ';' before '{next.Value}'",
                    directive.Name.Span,
                    next.Span
                )
            );
        }
        else if (rule.IsBlock != directive.Block is not null)
        {
            problems.Add(
                new Problem(
                    ProblemKind.Syntax,
                    rule.IsBlock ? $"directive '{name}' has no opening '{{'" : $"directive '{name}' takes no block",
                    directive.Span
                )
            );
        }
        else if (!HasHole(directive) && (directive.Arguments.Count < rule.Minimum || directive.Arguments.Count > rule.Maximum))
        {
            problems.Add(
                new Problem(
                    ProblemKind.Syntax,
                    $"invalid number of arguments in '{name}' directive: {Expected(rule)}, found {directive.Arguments.Count}",
                    directive.Span
                )
            );
        }
        else if (NginxValueCheck.Check(directive, parent) is { } problem)
        {
            problems.Add(problem);
        }

        // At the top of a file the block around an `include` is unknown.
        if (
            parent?.Name.Value is { } context
            && rule.Contexts.Count > 0
            && NginxDirectives.IsContext(context)
            && !rule.Contexts.Contains(context)
        )
        {
            problems.Add(new Problem(ProblemKind.Syntax, $"'{name}' directive is not allowed in '{context}'", directive.Name.Span));
        }
    }

    /// <summary>
    /// A forgotten semicolon makes the next directive an argument: a known name at the start of a later line. Directives that take any number of words of any form are content with that.
    /// </summary>
    private static Fact<string>? Swallowed(NginxDirective directive)
    {
        if (directive.Name.Value is "gzip_disable" or "gzip_types" or "index" or "proxy_cache_bypass" or "proxy_no_cache" or "server_name")
        {
            return null;
        }

        var line = directive.Name.Span.StartLine;
        foreach (var argument in directive.Arguments)
        {
            if (argument.Span.StartLine > line && NginxDirectives.IsKnown(argument.Value))
            {
                return argument;
            }
        }

        return null;
    }

    /// <summary>A hole of envsubst may become any number of arguments.</summary>
    private static bool HasHole(NginxDirective directive) =>
        directive.Arguments.Any(argument => argument.Value.Contains("${", StringComparison.Ordinal));

    private static string Expected(NginxRule rule) =>
        rule.Maximum == int.MaxValue ? $"expected at least {rule.Minimum}"
        : rule.Minimum == rule.Maximum ? $"expected {rule.Minimum}"
        : $"expected {rule.Minimum} to {rule.Maximum}";
}
