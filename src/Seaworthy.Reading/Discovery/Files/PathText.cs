using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Seaworthy.Reading.Discovery.Files;

/// <summary>Names of files are bytes to Linux and to git. Those that are no UTF-8 are written as <c>\xff</c>, so that two of them stay two.</summary>
internal static class PathText
{
    private const string Backslash = "\\x5c";

    public static string Of(ReadOnlySpan<byte> name)
    {
        if (Utf8.IsValid(name))
        {
            return Of(Encoding.UTF8.GetString(name));
        }

        StringBuilder text = new(name.Length + 8);
        while (name.Length > 0)
        {
            if (Rune.DecodeFromUtf8(name, out var rune, out var length) == System.Buffers.OperationStatus.Done)
            {
                text.Append(
                    rune.Value == '\\' && LooksWritten(Encoding.Latin1.GetString(name[..Math.Min(name.Length, 4)]))
                        ? Backslash
                        : rune.ToString()
                );
            }
            else
            {
                length = 1;
                text.Append(CultureInfo.InvariantCulture, $"\\x{name[0]:x2}");
            }

            name = name[length..];
        }

        return text.ToString();
    }

    /// <summary>A name that only looks like one that is no UTF-8 has its backslash written so too: <c>\x5cxff</c>.</summary>
    public static string Of(string name)
    {
        if (!name.Contains("\\x", StringComparison.Ordinal))
        {
            return name;
        }

        StringBuilder text = new(name.Length + 8);
        for (var at = 0; at < name.Length; at++)
        {
            if (LooksWritten(name.AsSpan(at)))
            {
                text.Append(Backslash);
            }
            else
            {
                text.Append(name[at]);
            }
        }

        return text.ToString();
    }

    // No UTF-8 has bytes of 0x80 and above alone: those are the ones that are written.
    private static bool LooksWritten(ReadOnlySpan<char> name) =>
        name is ['\\', 'x', var high, var low, ..]
        && ((high is '8' or '9' or (>= 'a' and <= 'f') && char.IsAsciiHexDigitLower(low)) || (high == '5' && low == 'c'));

    /// <summary>The bytes of a text, ended by a NUL, as system calls take them.</summary>
    public static byte[] Terminated(string path)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(path) + 1];
        Encoding.UTF8.GetBytes(path, bytes);
        return bytes;
    }
}
