namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>What stands in the place of a value: <c>$NAME</c>, <c>${NAME}</c>, <c>$(command)</c>, <c>{{ expression }}</c>, <c>&lt;your password&gt;</c>. A secret may hold the same signs.</summary>
internal static class SecretReferences
{
    private static readonly string[] Openings = ["${", "$(", "{{"];
    private static readonly string[] Closings = ["}", ")", "}}"];

    /// <summary>Whether a value refers to another. Cut where a blank stood, a reference has an opening sign alone.</summary>
    public static bool Has(string value)
    {
        for (var form = 0; form < Openings.Length; form++)
        {
            var at = value.IndexOf(Openings[form], StringComparison.Ordinal);
            var end = at < 0 ? -1 : value.IndexOf(Closings[form], at, StringComparison.Ordinal);
            if (at == 0 || end > 0 && !RandomLooks.IsStrong(value[..at] + value[end..]))
            {
                return true;
            }
        }

        return value is ['$' or '<', ..] && !RandomLooks.IsStrong(value) || IsPath(value);
    }

    /// <summary><c>/run/secrets/db_password</c>: where the secret is kept.</summary>
    private static bool IsPath(string value) =>
        value is ['/', ..] && value.IndexOf('/', 1) > 0 && !Array.Exists(value.Split('/'), part => RandomLooks.IsStrong(part));

    /// <summary>Where the default of <c>${NAME:-default}</c> stands, when that is the whole value; empty when there is none.</summary>
    public static Range Default(string value)
    {
        if (value is not ['$', '{', .., '}'])
        {
            return default;
        }

        var at = 2;
        while (at < value.Length && (char.IsAsciiLetterOrDigit(value[at]) || value[at] == '_'))
        {
            at++;
        }

        at += value[at] == ':' ? 1 : 0;
        return at > 2 && value[at] is '-' or '=' ? (at + 1)..(value.Length - 1) : default;
    }
}
