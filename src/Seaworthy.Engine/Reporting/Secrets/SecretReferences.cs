using System.Text;
using Seaworthy.Model.Known;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>What stands in the place of a value: <c>$NAME</c>, <c>${NAME}</c>, <c>$(command)</c>, <c>{{ expression }}</c>, <c>&lt;your password&gt;</c>. A secret may hold the same signs.</summary>
internal static class SecretReferences
{
    private const int LeastOfSecret = 6;

    private static readonly char[] Signs = [.. "${(<>)}\"'"];
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

    /// <summary>Whether a whole value refers to another: each reference in it is closed, and what stands around them looks like no secret.</summary>
    public static bool Is(string value)
    {
        if (!Has(value) || IsPath(value))
        {
            return Has(value);
        }

        var rest = Rest(value);
        return !Array.Exists(Openings, opening => rest.Contains(opening, StringComparison.Ordinal))
            && !Array.Exists(rest.Split(' ', '\n'), word => word.Length >= LeastOfSecret && RandomLooks.Has(word.Trim(Signs)));
    }

    /// <summary>Without the references that are closed.</summary>
    private static string Rest(string value)
    {
        StringBuilder rest = new(value.Length);
        for (var at = 0; at < value.Length; )
        {
            var end = End(value, at);
            if (end < 0)
            {
                rest.Append(value[at]);
            }

            at = end < 0 ? at + 1 : end;
        }

        return rest.ToString();
    }

    private static int End(string value, int at)
    {
        for (var form = 0; form < Openings.Length; form++)
        {
            if (
                string.CompareOrdinal(value, at, Openings[form], 0, Openings[form].Length) == 0
                && value.IndexOf(Closings[form], at, StringComparison.Ordinal) is >= 0 and var end
            )
            {
                return end + Closings[form].Length;
            }
        }

        return -1;
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
