using System.Text.RegularExpressions;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Secrets;

/// <summary>An app password of a Google account, with which a program sends mail: sixteen small letters, in a file that names Gmail.</summary>
/// <remarks>Source: Google Account Help, "Sign in with app passwords": a code of 16 characters, shown in groups of four.</remarks>
internal static partial class AppPasswordScan
{
    private const double LeastEntropy = 2.8;

    // A placeholder of that length is made of words.
    private static readonly string[] Words =
    [
        "pass",
        "secret",
        "your",
        "mail",
        "word",
        "test",
        "example",
        "admin",
        "abcd",
        "xxxx",
        "change",
        "google",
        "code",
        "here",
    ];

    public static IEnumerable<WrittenSecret> Find(SourceFile file)
    {
        if (!file.Text.Contains("gmail", StringComparison.OrdinalIgnoreCase))
        {
            yield break;
        }

        foreach (Match match in Assignment().Matches(file.Text))
        {
            var written = match.Groups["value"];
            if (NamedScan.IsComment(file.Text, match.Index))
            {
                continue;
            }

            var letters = written.Value.Replace(" ", "", StringComparison.Ordinal);
            yield return SecretValue.Of(
                "Gmail app password",
                SecretCertainty.Format,
                written.Value,
                new SourceSpan(file, written.Index, written.Length)
            ) with
            {
                IsPlaceholder =
                    SecretNames.IsPlaceholder(letters)
                    || SecretValue.Entropy(letters) < LeastEntropy
                    || Array.Exists(Words, word => letters.Contains(word, StringComparison.Ordinal)),
            };
        }
    }

    // MAIL_PASSWORD: 'abcdefghijklmnop', "pass": "abcd efgh ijkl mnop", EMAIL_HOST_PASSWORD=abcdefghijklmnop
    [GeneratedRegex(
        """(?i:pass(word|wd)?)["']?[ \t]*[=:][ \t]*["']?(?<value>[a-z]{16}|[a-z]{4}( [a-z]{4}){3})["']?[ \t]*[,;}]?[ \t]*\r?$""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Assignment();
}
