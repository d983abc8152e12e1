using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Seaworthy.Reading.Discovery.Files;

/// <summary>Names of files are bytes to Linux and to git. Those that are no UTF-8 are written as <c>\xff</c>, so that two of them stay two.</summary>
internal static class PathText
{
    public static string Of(ReadOnlySpan<byte> name)
    {
        if (Utf8.IsValid(name))
        {
            return Encoding.UTF8.GetString(name);
        }

        StringBuilder text = new(name.Length + 8);
        while (name.Length > 0)
        {
            if (Rune.DecodeFromUtf8(name, out var rune, out var length) == System.Buffers.OperationStatus.Done)
            {
                text.Append(rune.ToString());
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

    /// <summary>The bytes of a text, ended by a NUL, as system calls take them.</summary>
    public static byte[] Terminated(string path)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(path) + 1];
        Encoding.UTF8.GetBytes(path, bytes);
        return bytes;
    }
}
