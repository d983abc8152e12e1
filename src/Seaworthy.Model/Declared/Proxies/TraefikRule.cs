namespace Seaworthy.Model.Declared.Proxies;

/// <summary>Traefik's language of rules: <c>Host(`a`) &amp;&amp; PathPrefix(`/api`)</c>.</summary>
public static class TraefikRule
{
    /// <summary>The quoted arguments of these matchers, in order.</summary>
    public static IReadOnlyList<string> Arguments(string rule, params IReadOnlyList<string> matchers)
    {
        List<string> found = [];
        for (var open = rule.IndexOf('(', StringComparison.Ordinal); open >= 0; open = rule.IndexOf('(', open + 1))
        {
            var start = open;
            while (start > 0 && char.IsAsciiLetter(rule[start - 1]))
            {
                start--;
            }

            var close = rule.IndexOf(')', open);
            if (close > open && matchers.Contains(rule[start..open]))
            {
                found.AddRange(
                    rule[(open + 1)..close]
                        .Split(',')
                        .Select(argument => argument.Trim(' ', '`', '"', '\''))
                        .Where(argument => argument.Length > 0)
                );
            }
        }

        return found;
    }
}
