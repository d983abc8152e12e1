using System.Buffers;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Secrets;

/// <summary>A user and a password that a program sends as they are: <c>Authorization: Basic dXNlcjpwYXNz</c>.</summary>
/// <remarks>Source: RFC 7617, "The 'Basic' HTTP Authentication Scheme".</remarks>
internal static class BasicScan
{
    private const string Scheme = "Basic ";
    private const int ShortestPassword = 10;
    private const double LeastEntropy = 3.0;

    private static readonly SearchValues<char> Letters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
    );

    public static IEnumerable<WrittenSecret> Find(SourceFile file)
    {
        var text = file.Text;
        for (
            var at = text.IndexOf(Scheme, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(Scheme, at + Scheme.Length, StringComparison.Ordinal)
        )
        {
            var start = at + Scheme.Length;
            var length = text.AsSpan(start).IndexOfAnyExcept(Letters) is var end and >= 0 ? end : text.Length - start;
            if (length is < 16 or > 256 || SecretValue.Decoded(text.Substring(start, length)) is not { } pair)
            {
                continue;
            }

            if (
                pair.Split(':', 2) is [{ Length: > 0 }, { Length: >= ShortestPassword } password]
                && SecretValue.Entropy(password) >= LeastEntropy
            )
            {
                yield return SecretValue.Of(
                    "Basic credential",
                    SecretCertainty.Format,
                    text.Substring(start, length),
                    new SourceSpan(file, start, length)
                ) with
                {
                    IsPlaceholder =
                        TokenScan.IsCalledExample(text, start) || SecretNames.IsPlaceholder(password) || SecretNames.IsWeak(password),
                };
            }
        }
    }
}
