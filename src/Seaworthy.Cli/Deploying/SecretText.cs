using System.Text;
using Seaworthy.Deploying.Secrets;

namespace Seaworthy.Cli.Deploying;

/// <summary>The value of a secret as people type it and programs pipe it.</summary>
internal static class SecretText
{
    private const int Largest = 1_000_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Of(byte[] value) => Strict.GetString(value);

    /// <summary>From standard input, or typed where nobody sees it.</summary>
    /// <param name="name">Of the secret.</param>
    /// <param name="isExact">Keeps the line break with which most programs end their output.</param>
    /// <exception cref="SecretsException">It is empty, too large, or no text.</exception>
    public static string Read(string name, bool isExact)
    {
        var text = Console.IsInputRedirected ? Piped() : Typed(name);
        if (!isExact && text.EndsWith('\n'))
        {
            text = text[..(text.EndsWith("\r\n", StringComparison.Ordinal) ? ^2 : ^1)];
        }

        return text.Length == 0 ? throw new SecretsException($"the value of {name} is empty: it is read from standard input") : text;
    }

    private static string Piped()
    {
        using var input = Console.OpenStandardInput();
        using MemoryStream read = new();
        var block = new byte[8192];
        for (var length = input.Read(block); length > 0 && read.Length <= Largest; length = input.Read(block))
        {
            read.Write(block, 0, length);
        }

        try
        {
            var text = Strict.GetString(read.ToArray());
            return read.Length > Largest ? throw new SecretsException($"a secret has at most {Largest / 1_000_000} MB")
                : text.Contains('\0', StringComparison.Ordinal) ? throw NoText()
                : text;
        }
        catch (DecoderFallbackException)
        {
            throw NoText();
        }
    }

    private static SecretsException NoText() =>
        new("the value is no text (UTF-8 without NUL), and no variable could hold it: encode it first, as with base64");

    private static string Typed(string name)
    {
        Console.Error.Write($"Value of {name} (not shown): ");
        StringBuilder text = new();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                text.Length = Math.Max(0, text.Length - 1);
            }
            else if (key.KeyChar != '\0')
            {
                text.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine("");
        return text.ToString();
    }
}
