using System.Text.RegularExpressions;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Secrets;

/// <summary>The key of Rails' encrypted credentials: 32 hexadecimal digits in <c>config/master.key</c> or <c>config/credentials/production.key</c>.</summary>
/// <remarks>Source: Ruby on Rails Guides, "Securing Rails Applications", 10.1 Custom Credentials: the key must not be committed.</remarks>
internal static partial class RailsKeyScan
{
    public static IEnumerable<WrittenSecret> Find(SourceFile file)
    {
        if (KeyFile().IsMatch(file.Path) && Key().Match(file.Text) is { Success: true } match)
        {
            yield return SecretValue.Of(
                "Rails credentials key",
                SecretCertainty.Format,
                match.Value,
                new SourceSpan(file, match.Index, match.Length)
            );
        }
    }

    [GeneratedRegex(
        "(^|/)config/(master|credentials/(production|staging))\\.key$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex KeyFile();

    [GeneratedRegex("\\A[0-9a-f]{32}(?=\\s*\\z)")]
    private static partial Regex Key();
}
