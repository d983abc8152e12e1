using Seaworthy.Model.Known;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>The rest of a password behind a dollar sign that nobody doubled: what fills a file in takes it for the name of a variable, and messages say that nothing sets it.</summary>
internal static class UnescapedDollars
{
    // Whatever the whole stood behind, it was taken for a password.
    private const string OfPassword = "DB_PASSWORD";

    public static IEnumerable<SecretLiteral> In(SecretLiteral literal)
    {
        var value = literal.Value;
        for (
            var sign = value.IndexOf('$', StringComparison.Ordinal);
            sign >= 0;
            sign = sign + 1 < value.Length ? value.IndexOf('$', sign + 1) : -1
        )
        {
            var end = sign + 1;
            while (end < value.Length && (char.IsAsciiLetterOrDigit(value[end]) || value[end] == '_'))
            {
                end++;
            }

            // $DB_PASSWORD alone is what it looks like.
            var name = value[(sign + 1)..end];
            if ((sign > 0 && char.IsAsciiLetterOrDigit(value[sign - 1])) || RandomLooks.IsStrong(name))
            {
                yield return literal with
                {
                    Name = OfPassword,
                    Value = name,
                    IsWhole = true,
                    IsQuoted = true,
                };
            }
        }
    }
}
