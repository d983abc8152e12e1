namespace Seaworthy.Model.Declared.Proxies;

/// <summary>One matcher of a Traefik rule with its quoted arguments: <c>Host(`a`, `b`)</c>.</summary>
public sealed record TraefikMatcher(string Name, IReadOnlyList<string> Arguments)
{
    /// <summary>The matchers of a rule in order; what is no such text is passed over.</summary>
    public static IReadOnlyList<TraefikMatcher> Of(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        List<TraefikMatcher> found = [];
        var at = 0;
        while (at < rule.Length)
        {
            var start = at;
            while (at < rule.Length && char.IsAsciiLetter(rule[at]))
            {
                at++;
            }

            if (at > start && at < rule.Length && rule[at] == '(')
            {
                at++;
                found.Add(new TraefikMatcher(rule[start..(at - 1)], ReadArguments(rule, ref at)));
            }
            else
            {
                at = Math.Max(at, start + 1);
            }
        }

        return found;
    }

    /// <summary>Up to the closing bracket; brackets inside quotes belong to a pattern.</summary>
    private static List<string> ReadArguments(string rule, ref int at)
    {
        List<string> arguments = [];
        while (at < rule.Length && rule[at] != ')')
        {
            if (rule[at] is '`' or '"' or '\'' && rule.IndexOf(rule[at], at + 1) is > 0 and var end)
            {
                arguments.Add(rule[(at + 1)..end]);
                at = end;
            }

            at++;
        }

        return arguments;
    }
}
