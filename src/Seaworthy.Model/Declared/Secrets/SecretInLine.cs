using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Model.Declared.Secrets;

/// <summary>Whether a line holds the value of a secret, or only the same word for something else.</summary>
internal static class SecretInLine
{
    private const int LeastLength = 8;

    // Around a value, in YAML, addresses and commands.
    private static readonly char[] Ends = [' ', '\t', '\r', '"', '\'', '=', ':', ';', ',', '@', '/', '&'];

    // What a field of a form is called or filled with, and of what kind it is.
    private static readonly string[] CommonWords =
    [
        "password",
        "passwd",
        "pass",
        "secret",
        "token",
        "text",
        "string",
        "admin",
        "user",
        "test",
        "example",
    ];

    // What reads a variable, and has the value for want of it, takes the new one already. A word that forms and descriptions of programs use as well shows nothing.
    public static bool SignsIn(string line, string secret, CodeFile? code, IReadOnlyCollection<string> names) =>
        IsInAddress(line, secret)
        || (
            code is not null
            && !CommonWords.Contains(secret, StringComparer.OrdinalIgnoreCase)
            && Array.Exists(
                [$"\"{secret}\"", $"'{secret}'"],
                quoted =>
                    (
                        line.Contains("password", StringComparison.OrdinalIgnoreCase)
                        && (
                            line.Contains("= " + quoted, StringComparison.Ordinal) || line.Contains(": " + quoted, StringComparison.Ordinal)
                        )
                    )
                    || (
                        IsOwn(secret)
                        && line.Contains(quoted, StringComparison.Ordinal)
                        && !code.EnvironmentReads.Any(read => names.Contains(read.Name))
                    )
            )
        );

    public static IReadOnlyList<string> Words(string line) => line.Split(Ends);

    public static bool IsOwn(string secret) => secret.Length >= LeastLength && !secret.All(char.IsAsciiLetter);

    /// <summary>The password of an address, <c>postgres://shop:secret@db</c> or <c>shop:secret@tcp(db)</c>; an address of mail is none.</summary>
    public static bool IsInAddress(string line, string secret) =>
        line.IndexOf($":{secret}@", StringComparison.Ordinal) is >= 0 and var at
        && (line[..at].Contains("//", StringComparison.Ordinal) || line.Contains($":{secret}@tcp(", StringComparison.Ordinal));
}
